import type { Database } from '../database/tables.js';

/**
 * Forgets times that are over, and what was offered of them or of offers that have ended. What came of them stays: an
 * appointment says itself when it is, and the card of an offer still finds that it has ended.
 */
export async function forgetSlots(database: Database, now: string): Promise<void> {
  const past = database.selectFrom('slot').select('id').where('ends', '<=', now);
  const ended = database
    .selectFrom('offer')
    .select('id')
    .where(({ or, eb }) => or([eb('state', '<>', 'open'), eb('until', '<=', now)]));
  await database
    .deleteFrom('offer_slot')
    .where(({ or, eb }) => or([eb('slot', 'in', past), eb('offer', 'in', ended)]))
    .execute();
  await database.deleteFrom('hold').where('slot', 'in', past).execute();
  await database.deleteFrom('slot').where('ends', '<=', now).execute();
}
