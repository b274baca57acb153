import type { PersonId, PracticeId, ReasonId } from 'carethread/model';
import { sql } from 'kysely';
import { storableText } from '../text.js';
import { folded } from './fold.js';
import { visibleThreads, type Scope } from './threads.js';

/** Which threads. All conditions must hold. */
export interface ThreadFilter {
  readonly text?: string | undefined;
  readonly reason?: ReasonId | undefined;
  readonly person?: PersonId | undefined;
  readonly practice?: PracticeId | undefined;
  readonly state?: 'yours' | 'theirs' | 'open' | 'closed' | undefined;
}

/** How many characters may be searched for. */
const TEXT_BUDGET = 200;

/** The reader's threads a filter leaves. The name tells filters apart, so that bookmarks stay in their own list. */
export function filteredThreads(scope: Scope, { text, reason, person, practice, state }: ThreadFilter) {
  const words = wordsIn(text ?? '');
  let query = visibleThreads(scope);
  if (reason !== undefined) query = query.where('reason', '=', comparable(reason));
  if (practice !== undefined) query = query.where('practice', '=', comparable(practice));
  if (person !== undefined) query = query.where((where) => involves(where, comparable(person)));
  if (state === 'closed') query = query.where('custody', '=', 'closed');
  else if (state !== undefined) query = query.where('custody', '<>', 'closed');
  if (state === 'yours' || state === 'theirs') {
    query = query.where('turn', '=', scope.reader.isStaff === (state === 'yours') ? 'practice' : 'patient');
  }
  for (const word of words) query = query.where((where) => holds(where, `%${escaped(word)}%`));
  const asked = [words.join(' '), reason, person, practice, state];
  return { query, name: asked.some(Boolean) ? `threads ${JSON.stringify(asked)}` : 'threads' };
}

type Where = Parameters<Extract<Parameters<ReturnType<typeof visibleThreads>['where']>[0], (...given: never[]) => unknown>>[0];

function involves(where: Where, person: string) {
  return where.or([
    where('subject', '=', person),
    where('holder', '=', person),
    where.exists(messagesOf(where).where('entry.author', '=', person)),
  ]);
}

function holds(where: Where, pattern: string) {
  return where.or([
    sql<boolean>`thread.search like ${pattern} escape '\\'`,
    where.exists(messagesOf(where).where(sql<boolean>`entry.search like ${pattern} escape '\\'`)),
  ]);
}

function messagesOf(where: Where) {
  return where
    .selectFrom('entry')
    .select('entry.id')
    .whereRef('entry.thread', '=', 'thread.id')
    .where('entry.type', '=', 'message');
}

/** Every word of a search once. What no text can hold is refused, for PostgreSQL would fail on it. */
export function wordsIn(text: string): string[] {
  const asked = storableText(text.trim(), { field: 'text', budget: TEXT_BUDGET });
  return [...new Set(folded(asked).split(/\s+/).filter(Boolean))].sort();
}

/** Signs that mean something to `like` mean themselves. */
export const escaped = (word: string): string => word.replace(/[\\%_]/g, '\\$&');

/** An id to compare with. PostgreSQL fails on a NUL, and no id has one. */
export const comparable = (id: string): string => id.replaceAll('\0', ' ');
