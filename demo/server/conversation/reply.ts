import type { CardDraft, Message, MessageId, SendKey } from 'carethread/model';
import type { ThreadTable } from '../database/tables.js';
import type { Reader } from '../directory/directory.js';
import { Problem } from '../problems.js';
import { storableText, writtenText } from '../text.js';
import type { Act } from './act.js';
import { refuseOver } from './acted-on.js';
import { cardsFor } from './cards.js';
import { detailIn, type Detail } from './detail.js';
import { messageOf, writeMessage } from './entries.js';
import { noteAnswer } from '../notices/note-answer.js';
import { requireOpen } from './practice-now.js';
import { dueAtOf } from './promise.js';
import { saveThread } from './save.js';
import { findThread, PATIENT_BUDGET } from './threads.js';

// Nobody is told of this one: it keeps one message from filling the database.
const STAFF_BUDGET = 10_000;

/** What somebody writes in a thread. */
export interface Reply {
  readonly body: string;
  readonly cards?: readonly CardDraft[] | undefined;
  readonly detail?: Detail | undefined;
}

/** How many characters what somebody writes may have, counted by `textLength`. */
export const budgetOf = ({ isStaff }: Reader): number => (isStaff ? STAFF_BUDGET : PATIENT_BUDGET);

/** Somebody writes in a thread. Then it is the other side's turn; who has the thread stays as it is. */
export async function reply(act: Act, id: string, draft: Reply, key: SendKey | null): Promise<Message> {
  const { reader, directory, now } = act;
  const row = await findThread(act, id);
  if (reader.isStaff ? draft.detail : draft.cards?.length) throw new Problem('forbidden');
  refuseOver(row);
  if (!reader.isStaff) await requireOpen(act);
  const cards = await cardsFor(act, row, draft.cards ?? []);
  const detail = draft.detail && (await detailIn(act, id, draft.detail));
  const checked = cards.length > 0 || detail ? storableText : writtenText;
  const body = checked(draft.body, { field: 'body', budget: budgetOf(reader) });
  const position = row.last_position + 1;
  const words = { body: body.trim() === '' ? '' : body, answers: detail?.words ?? [], cards, key };
  const message = await writeMessage(act, { thread: id, position, subject: row.subject }, words);
  await detail?.answeredBy(message.id as MessageId);
  if (reader.isStaff) await noteAnswer(act, row);
  const turn = reader.isStaff ? answeredAt(now) : askedAgain(act, row);
  await saveThread(act, row, { ...turn, last_position: position, last_message: message.id });
  return messageOf(message, directory, reader);
}

/** What becomes of a thread once its patient is answered. */
export function answeredAt(now: string) {
  return { turn: 'patient', due_at: null, answered: 1, waiting_since: now } as const;
}

/** Writing twice before the answer does not put the answer off: what was promised first stays promised. */
function askedAgain({ reader, now }: Act, { turn, reason }: ThreadTable) {
  if (turn === 'practice') return {};
  return { turn: 'practice', due_at: dueAtOf(reader.record, reason, now), answered: 0, waiting_since: now } as const;
}
