import type { Correction, CorrectionId, Person, Result, ResultId } from 'carethread/model';
import type { ExpressionBuilder } from 'kysely';
import { isOwnId, type Scope } from '../conversation/threads.js';
import type { CorrectionTable, ResultTable } from '../database/result-tables.js';
import type { Tables } from '../database/tables.js';
import type { Directory, Reader } from '../directory/directory.js';
import { Problem } from '../problems.js';
import { releasesOf, type Releases } from './release.js';

/** What is stored of a result as it came; the rest stands in its row and in other tables. */
export type StoredResult = Omit<Result, 'id' | 'version' | 'practice' | 'subject' | 'cover' | 'corrections'> & {
  /** By when a clinician comments, as was promised when it came. */
  readonly dueAt?: string | undefined;
};

/** What says nothing can be hidden from nobody. */
const VOID = ['cancelled', 'withdrawn'] as const;

/** The results a reader may know of: staff those of their practice, patients those of their subjects. */
export function visibleResults({ database, reader: { record, isStaff, subjects } }: Scope) {
  const query = database.selectFrom('result').where('result.practice', '=', record.practice.id);
  return isStaff ? query : query.where('result.subject', 'in', subjects.map(({ id }) => id as string));
}

/** A result the reader may know of. One they may not is `not-found`, like one that never was. */
export async function findResult(scope: Scope, id: string): Promise<ResultTable> {
  const found = visibleResults(scope).selectAll('result').where('result.id', '=', id);
  const row = isOwnId(id) ? await found.executeTakeFirst() : undefined;
  if (!row) throw new Problem('not-found');
  return row;
}

/** A result as the reader gets it. */
export async function readResult(scope: Scope, id: string): Promise<Result> {
  const [result] = await resultsOf(scope, [await findResult(scope, id)]);
  return result!;
}

/** Until what a result is covered for a reader; undefined when it is open. */
export function coveredUntil(reader: Reader, row: ResultTable, releases: Releases): 'opened' | 'comment' | undefined {
  const isVoid = VOID.some((status) => status === row.status);
  if (reader.isStaff || isVoid || row.opened_at !== null) return undefined;
  // Of a kind the practice no longer has nobody knows when: the more careful answer.
  const release = releases.get(row.kind) ?? 'until-opened';
  if (release === 'until-comment') return row.commented === 0 ? 'comment' : undefined;
  return release === 'until-opened' ? 'opened' : undefined;
}

/** The same as a condition: what a reader may read all of. */
export function isOpen(where: ExpressionBuilder<Tables, 'result'>, { isStaff }: Reader, releases: Releases) {
  if (isStaff) return where.lit(true);
  const kinds = (release: string) => [...releases].flatMap(([kind, one]) => (one === release && kind !== null ? [kind] : []));
  const among = (release: string) => {
    const list = kinds(release);
    return list.length > 0 ? where('result.kind', 'in', list) : where.lit(false);
  };
  return where.or([
    where('result.opened_at', 'is not', null),
    where('result.status', 'in', VOID),
    where('result.kind', 'is', null),
    among('at-once'),
    where.and([among('until-comment'), where('result.commented', '=', 1)]),
  ]);
}

/** Stored results as a reader gets them, in the same order. Of a covered one nothing that it says. */
export async function resultsOf(scope: Scope, rows: readonly ResultTable[]): Promise<Result[]> {
  if (rows.length === 0) return [];
  const { database, directory, reader } = scope;
  const releases = new Map<string, Releases>();
  if (!reader.isStaff) {
    for (const subject of new Set(rows.map((row) => row.subject))) releases.set(subject, await releasesOf(scope, subject));
  }
  const corrections = await database
    .selectFrom('correction')
    .selectAll()
    .where('result', 'in', rows.map(({ id }) => id))
    .orderBy('position')
    .execute();
  await directory.learn(database, [
    ...rows.map(({ subject }) => subject),
    ...corrections.flatMap(({ reported_by, reviewed_by }) => [reported_by, reviewed_by]),
  ]);
  return rows.map((row) => {
    const until = coveredUntil(reader, row, releases.get(row.subject) ?? new Map());
    const own = corrections.filter(({ result }) => result === row.id);
    return resultOf(row, scope, until, own);
  });
}

function resultOf(
  row: ResultTable,
  { directory, reader }: Scope,
  until: 'opened' | 'comment' | undefined,
  corrections: readonly CorrectionTable[],
): Result {
  const { dueAt, ...stored } = JSON.parse(row.record) as StoredResult;
  const { practice, entry } = reader.record;
  const kind = entry.resultKinds.find(({ id }) => id === row.kind);
  const orderedBy = stored.orderedBy && asKnown(reader, stored.orderedBy);
  const said: Pick<Result, 'changed' | 'laboratory' | 'comments' | 'measurements' | 'report' | 'files' | 'corrections'> = until
    ? { comments: [], measurements: [], files: [], corrections: [] }
    : {
        changed: stored.changed,
        laboratory: stored.laboratory,
        comments: stored.comments.map((comment) => ({ ...comment, author: comment.author && asKnown(reader, comment.author) })),
        measurements: stored.measurements,
        report: stored.report,
        files: stored.files,
        corrections: corrections.map((correction) => correctionOf(correction, directory)),
      };
  return {
    id: row.id as ResultId,
    // Covered and open it says different things.
    version: until ? `${row.version}-covered` : String(row.version),
    practice: { id: practice.id, name: practice.name },
    subject: directory.person(row.subject),
    name: stored.name,
    kind: kind ? { id: kind.id, label: kind.label } : stored.kind,
    status: row.status,
    changedAt: stored.changedAt,
    takenAt: stored.takenAt,
    arrivedAt: row.arrived_at,
    orderedBy,
    ...said,
    cover: until && { until, reader: orderedBy, dueAt: row.commented === 0 ? dueAt : undefined },
  };
}

/** Somebody of the practice as they answer now; others as they came. */
function asKnown({ record }: Reader, person: Person): Person {
  return record.staff.find(({ id }) => id === person.id) ?? person;
}

function correctionOf(row: CorrectionTable, directory: Directory): Correction {
  return {
    id: row.id as CorrectionId,
    state: row.state,
    wrong: row.wrong,
    right: row.right,
    reportedBy: directory.person(row.reported_by),
    reportedAt: row.reported_at,
    note: row.note ?? undefined,
    reviewedBy: row.reviewed_by === null ? undefined : directory.person(row.reviewed_by),
    reviewedAt: row.reviewed_at ?? undefined,
  };
}
