import { randomUUID } from 'node:crypto';
import type { Entry, EventId, Message, MessageId, SendKey, ThreadId } from 'carethread/model';
import * as z from 'zod/mini';
import { decodeCursor, encodeCursor } from '../cursor.js';
import type { Database, EntryTable, ThreadTable } from '../database/tables.js';
import type { Directory, Reader } from '../directory/directory.js';
import type { Act } from './act.js';
import type { Listed } from './lists.js';

const NOTHING = {
  on_behalf_of: null,
  send_key: null,
  body: null,
  answers: null,
  kind: null,
  recipient: null,
  note: null,
} as const;

/** What somebody writes. */
export interface Words {
  readonly body: string;
  readonly answers: Message['answers'];
  readonly key: SendKey | null;
}

/** Writes a message at a place in a thread. */
export async function writeMessage(
  { database, reader, now }: Act,
  { thread, position, subject }: { thread: string; position: number; subject: string },
  { body, answers, key }: Words,
): Promise<EntryTable> {
  const { id } = reader.person;
  const row: EntryTable = {
    ...NOTHING,
    thread,
    position,
    id: randomUUID(),
    type: 'message',
    author: id,
    at: now,
    on_behalf_of: !reader.isStaff && id !== subject ? subject : null,
    send_key: key,
    body,
    answers: JSON.stringify(answers),
  };
  await database.insertInto('entry').values(row).execute();
  return row;
}

/** Writes down that something happened to a thread, after its last entry. */
export async function writeEvent(
  { database, reader, now }: Act,
  { id: thread, last_position }: ThreadTable,
  event: Pick<EntryTable, 'kind'> & Partial<Pick<EntryTable, 'recipient' | 'note'>>,
): Promise<void> {
  const place = { thread, position: last_position + 1, id: randomUUID(), author: reader.person.id, at: now };
  await database
    .insertInto('entry')
    .values({ ...NOTHING, ...place, type: 'event', ...event })
    .execute();
}

/** One page of a thread's line, newest first. */
export async function listEntries(
  { database, directory, reader }: { database: Database; directory: Directory; reader: Reader },
  { thread, after, limit }: { thread: string; after: string | undefined; limit: number },
): Promise<Listed<Entry>> {
  const list = `entries ${thread}`;
  let query = database
    .selectFrom('entry')
    .selectAll()
    .where('thread', '=', thread)
    .orderBy('position', 'desc')
    .limit(limit + 1);
  if (after !== undefined) {
    const [position] = decodeCursor(list, after, { field: 'after', keys: z.tuple([z.number()]) });
    query = query.where('position', '<', position);
  }
  const rows = await query.execute();
  const items = rows.slice(0, limit);
  return {
    items: items.map((row) => entryOf(row, directory, reader)),
    next: rows.length > limit ? encodeCursor(list, [items.at(-1)!.position]) : undefined,
  };
}

function entryOf(row: EntryTable, directory: Directory, reader: Reader): Entry {
  if (row.type === 'message') return messageOf(row, directory, reader);
  return {
    type: 'event',
    id: row.id as EventId,
    thread: row.thread as ThreadId,
    kind: row.kind!,
    actor: directory.person(row.author),
    to: row.recipient === null ? undefined : directory.person(row.recipient),
    note: row.note ?? undefined,
    at: row.at,
  };
}

/** A stored message as a reader gets it. */
export function messageOf(row: EntryTable, directory: Directory, reader: Reader): Message {
  return {
    type: 'message',
    id: row.id as MessageId,
    thread: row.thread as ThreadId,
    key: row.author === reader.person.id ? ((row.send_key ?? undefined) as SendKey | undefined) : undefined,
    author: directory.person(row.author),
    onBehalfOf: row.on_behalf_of === null ? undefined : directory.person(row.on_behalf_of),
    drafting: 'author',
    body: row.body!,
    answers: JSON.parse(row.answers!) as Message['answers'],
    sentAt: row.at,
  };
}
