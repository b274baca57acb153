import { AdapterError } from 'carethread/adapter';
import { type Client, claimThread, closeThread, readThread, routeThread } from 'carethread/client';
import type { Person, Thread } from 'carethread/model';
import { failureWords, whatHappened } from './words.js';

/** What one can do with a thread at the desk. */
export type Act =
  | { readonly does: 'claim' }
  | { readonly does: 'route'; readonly to: Person; readonly note: string }
  | { readonly does: 'close'; readonly note: string };

/** What came of it, in words, and the thread as it is now if that is known. */
export interface Outcome {
  readonly isDone: boolean;
  readonly words: string;
  readonly thread?: Thread | undefined;
}

/** Does it, as far as the thread is still with whom it was when `me` looked. */
export async function carryOut(client: Client, me: Person, seen: Thread, act: Act): Promise<Outcome> {
  const { signal } = new AbortController();
  try {
    return { isDone: true, words: doneWords(act), thread: await attempt(client, seen, act, signal) };
  } catch (error) {
    const now = await readThread(client, seen.id, { signal }).catch(() => undefined);
    const changed = error instanceof AdapterError && (error.code === 'stale' || error.code === 'conflict');
    if (!changed || !now) return { isDone: false, words: failureWords(error), thread: now };
    if (!isWithTheSame(now, seen)) return { isDone: false, words: whatHappened(now, me), thread: now };
    // Somebody read or wrote in it meanwhile. Who has it is what counts here, and that is as it was.
    return attempt(client, now, act, signal).then(
      (thread) => ({ isDone: true, words: doneWords(act), thread }),
      (again: unknown) => ({ isDone: false, words: failureWords(again), thread: now }),
    );
  }
}

function attempt(client: Client, thread: Thread, act: Act, signal: AbortSignal): Promise<Thread> {
  switch (act.does) {
    case 'claim':
      return claimThread(client, thread, { signal });
    case 'route':
      return routeThread(client, thread, { to: act.to.id, note: act.note }, { signal });
    case 'close':
      return closeThread(client, thread, { note: act.note }, { signal });
  }
}

function isWithTheSame({ custody: now }: Thread, { custody: before }: Thread): boolean {
  return now.state === before.state && now.holder?.id === before.holder?.id;
}

function doneWords(act: Act): string {
  switch (act.does) {
    case 'claim':
      return 'You have this now.';
    case 'route':
      return `Passed to ${act.to.name}.`;
    case 'close':
      return 'Closed.';
  }
}
