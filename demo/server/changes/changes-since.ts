import type { AppointmentId, Change, Changes, ResultId, ThreadId } from 'carethread/model';
import * as z from 'zod/mini';
import { visibleThreads, type Scope } from '../conversation/threads.js';
import { visibleResults } from '../results/results.js';
import { visibleAppointments } from '../visits/appointments.js';
import { visibleOffers } from '../visits/offers.js';
import { decodeCursor, encodeCursor } from '../cursor.js';

const LIST = 'changes';

/**
 * What changed since a bookmark, each thread and result once. Its row carries the number of its last change, and numbers
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
  changes.push(...(await changedResults(scope, seen, practice.last_change)));
  changes.push(...(await changedVisits(scope, seen, practice.last_change)));
  return { changes, next };
}

/** The same of results; and, without naming any, that somebody has chosen when they are shown. */
async function changedResults(scope: Scope, seen: number, last: number): Promise<Change[]> {
  const { database, reader } = scope;
  const rows = await visibleResults(scope)
    .select(['id', 'change'])
    .where('change', '>', seen)
    .where('change', '<=', last)
    .orderBy('change')
    .execute();
  const changes: Change[] = rows.map(({ id }) => ({ kind: 'result', result: id as ResultId }));
  if (reader.isStaff) return changes;
  const chosen = database
    .selectFrom('release_choice')
    .select('kind')
    .where('practice', '=', reader.record.practice.id)
    .where('change', '>', seen)
    .where('change', '<=', last)
    .where('subject', 'in', reader.subjects.map(({ id }) => id as string))
    .limit(1);
  if (await chosen.executeTakeFirst()) changes.push({ kind: 'result' });
  return changes;
}

/** The same of appointments, and of those for which times are offered; an offer for none of them names none. */
async function changedVisits(scope: Scope, seen: number, last: number): Promise<Change[]> {
  const rows = await visibleAppointments(scope)
    .select(['id', 'change'])
    .where('change', '>', seen)
    .where('change', '<=', last)
    .orderBy('change')
    .execute();
  const offers = await visibleOffers(scope).select('moves').where('change', '>', seen).where('change', '<=', last).execute();
  const changed = new Set<string | null>([...rows.map(({ id }) => id), ...offers.map(({ moves }) => moves)]);
  return [...changed].map((id) => ({ kind: 'appointment', ...(id !== null && { appointment: id as AppointmentId }) }));
}

function seenIn(since: string): number {
  return decodeCursor(LIST, since, { field: 'since', keys: z.tuple([z.number()]) })[0];
}
