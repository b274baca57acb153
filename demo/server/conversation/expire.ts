import type { ThreadTable } from '../database/tables.js';
import { noteAnswer } from '../notices/note-answer.js';
import type { Act } from './act.js';
import { writeEvent } from './entries.js';
import { saveThread } from './save.js';

/** A thread in which nobody wrote for long is over. The practice's software does this, and owes nobody anything. */
export async function expire(act: Act, row: ThreadTable): Promise<void> {
  await writeEvent(act, row, { kind: 'expired' });
  await noteAnswer(act, row);
  const over = { custody: 'closed', expired: 1, holder: null, turn: 'nobody', due_at: null, answered: 1 } as const;
  await saveThread(act, row, { ...over, custody_since: act.now, last_position: row.last_position + 1 });
}
