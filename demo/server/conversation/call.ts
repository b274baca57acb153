import type { Thread } from 'carethread/model';
import { noteAnswer } from '../notices/note-answer.js';
import { writtenText } from '../text.js';
import type { Act } from './act.js';
import { actedOn, type Target } from './acted-on.js';
import { writeEvent } from './entries.js';
import { answeredAt } from './reply.js';
import { saveThread } from './save.js';
import { threadOf } from './threads.js';

const NOTE_BUDGET = 750;

/** How a call went, and what was said. */
export interface Call {
  readonly outcome: 'reached' | 'no-answer' | 'message-left';
  readonly note: string;
}

/** Staff note a call. One that reached the patient is an answer; after any other the promise stands. */
export async function logCall(act: Act, target: Target, { outcome, note: text }: Call): Promise<Thread> {
  const row = await actedOn(act, 'staff', target);
  const note = writtenText(text, { field: 'note', budget: NOTE_BUDGET });
  await writeEvent(act, row, { kind: 'call-logged', outcome, note });
  const reached = outcome === 'reached';
  if (reached) await noteAnswer(act, row);
  const turn = reached ? answeredAt(act.now) : {};
  return threadOf(act, await saveThread(act, row, { ...turn, last_position: row.last_position + 1 }));
}
