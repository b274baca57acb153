import type { Changes, ThreadId } from 'carethread/model';
import * as z from 'zod/mini';
import { visibleThreads, type Scope } from '../conversation/threads.js';
import { decodeCursor, encodeCursor } from '../cursor.js';

const LIST = 'changes';

/**
 * What changed since a bookmark, each thread once. A thread row carries the number of its last change, and numbers
 * appear in their order (see `beginAct`), so nothing is missed between two askings.
 */
export async function changesSince(scope: Scope, since: string | undefined): Promise<Changes> {
  if (since === undefined) {
    const { last_change } = await scope.database
      .selectFrom('practice')
      .select('last_change')
      .where('id', '=', scope.reader.record.practice.id)
      .executeTakeFirstOrThrow();
    return { changes: [], next: encodeCursor(LIST, [last_change]) };
  }
  const [seen] = decodeCursor(LIST, since, { field: 'since', keys: z.tuple([z.number()]) });
  const rows = await visibleThreads(scope)
    .select(['id', 'change'])
    .where('change', '>', seen)
    .orderBy('change')
    .execute();
  return {
    changes: rows.map(({ id }) => ({ kind: 'thread', thread: id as ThreadId })),
    next: encodeCursor(LIST, [rows.at(-1)?.change ?? seen]),
  };
}
