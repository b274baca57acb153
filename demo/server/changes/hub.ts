import { PassThrough, type Readable } from 'node:stream';
import type { Database } from '../database/tables.js';
import type { Reader } from '../directory/directory.js';

const CHANGE = 'event: change\ndata:\n\n';
const HEARTBEAT = ': still here\n\n';

/** A reader this slow has gone, or will ask `changesSince` anyway. */
const MOST_UNREAD_BYTES = 64 * 1024;

export interface HubOptions {
  /** How often other server processes' changes are looked for, in milliseconds. */
  readonly lookEvery: number;
  /** How often an open stream shows that it lives, in milliseconds. */
  readonly beatEvery: number;
}

interface Listener {
  readonly reader: Reader;
  readonly stream: PassThrough;
}

/** Tells open streams that something changed for their reader. */
export interface ChangeHub {
  /** A stream of server-sent events. Ends by itself after `lifetime` milliseconds. */
  open(reader: Reader, lifetime: number): Promise<Readable>;
  /** Something was committed here: look now. */
  changed(): void;
  close(): void;
}

/**
 * Every server process looks into the database for changes while somebody listens, and at once after a change of its
 * own. So several processes need nothing between them, on either database.
 */
export function createHub(database: Database, { lookEvery, beatEvery }: HubOptions): ChangeHub {
  const listeners = new Set<Listener>();
  const seen = new Map<string, number>();
  let timers: NodeJS.Timeout[] = [];
  let looking = false;
  let lookAgain = false;

  const practices = () => database.selectFrom('practice').select(['id', 'last_change', 'change']).execute();

  async function look(): Promise<void> {
    for (const { id: practice, last_change: last, change } of await practices()) {
      const since = seen.get(practice) ?? last;
      seen.set(practice, Math.max(since, last));
      if (last <= since) continue;
      if (change > since) tell(practice);
      const changed = (['thread', 'result', 'release_choice', 'appointment', 'offer'] as const).map((table) =>
        database
          .selectFrom(table)
          .select('subject')
          .where('practice', '=', practice)
          .where('change', '>', since)
          .where('change', '<=', last)
          .execute(),
      );
      for (const { subject } of (await Promise.all(changed)).flat()) tell(practice, subject);
    }
  }

  /** Tells those who may read about a subject; without one, everybody who reads the practice. */
  function tell(practice: string, subject?: string): void {
    for (const { reader, stream } of listeners) {
      if (reader.record.practice.id !== practice) continue;
      if (subject !== undefined && !reader.isStaff && !reader.subjects.some(({ id }) => id === subject)) continue;
      if (stream.writableLength > MOST_UNREAD_BYTES) stream.destroy();
      else stream.write(CHANGE);
    }
  }

  function changed(): void {
    lookAgain = true;
    if (looking || listeners.size === 0) return;
    looking = true;
    void (async () => {
      try {
        while (lookAgain) {
          lookAgain = false;
          await look();
        }
      } catch {
        // The database is away or closing. Streams are hints only; the next look tries again.
      } finally {
        looking = false;
      }
    })();
  }

  function start(): void {
    const beat = () => listeners.forEach(({ stream }) => stream.write(HEARTBEAT));
    timers = [setInterval(changed, lookEvery), setInterval(beat, beatEvery)];
  }

  function stop(): void {
    timers.forEach((timer) => clearInterval(timer));
    timers = [];
    seen.clear();
  }

  return {
    async open(reader, lifetime) {
      if (listeners.size === 0) for (const { id, last_change } of await practices()) seen.set(id, last_change);
      const stream = new PassThrough();
      const listener = { reader, stream };
      const end = setTimeout(() => stream.end(), lifetime);
      stream.once('close', () => {
        clearTimeout(end);
        listeners.delete(listener);
        if (listeners.size === 0) stop();
      });
      listeners.add(listener);
      if (timers.length === 0) start();
      stream.write(HEARTBEAT);
      return stream;
    },
    changed,
    close() {
      for (const { stream } of listeners) stream.end();
      stop();
    },
  };
}
