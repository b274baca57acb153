import type { Database } from './database/tables.js';

/** How long a key is remembered, in milliseconds. A device that was away for longer asks what became of its message. */
const KEY_LIFETIME = 14 * 24 * 60 * 60 * 1000;

const HOUR = 60 * 60 * 1000;

/** Forgets ended sessions and old keys, now and every hour. Returns the way to stop. */
export async function keepHouse(database: Database, clock: () => number): Promise<() => void> {
  await tidy(database, clock());
  const timer = setInterval(() => {
    // A database that is away now will be there in an hour.
    tidy(database, clock()).catch(() => {});
  }, HOUR);
  timer.unref();
  return () => clearInterval(timer);
}

async function tidy(database: Database, now: number): Promise<void> {
  await database.deleteFrom('session').where('expires_at', '<=', new Date(now).toISOString()).execute();
  await database.deleteFrom('kept_answer').where('at', '<=', new Date(now - KEY_LIFETIME).toISOString()).execute();
}
