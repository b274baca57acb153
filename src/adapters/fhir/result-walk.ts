import type { CallOptions } from '../../adapter/call-options.js';
import type { Result } from '../../model/result.js';
import { type Found, foundIn } from './bundle.js';
import { parseExactly } from './fhir-http.js';
import { nextLink } from './paging.js';
import type { FhirContext } from './fhir-context.js';
import { fetchNamed, keyOf, type Pool, relative, unlessRefused } from './result-members.js';
import { type Part, partsOf, referenceOf } from './result-parts.js';
import { DEEPEST } from './observation.js';
import { resultsFrom } from './result-people.js';
import { momentOf } from './result-times.js';

/** One search, read page by page. */
interface Stream {
  readonly type: string;
  /** The address of the next page. None: everything was read. */
  next: string | undefined;
  isSorted: boolean;
  /** How far back it has been read, in milliseconds since the epoch. */
  reached: number;
  readonly seen: Set<string>;
}

/** A report may be dated later than its observations, by this much and not more. */
const SLACK = 7 * 86_400_000;
/** How many pages of one search are read: more are a server that goes round in circles. */
const MOST_PAGES = 200;

/** A subject's results, taken last first, read no further than somebody asks. */
export interface ResultWalk {
  /** What has come so far, in its order. */
  readonly found: readonly Result[];
  /** Reads on by a page. Answers whether there is another. */
  more(given: CallOptions): Promise<boolean>;
}

/**
 * Reports and those observations that are in none are two searches of a FHIR server. This reads both as one list: what
 * is newer than the point that both have reached is in order.
 */
export function walkResults(context: FhirContext, subject: string): ResultWalk {
  const { http, practice } = context;
  const patient = encodeURIComponent(subject);
  const stream = (type: string, rest: string): Stream => ({
    type,
    next: `${type}?patient=${patient}&_sort=-date${rest}`,
    isSorted: true,
    reached: Infinity,
    seen: new Set(),
  });
  const reports = stream('DiagnosticReport', '&_count=20&_include=DiagnosticReport:result');
  const singles = stream('Observation', '&category=laboratory,vital-signs&_count=50');
  const pool: Pool = new Map();
  const members = new Set<string>();
  const known = new Set<string>();
  const waiting: { readonly result: Result; readonly moment: number }[] = [];
  const found: Result[] = [];

  async function read(from: Stream, given: CallOptions): Promise<void> {
    const { matches: all, included, next } = await pageOf(from, given);
    const matches = all.filter(({ resourceType }) => resourceType === from.type);
    const link = next === undefined ? undefined : nextLink(http, next);
    from.seen.add(from.next!);
    from.next = link === undefined || from.seen.has(link) || from.seen.size >= MOST_PAGES ? undefined : link;
    for (const resource of [...included, ...matches]) pool.set(keyOf(resource), resource);
    await fetchNamed(http, matches, pool, given);
    noteMembers(matches);
    const fresh = matches.filter((resource) => !known.has(keyOf(resource)));
    for (const result of await resultsFrom(context, subject, fresh, pool, given)) {
      const moment = momentOf(result, practice.zone);
      known.add(result.id);
      waiting.push({ result, moment: moment ?? -Infinity });
      if (moment !== undefined && from.isSorted) from.reached = Math.min(from.reached, moment);
    }
    if (from.next === undefined) from.reached = -Infinity;
  }

  async function pageOf(from: Stream, given: CallOptions): Promise<Found> {
    const read = async (): Promise<Found> => foundIn(await http.read(from.next!, given, parseExactly), from.type);
    // Not every server includes, and not every one sorts. What one brings in its own order is in order when all is there.
    for (const without of from.seen.size > 0 ? [] : [/&_include=[^&]*/, /&_sort=[^&]*/]) {
      const page = await unlessRefused(read(), /^(invalid|unsupported)$/);
      if (page) return page;
      from.next = from.next!.replace(without, '');
      from.isSorted = /&_sort=/.test(from.next);
    }
    return read();
  }

  /** Notes what is in something else, and is told there. Of two that are in each other, the first is the whole. */
  function noteMembers(resources: readonly Part[], depth = 0, whole?: Part): void {
    for (const resource of resources) {
      if (!whole && members.has(keyOf(resource))) continue;
      for (const reference of [...partsOf(resource.result), ...partsOf(resource.hasMember)]) {
        const member = relative(referenceOf(reference) ?? '', http.baseUrl);
        if (member === keyOf(whole ?? resource)) continue;
        members.add(member);
        const there = pool.get(member);
        if (there && depth < DEEPEST) noteMembers([there], depth + 1, whole ?? resource);
      }
    }
  }

  return {
    found,
    async more(given) {
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
      return reports.next !== undefined || singles.next !== undefined;
    },
  };
}
