import type { ThreadTable } from '../database/tables.js';
import type { Act } from './act.js';

type ThreadChange = Partial<Omit<ThreadTable, 'id' | 'practice' | 'subject' | 'version' | 'change' | 'moved'>>;

/** Saves what an act changed in a thread, as a new version. Gives the thread as it is now. */
export function saveThread(act: Act, row: ThreadTable, change: ThreadChange): Promise<ThreadTable> {
  return write(act, row, { ...change, version: row.version + 1, updated_at: act.now, moved: act.change });
}

/**
 * Saves what is no news in itself, such as having read: the thread keeps its place in the lists, and its version, so
 * that opening a thread does not make one's own next act on it stale.
 */
export function saveQuietly(act: Act, row: ThreadTable, change: ThreadChange): Promise<ThreadTable> {
  return write(act, row, change);
}

function write({ database, change }: Act, row: ThreadTable, values: Partial<ThreadTable>): Promise<ThreadTable> {
  return database
    .updateTable('thread')
    .set({ ...values, change })
    .where('id', '=', row.id)
    .returningAll()
    .executeTakeFirstOrThrow();
}
