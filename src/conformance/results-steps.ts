import type { Connection } from '../adapter/adapter.js';
import type { ResultQuery } from '../adapter/ports/results.js';
import type { Change } from '../model/change.js';
import type { Release, ResultKindId } from '../model/release.js';
import type { Result } from '../model/result.js';
import { instantAt } from '../model/zoned-time.js';
import { claim } from './assert.js';
import { everything, once, patiently } from './steps.js';

// What people do with results in the tests, in as few words.

/** All results of a reader's own, or of somebody else. */
export const resultsOf = (
  reader: Connection,
  { subject = reader.subjects[0]!.id, ...filter }: Partial<ResultQuery> = {},
): Promise<Result[]> =>
  everything((after) => reader.results!.listResults({ subject, ...filter, after }, patiently));

/** The patient's first result that fits; with none, the test cannot be made. */
export async function resultWhere(
  reader: Connection,
  what: string,
  fits: (result: Result) => boolean,
): Promise<Result> {
  const result = (await resultsOf(reader)).find(fits);
  claim(result !== undefined, `the patient should have a result ${what}`);
  return result;
}

/** A result that is open and says something in a measurement that has a code. */
export const aResult = (reader: Connection): Promise<Result> =>
  resultWhere(reader, 'that is open and has a measurement with a code', (result) => {
    return isOpen(result) && result.measurements.some(({ code, value }) => code !== undefined && value !== undefined);
  });

/** The same, of a kind, that nobody has commented: any release can cover it. One that is `preferred`, if there is. */
export async function aCoverable(
  reader: Connection,
  preferred: (result: Result) => boolean = () => true,
): Promise<Result & { readonly kind: NonNullable<Result['kind']> }> {
  const found = (await resultsOf(reader)).filter((result) => {
    const { kind, comments, measurements } = result;
    return isOpen(result) && kind !== undefined && comments.length === 0 && measurements.length > 0;
  });
  const result = found.find(preferred) ?? found[0];
  claim(result?.kind !== undefined, 'the patient should have a result that is open, has a kind and no comment');
  return { ...result, kind: result.kind };
}

/** Not covered, and not void either: a release could cover it. */
export const isOpen = ({ cover, status }: Pick<Result, 'cover' | 'status'>): boolean => !cover && !isVoid(status);

/** Void results say nothing, and are never covered. */
export const isVoid = (status: Result['status']): boolean => status === 'cancelled' || status === 'withdrawn';

/** A reader chooses for themselves. */
export const choose = (reader: Connection, kind: ResultKindId, release: Release) =>
  reader.results!.setRelease({ subject: reader.subjects[0]!.id, kind, release }, once());

/** When a result stands in a list, in milliseconds since the epoch: what is known in part, by its beginning. */
export function momentOf({ takenAt, arrivedAt }: Pick<Result, 'takenAt' | 'arrivedAt'>, zone: string): number {
  const when = takenAt ?? arrivedAt ?? '1970';
  return when.length > 10 ? Date.parse(when) : instantAt(`${when}-01-01`.slice(0, 10), '00:00', zone);
}

/** What each of some readers hears while something happens, of results only. */
export async function heard(readers: readonly Connection[], happens: () => Promise<unknown>): Promise<Change[][]> {
  const since = (reader: Connection, bookmark?: string) => reader.changes!.changesSince(bookmark, patiently);
  const bookmarks = await Promise.all(readers.map(async (reader) => (await since(reader)).next));
  await happens();
  const news = await Promise.all(readers.map((reader, place) => since(reader, bookmarks[place])));
  return news.map(({ changes }) => changes.filter(({ kind }) => kind === 'result'));
}
