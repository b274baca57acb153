import type { Change, Changes, ThreadId } from 'carethread/model';
import * as z from 'zod/mini';
import { visibleThreads, type Scope } from '../conversation/threads.js';
import { decodeCursor, encodeCursor } from '../cursor.js';

const LIST = 'changes';

/**
 * What changed since a bookmark, each thread once. A thread row carries the number of its last change, and numbers
 * appear in their order (see `beginAct`), so nothing is missed between two askings: what changes while this one reads
 * is after the bookmark it gives.
 */
export async function changesSince(scope: Scope, since: string | undefined): Promise<Changes> {
  const seen = since === undefined ? undefined : seenIn(since);
  const practice = await scope.database
    .selectFrom('practice')
    .select(['last_change', 'change'])
    .where('id', '=', scope.reader.record.practice.id)
    .executeTakeFirstOrThrow();
  const next = encodeCursor(LIST, [practice.last_change]);
  if (seen === undefined) return { changes: [], next };
  const rows = await visibleThreads(scope)
    .select(['id', 'change'])
    .where('change', '>', seen)
    .where('change', '<=', practice.last_change)
    .orderBy('change')
    .execute();
  const changes: Change[] = rows.map(({ id }) => ({ kind: 'thread', thread: id as ThreadId }));
  if (practice.change > seen) changes.push({ kind: 'practice' });
  return { changes, next };
}

function seenIn(since: string): number {
  return decodeCursor(LIST, since, { field: 'since', keys: z.tuple([z.number()]) })[0];
}
