import type { CalendarDay, Measurement, Result, ResultId } from 'carethread/model';
import { sql } from 'kysely';
import * as z from 'zod/mini';
import { comparable, escaped, wordsIn } from '../conversation/filter.js';
import type { Listed, Part } from '../conversation/lists.js';
import type { Scope } from '../conversation/threads.js';
import { decodeCursor, encodeCursor } from '../cursor.js';
import type { Reader } from '../directory/directory.js';
import { Problem } from '../problems.js';
import { releasesOf } from './release.js';
import { isOpen, resultsOf, visibleResults, type StoredResult } from './results.js';

/** Which of a subject's results. All conditions must hold. */
export interface ResultFilter {
  readonly subject: string;
  readonly text?: string | undefined;
  readonly kind?: string | undefined;
  readonly from?: CalendarDay | undefined;
  readonly to?: CalendarDay | undefined;
}

const ResultKeys = z.tuple([z.string(), z.string()]);
const HistoryKeys = z.tuple([z.string(), z.string(), z.number()]);

/** Refuses who may not read about a subject: patients by their subjects, staff by their practice's patients. */
function requirePatient({ isStaff, subjects, record }: Reader, subject: string): void {
  const known: readonly { id: string }[] = isStaff ? record.entry.patients : subjects;
  if (!known.some(({ id }) => id === subject)) throw new Problem('not-found');
}

/** A subject's results that a filter leaves, taken last first. */
export async function listResults(scope: Scope, { subject, text, kind, from, to }: ResultFilter, part: Part): Promise<Listed<Result>> {
  requirePatient(scope.reader, subject);
  const words = wordsIn(text ?? '');
  const list = `results ${JSON.stringify([subject, words.join(' '), kind, from, to])}`;
  const releases = words.length > 0 ? await releasesOf(scope, subject) : new Map();
  let query = visibleResults(scope)
    .selectAll('result')
    .where('result.subject', '=', subject)
    .orderBy('sort_key', 'desc')
    .orderBy('id', 'desc')
    .limit(part.limit + 1);
  if (kind !== undefined) query = query.where('kind', '=', comparable(kind));
  if (from !== undefined) query = query.where('last_day', '>=', from);
  if (to !== undefined) query = query.where('first_day', '<=', to);
  for (const word of words) {
    const pattern = `%${escaped(word)}%`;
    query = query.where((where) =>
      where.or([
        sql<boolean>`result.search_name like ${pattern} escape '\\'`,
        where.and([isOpen(where, scope.reader, releases), sql<boolean>`result.search like ${pattern} escape '\\'`]),
      ]),
    );
  }
  if (part.after !== undefined) {
    const [key, id] = decodeCursor(list, part.after, { field: 'after', keys: ResultKeys });
    query = query.where(({ eb, refTuple, tuple }) => eb(refTuple('sort_key', 'id'), '<', tuple(key, id)));
  }
  const rows = await query.execute();
  const shown = rows.slice(0, part.limit);
  const last = shown.at(-1);
  return {
    items: await resultsOf(scope, shown),
    next: rows.length > part.limit ? encodeCursor(list, [last!.sort_key, last!.id]) : undefined,
  };
}

/** Every measurement of one code in a subject's results that are open and hold, taken last first. */
export async function listHistory(
  scope: Scope,
  { subject, code }: { readonly subject: string; readonly code: string },
  part: Part,
): Promise<Listed<Measurement>> {
  requirePatient(scope.reader, subject);
  const list = `history ${JSON.stringify([subject, code])}`;
  const releases = await releasesOf(scope, subject);
  let query = visibleResults(scope)
    .innerJoin('result_code', 'result_code.result', 'result.id')
    .select(['result.id', 'result.record', 'result_code.place', 'result_code.sort_key'])
    .where('result_code.subject', '=', subject)
    .where('result_code.code', '=', comparable(code))
    .where('result.status', 'not in', ['cancelled', 'withdrawn'])
    .where((where) => isOpen(where, scope.reader, releases))
    .orderBy('result_code.sort_key', 'desc')
    .orderBy('result_code.result', 'desc')
    .orderBy('result_code.place')
    .limit(part.limit + 1);
  if (part.after !== undefined) {
    const [key, id, place] = decodeCursor(list, part.after, { field: 'after', keys: HistoryKeys });
    query = query.where(({ and, eb, or, refTuple, tuple }) =>
      or([
        eb(refTuple('result_code.sort_key', 'result_code.result'), '<', tuple(key, id)),
        and([eb('result_code.result', '=', id), eb('result_code.place', '>', place)]),
      ]),
    );
  }
  const rows = await query.execute();
  const shown = rows.slice(0, part.limit);
  const last = shown.at(-1);
  return {
    items: shown.map(({ id, record, place }) => {
      const { measurements, takenAt } = JSON.parse(record) as StoredResult;
      const measurement = measurements[place]!;
      return { ...measurement, result: id as ResultId, takenAt: measurement.takenAt ?? takenAt };
    }),
    next: rows.length > part.limit ? encodeCursor(list, [last!.sort_key, last!.id, last!.place]) : undefined,
  };
}

/** Results with an unfinished report of a mistake, longest waiting first; for staff. */
export async function listReported(scope: Scope, part: Part): Promise<Listed<Result>> {
  if (!scope.reader.isStaff) throw new Problem('forbidden');
  const list = 'reported';
  let query = visibleResults(scope)
    .selectAll('result')
    .where('reported_at', 'is not', null)
    .orderBy('reported_at')
    .orderBy('id')
    .limit(part.limit + 1);
  if (part.after !== undefined) {
    const [at, id] = decodeCursor(list, part.after, { field: 'after', keys: ResultKeys });
    query = query.where(({ eb, refTuple, tuple }) => eb(refTuple('reported_at', 'id'), '>', tuple(at, id)));
  }
  const rows = await query.execute();
  const shown = rows.slice(0, part.limit);
  const last = shown.at(-1);
  return {
    items: await resultsOf(scope, shown),
    next: rows.length > part.limit ? encodeCursor(list, [last!.reported_at!, last!.id]) : undefined,
  };
}
