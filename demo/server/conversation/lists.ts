import type { QueueItem, Thread } from 'carethread/model';
import type { Selectable } from 'kysely';
import * as z from 'zod/mini';
import { decodeCursor, encodeCursor } from '../cursor.js';
import type { ThreadTable } from '../database/tables.js';
import { Problem } from '../problems.js';
import { filteredThreads, type ThreadFilter } from './filter.js';
import { receiverOf, unnamed } from './receiver.js';
import { threadsOf, visibleThreads, type Scope } from './threads.js';

/** Which part of a list. */
export interface Part {
  readonly after?: string | undefined;
  readonly limit: number;
}

/** One page of a list. */
export interface Listed<T> {
  items: T[];
  next: string | undefined;
}

/** The reader's threads that a filter leaves, those changed last first. */
export async function listThreads(
  scope: Scope,
  { after, limit }: Part,
  filter: ThreadFilter = {},
): Promise<Listed<Thread>> {
  const { query: filtered, name } = filteredThreads(scope, filter);
  let query = filtered
    .selectAll()
    .orderBy('moved', 'desc')
    .limit(limit + 1);
  if (after !== undefined) {
    const [moved] = decodeCursor(name, after, { field: 'after', keys: z.tuple([z.number()]) });
    query = query.where('moved', '<', moved);
  }
  const rows = await query.execute();
  const shown = rows.slice(0, limit);
  return {
    items: await threadsOf(scope, shown),
    next: rows.length > limit ? encodeCursor(name, [shown.at(-1)!.moved]) : undefined,
  };
}

export type Box = 'waiting' | 'catch-all' | 'mine' | 'held';

const QueueKeys = z.tuple([z.number(), z.string(), z.string()]);

/** The practice's open threads by who has them, longest waiting first; those already answered come after. */
export async function listQueue(scope: Scope, box: Box, { after, limit }: Part): Promise<Listed<QueueItem>> {
  const { isStaff, person } = scope.reader;
  if (!isStaff) throw new Problem('forbidden');
  const list = `queue ${box}`;
  let query = visibleThreads(scope)
    .selectAll()
    .where('custody', '=', box === 'mine' || box === 'held' ? 'held' : 'waiting')
    .orderBy('answered')
    .orderBy('waiting_since')
    .orderBy('id')
    .limit(limit + 1);
  if (box === 'catch-all') query = query.where((where) => unnamed(where, scope.reader.record));
  if (box === 'mine') query = query.where('holder', '=', person.id);
  if (box === 'held') query = query.where('holder', '<>', person.id);
  if (after !== undefined) {
    const [answered, since, id] = decodeCursor(list, after, { field: 'after', keys: QueueKeys });
    query = query.where(({ eb, refTuple, tuple }) =>
      eb(refTuple('answered', 'waiting_since', 'id'), '>', tuple(answered, since, id)),
    );
  }
  const rows = await query.execute();
  const shown = rows.slice(0, limit);
  const threads = await threadsOf(scope, shown);
  return {
    items: shown.map((row, index) => ({
      thread: threads[index]!,
      waitingSince: row.waiting_since,
      receiver: receiverOf(scope.reader.record, row),
    })),
    next: rows.length > limit ? encodeCursor(list, keysOf(shown.at(-1)!)) : undefined,
  };
}

function keysOf({ answered, waiting_since, id }: Selectable<ThreadTable>) {
  return [answered, waiting_since, id] as const;
}
