import type { Message, SendKey } from 'carethread/model';
import type { ThreadTable } from '../database/tables.js';
import { Problem } from '../problems.js';
import { writtenText } from '../text.js';
import type { Act } from './act.js';
import { messageOf, writeMessage } from './entries.js';
import { dueAtOf } from './promise.js';
import { saveThread } from './save.js';
import { findThread } from './threads.js';

/** How many characters a reply may have, counted by `textLength`. */
const BUDGETS = { patient: 750, staff: 10_000 } as const;

/** Somebody writes in a thread. Then it is the other side's turn; who has the thread stays as it is. */
export async function reply(act: Act, id: string, text: string, key: SendKey | null): Promise<Message> {
  const { reader, directory, now } = act;
  const row = await findThread(act, id);
  const budget = reader.isStaff ? BUDGETS.staff : BUDGETS.patient;
  const body = writtenText(text, { field: 'body', budget });
  if (row.custody === 'closed') throw new Problem('conflict', { detail: 'The thread is closed.' });
  const position = row.last_position + 1;
  const message = await writeMessage(act, { thread: id, position, subject: row.subject }, { body, answers: [], key });
  const turn = reader.isStaff ? answeredAt(now) : askedAgain(act, row);
  await saveThread(act, row, { ...turn, last_position: position, last_message: message.id });
  return messageOf(message, directory, reader);
}

function answeredAt(now: string) {
  return { turn: 'patient', due_at: null, answered: 1, waiting_since: now } as const;
}

/** Writing twice before the answer does not put the answer off: what was promised first stays promised. */
function askedAgain({ reader, now }: Act, { turn, reason }: ThreadTable) {
  if (turn === 'practice') return {};
  return { turn: 'practice', due_at: dueAtOf(reader.record, reason, now), answered: 0, waiting_since: now } as const;
}
