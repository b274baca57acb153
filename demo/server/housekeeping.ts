import { beginAct } from './conversation/act.js';
import { expire } from './conversation/expire.js';
import { visibleThreads } from './conversation/threads.js';
import { leaveNoTrace } from './database/leave-no-trace.js';
import type { Database } from './database/tables.js';
import { softwareReader, type Directory, type PracticeRecord } from './directory/directory.js';
import { forgetSlots } from './visits/forget-slots.js';

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;

/** How long a key is remembered, in milliseconds. A device that was away for longer asks what became of its message. */
const KEY_LIFETIME = 14 * DAY;

/** For how long after its end a link can be exchanged for another, in milliseconds. */
const LINK_MEMORY = 30 * DAY;

export interface House {
  readonly database: Database;
  readonly directory: Directory;
  readonly clock: () => number;
}

/** Forgets what has ended and ends what nobody writes in any more, now and every hour. Returns the way to stop. */
export async function keepHouse(house: House): Promise<() => void> {
  await tidy(house);
  const timer = setInterval(() => {
    // A database that is away now will be there in an hour.
    tidy(house).catch(() => {});
  }, HOUR);
  timer.unref();
  return () => clearInterval(timer);
}

/** One round of it. */
export async function tidy({ database, directory, clock }: House): Promise<void> {
  const instant = (ago = 0) => new Date(clock() - ago).toISOString();
  await database.deleteFrom('session').where('expires_at', '<=', instant()).execute();
  await database.deleteFrom('kept_answer').where('at', '<=', instant(KEY_LIFETIME)).execute();
  await database.deleteFrom('guest_link').where('expires_at', '<=', instant(LINK_MEMORY)).execute();
  // Kept for a while, so that an address is not sent too many codes.
  await database.deleteFrom('guest').where('person', 'is', null).where('expires_at', '<=', instant(HOUR)).execute();
  await database.deleteFrom('hold').where('until', '<=', instant()).execute();
  await forgetSlots(database, instant());
  for (const record of directory.practices) {
    const { expiresAfterDays } = record.entry;
    if (expiresAfterDays === undefined) continue;
    await expireThreads({ database, directory, record, now: instant(), silentSince: instant(expiresAfterDays * DAY) });
  }
  await leaveNoTrace(database);
}

interface Expiring {
  readonly database: Database;
  readonly directory: Directory;
  readonly record: PracticeRecord;
  readonly now: string;
  readonly silentSince: string;
}

/** Ends each thread that waits for nobody at the practice and has been silent for long. */
async function expireThreads({ database, directory, record, now, silentSince }: Expiring): Promise<void> {
  const reader = softwareReader(record, directory);
  const silent = (through: Database) =>
    visibleThreads({ database: through, directory, reader })
      .selectAll()
      .where('custody', 'in', ['waiting', 'held'])
      .where('updated_at', '<=', silentSince)
      .where('turn', '<>', 'practice');
  for (const { id } of await silent(database).execute()) {
    await database.transaction().execute(async (transaction) => {
      const act = await beginAct(transaction, { directory, reader, now });
      // Somebody may have written a moment ago.
      const row = await silent(transaction).where('id', '=', id).executeTakeFirst();
      if (row) await expire(act, row);
    });
  }
}
