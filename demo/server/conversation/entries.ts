import { randomUUID } from 'node:crypto';
import type { Card, Entry, EventId, Message, MessageId, SendKey, ThreadId } from 'carethread/model';
import * as z from 'zod/mini';
import { decodeCursor, encodeCursor } from '../cursor.js';
import type { Database, EntryTable, ThreadTable } from '../database/tables.js';
import type { Directory, Reader } from '../directory/directory.js';
import { asWrittenByGuest } from '../guests/written-as-guest.js';
import { Problem } from '../problems.js';
import type { Act } from './act.js';
import { folded } from './fold.js';
import type { Listed } from './lists.js';
import { SIGNS_LABEL } from './red-flags.js';
import { isOwnId, type Scope } from './threads.js';

const NOTHING = {
  on_behalf_of: null,
  send_key: null,
  body: null,
  answers: null,
  kind: null,
  recipient: null,
  note: null,
  relationship: null,
  cards: null,
  amendments: null,
  retracted_at: null,
  outcome: null,
  continued_by: null,
  search: '',
} as const;

/** What somebody writes. */
export interface Words {
  readonly body: string;
  readonly answers: Message['answers'];
  readonly cards?: readonly Card[];
  readonly key: SendKey | null;
}

/** Writes a message at a place in a thread. */
export async function writeMessage(
  { database, reader, now }: Act,
  { thread, position, subject }: { thread: string; position: number; subject: string },
  { body, answers, cards = [], key }: Words,
): Promise<EntryTable> {
  const { person: { id }, subjects } = reader;
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
    relationship: subjects.find((one) => one.id === subject)?.relationship ?? null,
    cards: JSON.stringify(cards),
    search: searchable(body, answers),
  };
  await database.insertInto('entry').values(row).execute();
  return row;
}

/** What of a message is searched: its words and its answers, as far as they are the author's. */
export function searchable(body: string, answers: Message['answers']): string {
  const said = answers.filter(({ label }) => label !== SIGNS_LABEL).map(({ value }) => value);
  return folded([body, ...said].join('\n'));
}

type EventDetails = Pick<EntryTable, 'kind'> & Partial<Pick<EntryTable, 'recipient' | 'note' | 'outcome' | 'continued_by'>>;

/** Writes down that something happened to a thread, after its last entry. */
export async function writeEvent(
  { database, reader, now }: Act,
  { id: thread, last_position }: ThreadTable,
  event: EventDetails,
): Promise<void> {
  const place = { thread, position: last_position + 1, id: randomUUID(), author: reader.person.id, at: now };
  await database
    .insertInto('entry')
    .values({ ...NOTHING, ...place, type: 'event', ...event })
    .execute();
}

/** One page of a thread's line, newest first. */
export async function listEntries(
  scope: Scope,
  { thread, after, limit }: { thread: string; after: string | undefined; limit: number },
): Promise<Listed<Entry>> {
  const { database, directory, reader } = scope;
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
  const items = await asWrittenByGuest(scope, rows.slice(0, limit));
  await directory.learn(database, items.flatMap(({ author, recipient, on_behalf_of }) => [author, recipient, on_behalf_of]));
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
    outcome: row.outcome ?? undefined,
    continuedBy: (row.continued_by ?? undefined) as ThreadId | undefined,
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
    relationship: row.relationship ?? undefined,
    drafting: 'author',
    body: row.body!,
    answers: JSON.parse(row.answers!) as Message['answers'],
    cards: cardsIn(row),
    sentAt: row.at,
    amendments: JSON.parse(row.amendments ?? '[]') as Message['amendments'],
    retractedAt: row.retracted_at ?? undefined,
  };
}

/** The cards of a stored message. */
export function cardsIn({ cards }: Pick<EntryTable, 'cards'>): Card[] {
  return JSON.parse(cards ?? '[]') as Card[];
}

/** A message of a thread; `invalid` names the part of the input it was asked for with. */
export async function findMessage(
  { database }: { database: Database },
  thread: string,
  { id, field }: { id: string; field: string },
): Promise<EntryTable> {
  const found = database
    .selectFrom('entry')
    .selectAll()
    .where('thread', '=', thread)
    .where('id', '=', id)
    .where('type', '=', 'message');
  const row = isOwnId(id) ? await found.executeTakeFirst() : undefined;
  if (!row) throw new Problem('invalid', { field });
  return row;
}
