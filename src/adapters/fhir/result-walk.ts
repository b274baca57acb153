import type { CallOptions } from '../../adapter/call-options.js';
import { type Found, foundIn } from './bundle.js';
import { parseExactly } from './fhir-http.js';
import { nextLink } from './paging.js';
import type { FhirContext } from './fhir-context.js';
import { fetchNamed, keyOf, type Pool, relative, reportsOf, unlessRefused } from './result-members.js';
import { codesOf, type Part, partsOf, referenceOf } from './result-parts.js';
import { DEEPEST } from './observation.js';
import { resultsFrom } from './result-people.js';
import type { ToldResult } from './result.js';
import { momentOf } from '../../model/result-times.js';

/** One search, read page by page. */
interface Stream {
  readonly type: string;
  /** The address of the next page. None: everything was read. */
  next: string | undefined;
  /** What else to ask for, in this order, where the server will not have the first address. */
  readonly others: readonly string[];
  isSorted: boolean;
  /** How far back it has been read, in milliseconds since the epoch. */
  reached: number;
  readonly seen: Set<string>;
}

/** Where a server does not say which report an observation is in: it is dated so much earlier, and not more. */
const SLACK = 7 * 86_400_000;
/** What somebody told of their life, and what they answered, is no result. */
const NO_RESULT = /^(social-history|survey)$/;
/** How many pages of one search are read: more are a server that goes round in circles. */
const MOST_PAGES = 200;

/** A subject's results, taken last first, read no further than somebody asks. */
export interface ResultWalk {
  /** What has come so far, in its order. */
  readonly found: readonly ToldResult[];
  /** Reads on by a page, for whoever asks first. Answers whether there is another. */
  more(given: CallOptions): Promise<boolean>;
}

/**
 * Reports and those observations that are in none are two searches of a FHIR server. This reads both as one list: what
 * is newer than the point that both have reached is in order.
 */
export function walkResults(context: FhirContext, subject: string): ResultWalk {
  const { http, practice } = context;
  const patient = encodeURIComponent(subject);
  // Not every server includes, and not every one sorts or lets itself be asked without a category.
  const stream = (type: string, count: number, ...rests: readonly string[]): Stream => {
    const [next, ...others] = rests.map((rest) => `${type}?patient=${patient}${rest}&_count=${count}`);
    return { type, next, others, isSorted: true, reached: Infinity, seen: new Set() };
  };
  const SORT = '&_sort=-date';
  const reports = stream('DiagnosticReport', 20, `${SORT}&_include=DiagnosticReport:result`, SORT, '');
  const category = '&category=laboratory,vital-signs';
  const singles = stream('Observation', 50, SORT, '', category + SORT, category);
  const pool: Pool = new Map();
  const members = new Set<string>();
  const known = new Set<string>();
  const waiting: { readonly result: ToldResult; readonly moment: number }[] = [];
  const found: ToldResult[] = [];
  let last: Promise<unknown> = Promise.resolve();

  async function read(from: Stream, given: CallOptions): Promise<void> {
    const { matches: all, included, next } = await pageOf(from, given);
    const matches = all.filter(({ resourceType }) => resourceType === from.type);
    const link = next === undefined ? undefined : nextLink(http, next);
    for (const resource of [...included, ...matches]) pool.set(keyOf(resource), resource);
    await fetchNamed(http, matches, pool, given);
    const isSingle = from === singles;
    const wholes = isSingle ? await reportsOf(http, subject, matches.map(keyOf).filter((member) => !members.has(member)), given) : [];
    const fresh = matches.filter((resource) => !known.has(keyOf(resource)) && !(isSingle && isNoResult(resource)));
    const results = await resultsFrom(context, subject, fresh, pool, given);
    // Only now: a page that did not come whole is read again.
    from.seen.add(from.next!);
    from.next = link === undefined || from.seen.has(link) || from.seen.size >= MOST_PAGES ? undefined : link;
    noteMembers([...wholes, ...matches]);
    for (const result of results) {
      const moment = momentOf(result, practice.zone);
      known.add(result.id);
      waiting.push({ result, moment: moment ?? -Infinity });
      if (moment !== undefined && from.isSorted) from.reached = Math.min(from.reached, moment);
    }
    if (from.next === undefined) from.reached = -Infinity;
  }

  async function pageOf(from: Stream, given: CallOptions): Promise<Found> {
    const read = async (): Promise<Found> => foundIn(await http.read(from.next!, given, parseExactly), from.type);
    for (const other of from.seen.size > 0 ? [] : from.others) {
      const page = await unlessRefused(read(), /^(invalid|unsupported)$/);
      if (page) return page;
      from.next = other;
      // What comes in the server's own order is in order when all is there.
      from.isSorted = other.includes(SORT);
    }
    return read();
  }

  /** Notes what is in something else, and is told there. Of two that are in each other, the first is the whole. */
  function noteMembers(resources: readonly Part[], depth = 0, whole?: Part): void {
    for (const resource of resources) {
      if (!whole && members.has(keyOf(resource))) continue;
      for (const reference of [...partsOf(resource.result), ...partsOf(resource.hasMember)]) {
        const member = relative(referenceOf(reference) ?? '');
        if (member === keyOf(whole ?? resource)) continue;
        members.add(member);
        const there = pool.get(member);
        if (there && depth < DEEPEST) noteMembers([there], depth + 1, whole ?? resource);
      }
    }
  }

  const hasMore = (): boolean => reports.next !== undefined || singles.next !== undefined;

  async function readOn(given: CallOptions): Promise<boolean> {
    given.signal.throwIfAborted();
    const held = reports.reached + SLACK;
    // Reports first: they say which observations are theirs.
    if (reports.next !== undefined && held >= singles.reached) await read(reports, given);
    else if (singles.next !== undefined) await read(singles, given);
    const point = Math.max(reports.reached + SLACK, singles.reached);
    waiting.sort((a, b) => b.moment - a.moment);
    while (waiting[0] && waiting[0].moment >= point) {
      const { result } = waiting.shift()!;
      if (!members.has(result.id)) found.push(result);
    }
    return hasMore();
  }

  return {
    found,
    // One after the other, since two that read the same page would both go on from there; and what one of them has brought
    // is there for the next, who does not fail because somebody else gave up.
    more(given) {
      const had = found.length;
      const mine = last.then(() => (found.length > had ? hasMore() : readOn(given)));
      last = mine.catch(() => {});
      return mine;
    },
  };
}

const isNoResult = ({ category }: Part): boolean => partsOf(category).some((each) => codesOf(each).some((code) => NO_RESULT.test(code)));
