import type { ThreadTable } from '../database/tables.js';
import { Problem } from '../problems.js';
import type { Act } from './act.js';
import { findThread } from './threads.js';

/** Which thread, and as which version it was read. */
export interface Target {
  readonly thread: string;
  readonly ifVersion: string | undefined;
}

/** A thread one of the practice, or the patient, may act on as long as it is what they have read, and not over. */
export async function actedOn(act: Act, by: 'staff' | 'patient', { thread, ifVersion }: Target): Promise<ThreadTable> {
  const row = await findThread(act, thread);
  if (act.reader.isStaff !== (by === 'staff')) throw new Problem('forbidden');
  if (ifVersion !== undefined && ifVersion !== String(row.version)) throw new Problem('stale');
  refuseOver(row);
  return row;
}

/** Nothing is written or handed over in a thread that is over. */
export function refuseOver({ custody }: ThreadTable): void {
  if (custody === 'closed') throw new Problem('conflict', { detail: 'The thread is closed.' });
}
