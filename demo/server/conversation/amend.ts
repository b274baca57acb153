import type { Message } from 'carethread/model';
import type { EntryTable, ThreadTable } from '../database/tables.js';
import { forgetWords } from '../kept-words.js';
import { Problem } from '../problems.js';
import { writtenText } from '../text.js';
import type { Act } from './act.js';
import { refuseOver } from './acted-on.js';
import { askAgain } from './detail.js';
import { findMessage, messageOf, searchable } from './entries.js';
import { requireOpen } from './practice-now.js';
import { budgetOf } from './reply.js';
import { saveThread } from './save.js';
import { findThread } from './threads.js';

/** Which message of which thread. */
export interface MessageTarget {
  readonly thread: string;
  readonly message: string;
}

/** Somebody changes the words of a message of their own. What it said stays to be seen. */
export async function amend(act: Act, target: MessageTarget, text: string): Promise<Message> {
  const { thread, row } = await ownMessage(act, target);
  if (!act.reader.isStaff) await requireOpen(act);
  const body = writtenText(text, { field: 'body', budget: budgetOf(act.reader) });
  if (body === row.body) return messageOf(row, act.directory, act.reader);
  const before = messageOf(row, act.directory, act.reader);
  const amendments = [...before.amendments, { body: before.body, until: act.now }];
  return save(act, thread, row, {
    body,
    amendments: JSON.stringify(amendments),
    search: searchable(body, before.answers),
  });
}

/** Somebody takes back a message of their own. Its words are then nowhere; that it was there stays to be seen. */
export async function retract(act: Act, target: MessageTarget): Promise<Message> {
  const { thread, row } = await ownMessage(act, target);
  const gone = { body: '', answers: '[]', cards: '[]', amendments: '[]', search: '', retracted_at: act.now };
  const message = await save(act, thread, row, gone);
  await askAgain(act, message);
  await forgetWords(act.database, message);
  return message;
}

async function ownMessage(act: Act, target: MessageTarget): Promise<{ thread: ThreadTable; row: EntryTable }> {
  const thread = await findThread(act, target.thread);
  const row = await findMessage(act, thread.id, { id: target.message, field: 'message' });
  if (row.author !== act.reader.person.id) throw new Problem('forbidden');
  if (row.retracted_at !== null) throw new Problem('conflict', { detail: 'It was taken back.' });
  refuseOver(thread);
  return { thread, row };
}

async function save(act: Act, thread: ThreadTable, row: EntryTable, change: Partial<EntryTable>): Promise<Message> {
  await act.database.updateTable('entry').set(change).where('id', '=', row.id).execute();
  await saveThread(act, thread, {});
  return messageOf({ ...row, ...change }, act.directory, act.reader);
}
