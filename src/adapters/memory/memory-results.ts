import { AdapterError } from '../../adapter/errors.js';
import type { WriteOptions } from '../../adapter/call-options.js';
import type { ResultQuery, ResultsPort } from '../../adapter/ports/results.js';
import type { PersonId, ResultId } from '../../model/id.js';
import { CalendarDay } from '../../model/instant.js';
import type { Measurement } from '../../model/measurement.js';
import type { Page } from '../../model/page.js';
import type { Result } from '../../model/result.js';
import { daysOf, momentOf } from '../../model/result-times.js';
import type { Session } from '../../model/session.js';
import type { MemoryBackend } from './memory-backend.js';
import { pageFrom } from './memory-reading.js';
import { folded, searchWords } from './memory-search.js';
import { wrongAt } from './memory-text.js';
import { resultFor, type ResultRecord } from './result-record.js';
import { isStaff } from './thread-record.js';

/** A subject's results that meet all conditions, taken last first. */
export function listResults(
  backend: MemoryBackend,
  session: Session,
  { subject, after, ...filter }: ResultQuery,
): Page<Result> {
  const { results, practice } = backend;
  const fits = matcher(backend, session, filter);
  const rows = recordsOf(backend, session, subject)
    .filter(fits)
    .map((record) => ({ item: record, key: placeOf(record, practice.zone) }));
  return pageBelow(rows, after, (record) => resultFor(record, results.coverFor(record, session)));
}

/** One result, as its reader may see it. */
export function readResult({ results }: MemoryBackend, session: Session, result: ResultId): Result {
  const record = results.find(result, session);
  return resultFor(record, results.coverFor(record, session));
}

/** Every measurement of one code, taken last first. What is covered or void is not among them. */
export function listHistory(
  backend: MemoryBackend,
  session: Session,
  { subject, code, after }: Parameters<ResultsPort['listHistory']>[0],
): Page<Measurement> {
  const { results, practice } = backend;
  const rows = recordsOf(backend, session, subject)
    .filter(({ result: { status } }) => status !== 'cancelled' && status !== 'withdrawn')
    .filter((record) => !results.coverFor(record, session))
    .flatMap((record) => {
      const { id, takenAt, measurements } = record.result;
      return measurements.map((measurement, place) => ({
        item: { ...measurement, result: id, ...(takenAt !== undefined && { takenAt }) },
        key: [...placeOf(record, practice.zone), -place],
      }));
    })
    .filter(({ item }) => item.code === code);
  return pageBelow(rows, after, (measurement) => structuredClone(measurement));
}

/** Opens a covered result, for good. */
export function uncover(backend: MemoryBackend, session: Session, result: ResultId, { key }: WriteOptions): Result {
  checkSubjectsSide(session);
  const { results } = backend;
  const record = results.find(result, session);
  return backend.once(session.me.id, key, ['uncover', result], () => {
    if (results.coverFor(record, session)) {
      record.isOpened = true;
      results.save(record);
    }
    return () => readResult(backend, session, result);
  });
}

/** Fails for staff: what is shown, and what is a mistake, is for the patient's side to say. */
export function checkSubjectsSide({ me }: Session): void {
  if (isStaff(me)) throw new AdapterError('forbidden', 'memory: this is for patients');
}

/** Fails unless somebody may read about a subject. */
export function checkReads({ scenario }: MemoryBackend, { me, subjects }: Session, subject: PersonId): void {
  const readable = isStaff(me) ? scenario.patients.flatMap((patient) => patient.subjects) : subjects;
  if (!readable.some(({ id }) => id === subject)) throw new AdapterError('not-found', 'memory: nobody you read about');
}

/** Where a result stands in a list: taken last first, and of one moment what came last first. */
function placeOf({ result, order }: ResultRecord, zone: string): readonly number[] {
  return [momentOf(result, zone) ?? 0, Date.parse(result.arrivedAt ?? '1970'), order];
}

function recordsOf(backend: MemoryBackend, session: Session, subject: PersonId): ResultRecord[] {
  checkReads(backend, session, subject);
  return [...backend.results.records].filter(({ result }) => result.subject.id === subject);
}

function matcher(
  { results, practice }: MemoryBackend,
  session: Session,
  { text, kind, from, to }: Omit<ResultQuery, 'subject' | 'after'>,
): (record: ResultRecord) => boolean {
  const words = searchWords(text);
  for (const [name, day] of Object.entries({ from, to })) {
    if (day !== undefined && !CalendarDay.safeParse(day).success) throw wrongAt(name);
  }
  return (record) => {
    const { result } = record;
    if (kind !== undefined && result.kind?.id !== kind) return false;
    if (from !== undefined || to !== undefined) {
      const days = daysOf(result, practice.zone);
      if (!days || days[1] < (from ?? '') || days[0] > (to ?? '9999-12-31')) return false;
    }
    if (words.length === 0) return true;
    const { name, measurements, report, comments } = resultFor(record, results.coverFor(record, session));
    const places = [name, report ?? '', ...measurements.map((each) => each.name), ...comments.map((each) => each.text)];
    const said = places.map(folded);
    return words.every((word) => said.some((place) => place.includes(word)));
  };
}

/** A row of a list, and where it stands: by the first number, then the next, the highest first. */
interface Row<T> {
  readonly item: T;
  readonly key: readonly number[];
}

/** A page of rows, the highest first, from below a bookmark on. Rows keep their place whatever comes and goes. */
export function pageBelow<T, U>(
  rows: readonly Row<T>[],
  after: string | undefined,
  show: (item: T) => U,
  size?: number,
): Page<U> {
  const isOurs = after === undefined || /^-?\d+(_-?\d+)+$/.test(after);
  if (!isOurs) throw new AdapterError('invalid', 'memory: not a bookmark of ours');
  const bookmark = after?.split('_').map(Number);
  const below = bookmark ? rows.filter(({ key }) => compare(key, bookmark) > 0) : [...rows];
  below.sort((a, b) => compare(a.key, b.key));
  return pageFrom(
    below,
    ({ key }) => key.join('_'),
    ({ item }) => show(item),
    size,
  );
}

function compare(a: readonly number[], b: readonly number[]): number {
  const place = a.findIndex((number, index) => number !== b[index]);
  return place < 0 ? 0 : b[place]! - a[place]!;
}
