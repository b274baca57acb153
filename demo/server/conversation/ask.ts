import { randomUUID } from 'node:crypto';
import type { ContactRequest, Receipt, SendKey } from 'carethread/model';
import type { ThreadTable } from '../database/tables.js';
import { Problem } from '../problems.js';
import { storableText, writtenText } from '../text.js';
import type { Act } from './act.js';
import { answersInWords, titleOf } from './answers.js';
import { messageOf, writeMessage } from './entries.js';
import { dueAtOf } from './promise.js';
import { threadOf } from './threads.js';

/** A patient asks the practice something new: a thread with its first message, waiting in the practice's queue. */
export async function ask(act: Act, request: ContactRequest, key: SendKey | null): Promise<Receipt> {
  const { database, directory, reader, now, change } = act;
  const { record, isStaff, subjects } = reader;
  if (isStaff) throw new Problem('forbidden');
  if (!subjects.some(({ id }) => id === request.subject)) throw new Problem('invalid', { field: 'subject' });
  const reason = record.entry.reasons.find(({ id }) => id === request.reason);
  if (!reason) throw new Problem('invalid', { field: 'reason' });
  const answers = answersInWords(reason, request.answers);
  const checked = reason.promptRequired ? writtenText : storableText;
  const body = checked(request.body, { field: 'body', budget: reason.budget });

  const id = randomUUID();
  const place = { thread: id, position: 1, subject: request.subject };
  const row: Omit<ThreadTable, 'last_message'> = {
    id,
    practice: record.practice.id,
    subject: request.subject,
    reason: reason.id,
    reason_label: reason.label,
    title: titleOf(reason, request.answers),
    custody: 'waiting',
    holder: null,
    custody_since: now,
    turn: 'practice',
    due_at: dueAtOf(record, reason.id, now),
    answered: 0,
    waiting_since: now,
    updated_at: now,
    moved: change,
    change,
    version: 1,
    last_position: 1,
  };
  // The thread comes first, for the message refers to it.
  await database.insertInto('thread').values({ ...row, last_message: '' }).execute();
  const message = await writeMessage(act, place, { body, answers, key });
  await database.updateTable('thread').set({ last_message: message.id }).where('id', '=', id).execute();
  return {
    thread: await threadOf(act, { ...row, last_message: message.id }),
    message: messageOf(message, directory, reader),
  };
}
