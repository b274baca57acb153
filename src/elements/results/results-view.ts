import type { ResultQuery } from '../../adapter/ports/results.js';
import type { Client } from '../../client/client.js';
import { type PagedList, withMore } from '../../client/paged-list.js';
import { readPractice } from '../../client/practice.js';
import { listResults } from '../../client/results.js';
import type { PersonId } from '../../model/id.js';
import type { Subject } from '../../model/person.js';
import type { Result } from '../../model/result.js';
import type { Surroundings } from '../shared/surroundings.js';

/** What a list of results is narrowed to. */
export type ResultFilter = Omit<ResultQuery, 'subject' | 'after'>;

/** What a list is narrowed to that is not narrowed: nothing is left out. */
export const ALL: ResultFilter = {};

/** All that the list of results shows. */
export interface ResultsView extends Surroundings {
  /** For whom the reader may look. Nobody for staff, who may look at everybody. */
  readonly subjects: readonly Subject[];
  /** Whose results these are. None: somebody has to be chosen first. */
  readonly subject: PersonId | undefined;
  readonly results: PagedList<Result>;
  /** What they were narrowed to; the same object as long as it says the same. */
  readonly filter: ResultFilter;
  /** Whether the backend remembers when the reader last looked, and lets them say when results are shown. */
  readonly isVisited: boolean;
  readonly isReleased: boolean;
  /** When it was read, by the client's clock. */
  readonly readAt: number;
}

export const resultId = ({ id }: Result): string => id;

/** Whose list of what it is, and who reads it. */
export const listKey = ({ me, subject, filter }: ResultsView): string => JSON.stringify([me.id, subject, filter]);

/**
 * Reads the results of whom the page asks for, or else of whom the reader has chosen: as many pages as were shown before: a change of what is covered may be in
 * any of them.
 */
export async function readResults(
  client: Client,
  [asked, chosen]: readonly string[],
  filter: ResultFilter,
  signal: AbortSignal,
  previous: ResultsView | undefined,
): Promise<ResultsView> {
  const options = { signal };
  const [{ me, subjects, results: port }, practice] = await Promise.all([
    client.connect(),
    readPractice(client, options).catch(() => undefined),
  ]);
  const subject = asked ? (asked as PersonId) : subjectOf(subjects, chosen);
  const shown = previous?.filter === filter ? previous.results.items.length : 0;
  let results: PagedList<Result> = { items: [], unreadable: 0 };
  if (subject) {
    const query = { ...filter, subject };
    results = withMore(results, await listResults(client, query, options), resultId);
    while (results.next !== undefined && results.items.length < shown) {
      results = withMore(results, await listResults(client, { ...query, after: results.next }, options), resultId);
    }
  }
  const isPatient = me.kind !== 'staff';
  return {
    ...{ me, practice, subjects, subject, results, filter },
    isVisited: isPatient && Boolean(port?.noteVisit),
    isReleased: isPatient && Boolean(port?.readRelease && port.setRelease),
    readAt: client.clock.now(),
  };
}

/** The one chosen, or the reader themselves, or the only one there is. */
function subjectOf(subjects: readonly Subject[], chosen: string | undefined): PersonId | undefined {
  const first = subjects.length === 1 || subjects[0]?.relationship === 'self' ? subjects[0] : undefined;
  return (subjects.find(({ id }) => id === chosen) ?? first)?.id;
}
