import { AdapterError } from 'carethread/adapter';
import { type Client, readThread } from 'carethread/client';
import type { Thread, ThreadId } from 'carethread/model';
import { type Boxes, readBoxes } from './boxes.js';

/** Keeps the desk up to date. */
export interface DeskFeed {
  /** Reads again now. */
  look(): void;
  stop(): void;
}

export interface DeskFeedOptions {
  /** The thread that is open. */
  readonly open: () => ThreadId | undefined;
  /** How the open thread is now. Told as soon as it is known: what can be done with it must not wait for the lists. */
  readonly readOpen: (thread: Thread) => void;
  readonly read: (boxes: Boxes) => void;
  readonly failed: (error: unknown) => void;
}

/** ms after which it looks again when it could not. A device says that it is online before it can reach anything. */
const ANOTHER_TRY = 3_000;

/** Reads at once, and again whenever something changes. What changes during a reading is read once more after it. */
export function createDeskFeed(client: Client, { open, readOpen, read, failed }: DeskFeedOptions): DeskFeed {
  const ending = new AbortController();
  const { signal } = ending;
  let isReading = false;
  let again = false;
  let callOff: ReturnType<typeof setTimeout> | undefined;

  async function look(): Promise<void> {
    again = isReading;
    if (isReading) return;
    isReading = true;
    clearTimeout(callOff);
    try {
      const [boxes, opened] = await Promise.allSettled([readBoxes(client, { signal }), lookAtOpen()]);
      if (boxes.status === 'rejected') throw boxes.reason;
      if (!signal.aborted) read(boxes.value);
      if (opened.status === 'rejected') throw opened.reason;
    } catch (error) {
      if (!signal.aborted) {
        failed(error);
        callOff = setTimeout(() => void look(), ANOTHER_TRY);
      }
    }
    isReading = false;
    if (again && !signal.aborted) void look();
  }

  async function lookAtOpen(): Promise<void> {
    const id = open();
    if (!id) return;
    const thread = await readThread(client, id, { signal }).catch((error: unknown) => {
      // One that may not be read any more stays as it was last seen. One that could not be read is tried again.
      if (error instanceof AdapterError && !error.retryable) return undefined;
      throw error;
    });
    if (thread && !signal.aborted) readOpen(thread);
  }

  const stopListening = client.changes.listen(() => void look());
  // What is due becomes late with nothing having changed.
  const everyMinute = setInterval(() => void look(), 60_000);
  void look();
  return {
    look: () => void look(),
    stop() {
      stopListening();
      clearInterval(everyMinute);
      clearTimeout(callOff);
      ending.abort();
    },
  };
}
