import type { Instant } from 'carethread/model';
import type { DatabaseTransaction } from '../database/tables.js';
import type { Directory, Reader } from '../directory/directory.js';

/** Something one person does. All of it happens in one transaction, or none. */
export interface Act {
  readonly database: DatabaseTransaction;
  readonly directory: Directory;
  /** Who does it. */
  readonly reader: Reader;
  readonly now: Instant;
  /** The number of the change this act makes in its practice. */
  readonly change: number;
  /** Whether it is told of the past, as a story is: whether the practice takes messages now does not matter to it. */
  readonly past?: boolean | undefined;
}

/**
 * Begins an act. Raising the practice's number comes first and locks its row until the transaction ends: acts of one
 * practice happen one after the other, on either database. That is what makes change numbers appear in their order,
 * so that a bookmark never skips one, and what lets every rule below read before it writes.
 */
export async function beginAct(
  database: DatabaseTransaction,
  begun: Pick<Act, 'directory' | 'reader' | 'now' | 'past'>,
): Promise<Act> {
  return { ...begun, database, change: await raise(database, begun.reader) };
}

/** The same act, making a change of its own: for what must have its own place in the lists. */
export async function nextChange(act: Act): Promise<Act> {
  return { ...act, change: await raise(act.database, act.reader) };
}

/** Takes a practice's lock without changing anything: what else wants it waits until the transaction ends. */
export async function lockPractice(database: DatabaseTransaction, practice: string): Promise<void> {
  await database.updateTable('practice').set({ id: practice }).where('id', '=', practice).execute();
}

async function raise(database: DatabaseTransaction, { record }: Reader): Promise<number> {
  const { last_change } = await database
    .updateTable('practice')
    .set((expression) => ({ last_change: expression('last_change', '+', 1) }))
    .where('id', '=', record.practice.id)
    .returning('last_change')
    .executeTakeFirstOrThrow();
  return last_change;
}
