import type { Thread } from 'carethread/model';
import type { Act } from './act.js';
import { actedOn, type Target } from './acted-on.js';
import { writeEvent } from './entries.js';
import { saveThread } from './save.js';
import { threadOf } from './threads.js';

/** The patient says that this answered their question: nobody owes anything, and both can still write. */
export async function settle(act: Act, target: Target): Promise<Thread> {
  const row = await actedOn(act, 'patient', target);
  if (row.turn === 'nobody') return threadOf(act, row);
  await writeEvent(act, row, { kind: 'settled' });
  const settled = { turn: 'nobody', due_at: null, answered: 1, waiting_since: act.now } as const;
  return threadOf(act, await saveThread(act, row, { ...settled, last_position: row.last_position + 1 }));
}
