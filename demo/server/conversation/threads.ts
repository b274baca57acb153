import type { Card, Message, MessageId, Person, ReadMark, ReasonId, ReplyWish, Thread, ThreadId } from 'carethread/model';
import type { Database, EntryTable, ThreadTable } from '../database/tables.js';
import type { Directory, Reader } from '../directory/directory.js';
import { Problem } from '../problems.js';
import { SIGNS_LABEL } from './red-flags.js';

/** Whether an id could be one of ours. Others are not even looked up: PostgreSQL fails on some of them. */
export function isOwnId(id: string): boolean {
  return /^[\w-]{1,100}$/.test(id);
}

/** How many characters a patient's reply may have, counted by `textLength`. */
export const PATIENT_BUDGET = 750;

/** Where to look, and for whom. */
export interface Scope {
  readonly database: Database;
  readonly directory: Directory;
  readonly reader: Reader;
}

/** The threads a reader may know of: staff those of their practice, patients those about their subjects. */
export function visibleThreads({ database, reader: { record, isStaff, subjects } }: Scope) {
  const query = database.selectFrom('thread').where('practice', '=', record.practice.id);
  return isStaff
    ? query
    : query.where(
        'subject',
        'in',
        subjects.map(({ id }) => id as string),
      );
}

/** A thread the reader may know of. One they may not is `not-found`, like one that never was. */
export async function findThread(scope: Scope, id: string): Promise<ThreadTable> {
  const found = visibleThreads(scope).selectAll().where('id', '=', id);
  const row = isOwnId(id) ? await found.executeTakeFirst() : undefined;
  if (!row) throw new Problem('not-found');
  return row;
}

/** Stored threads as a reader gets them, in the same order. */
export async function threadsOf(scope: Scope, rows: readonly ThreadTable[]): Promise<Thread[]> {
  if (rows.length === 0) return [];
  const { database, directory, reader } = scope;
  const ids = rows.map(({ id }) => id);
  const messages = await database
    .selectFrom('entry')
    .select(['id', 'author', 'body', 'answers', 'cards', 'at'])
    .where(
      'id',
      'in',
      rows.map(({ last_message }) => last_message),
    )
    .execute();
  const marks = await database.selectFrom('read_mark').selectAll().where('thread', 'in', ids).orderBy('at').execute();
  const unread = await countUnread(database, reader, ids);
  await directory.learn(database, [
    ...rows.flatMap(({ subject, holder }) => [subject, holder]),
    ...messages.map(({ author }) => author),
    ...marks.map(({ person }) => person),
  ]);
  return rows.map((row) => {
    const message = messages.find(({ id }) => id === row.last_message)!;
    const readMarks = marks
      .filter(({ thread }) => thread === row.id)
      .map(({ person, message: upTo, at }) => markOf(directory.person(person), upTo, at));
    return {
      id: row.id as ThreadId,
      version: String(row.version),
      practice: { id: reader.record.practice.id, name: reader.record.practice.name },
      title: row.title,
      reason: { id: row.reason as ReasonId, label: row.reason_label },
      subject: directory.person(row.subject),
      state: stateOf(row),
      custody: {
        state: row.custody,
        holder: row.holder === null ? undefined : directory.person(row.holder),
        since: row.custody_since,
      },
      turn: row.turn,
      dueAt: row.due_at ?? undefined,
      updatedAt: row.updated_at,
      unread: unread.get(row.id) ?? 0,
      lastMessage: { author: directory.person(message.author), snippet: snippetOf(message), at: message.at },
      readMarks,
      reply: row.reply === null ? undefined : (JSON.parse(row.reply) as ReplyWish),
      continues: (row.continues ?? undefined) as ThreadId | undefined,
      continuedBy: (row.continued_by ?? undefined) as ThreadId | undefined,
      budget: reader.isStaff ? undefined : PATIENT_BUDGET,
    };
  });
}

function stateOf({ custody, expired }: ThreadTable): Thread['state'] {
  if (custody !== 'closed') return 'open';
  return expired === 1 ? 'expired' : 'closed';
}

/** One stored thread as a reader gets it. */
export async function threadOf(scope: Scope, row: ThreadTable): Promise<Thread> {
  const [thread] = await threadsOf(scope, [row]);
  return thread!;
}

async function countUnread(database: Database, { person }: Reader, threads: string[]): Promise<Map<string, number>> {
  const counts = await database
    .selectFrom('entry')
    .leftJoin('read_mark', (join) =>
      join.onRef('read_mark.thread', '=', 'entry.thread').on('read_mark.person', '=', person.id),
    )
    .select(({ fn }) => ['entry.thread', fn.countAll().as('unread')])
    .where('entry.thread', 'in', threads)
    .where('entry.type', '=', 'message')
    .where('entry.author', '<>', person.id)
    .where(({ eb, fn, val }) => eb('entry.position', '>', fn.coalesce('read_mark.position', val(0))))
    .groupBy('entry.thread')
    .execute();
  return new Map(counts.map(({ thread, unread }) => [thread, Number(unread)]));
}

function markOf(person: Person, upTo: string, at: string): ReadMark {
  return { person, upTo: upTo as MessageId, at };
}

/** The first words of a message on one line; without free text, of the first answer of its author's, or of a card. */
function snippetOf({ body, answers, cards }: Pick<EntryTable, 'body' | 'answers' | 'cards'>): string {
  const given = JSON.parse(answers ?? '[]') as Message['answers'];
  const answer = given.find(({ label }) => label !== SIGNS_LABEL)?.value;
  const words = body || answer || (JSON.parse(cards ?? '[]') as Card[])[0]?.label || '';
  const line = Array.from(words.replace(/\s+/g, ' ').trim());
  return line.length > 140 ? `${line.slice(0, 139).join('')}…` : line.join('');
}
