import { randomUUID } from 'node:crypto';
import type { Receipt } from 'carethread/model';
import type { ThreadTable } from '../database/tables.js';
import type { Act } from './act.js';
import { messageOf, writeMessage, type Words } from './entries.js';
import { folded } from './fold.js';
import { dueAtOf } from './promise.js';
import { threadOf } from './threads.js';

/** What a new thread is about. */
export type NewThread = Pick<
  ThreadTable,
  'subject' | 'reason' | 'reason_label' | 'title' | 'recipient' | 'reply' | 'continues'
>;

/** A new thread with its first message, waiting in the practice's queue. */
export async function openThread(act: Act, about: NewThread, words: Words): Promise<Receipt> {
  const { database, directory, reader, now, change } = act;
  const id = randomUUID();
  const row: Omit<ThreadTable, 'last_message'> = {
    ...about,
    id,
    practice: reader.record.practice.id,
    custody: 'waiting',
    holder: null,
    custody_since: now,
    turn: 'practice',
    due_at: dueAtOf(reader.record, about.reason, now),
    answered: 0,
    waiting_since: now,
    updated_at: now,
    moved: change,
    change,
    version: 1,
    last_position: 1,
    continued_by: null,
    expired: 0,
    search: folded(about.title),
  };
  // The thread comes first, for the message refers to it.
  await database.insertInto('thread').values({ ...row, last_message: '' }).execute();
  const message = await writeMessage(act, { thread: id, position: 1, subject: about.subject }, words);
  await database.updateTable('thread').set({ last_message: message.id }).where('id', '=', id).execute();
  return {
    thread: await threadOf(act, { ...row, last_message: message.id }),
    message: messageOf(message, directory, reader),
  };
}
