import type { CallOptions } from '../../adapter/call-options.js';
import { AdapterError } from '../../adapter/errors.js';
import { Instant } from '../../model/instant.js';
import { type Found, foundIn, typeIn } from './bundle.js';
import type { FhirHttp } from './fhir-http.js';
import { type Resource, textAt } from './json.js';

/** How many of anything one page holds. */
export const PAGE_SIZE = 50;

/**
 * A link to a next page, as it is, if it stays with the server: a request there carries the token, which goes nowhere
 * else. Servers behind a proxy are known to give links with a name of their own.
 */
export function nextLink({ baseUrl }: Pick<FhirHttp, 'baseUrl'>, link: string): string {
  const base = `${baseUrl}/`;
  const href = URL.canParse(link, base) ? new URL(link, base).href : '';
  const isOurs = href === baseUrl || href.startsWith(base) || href.startsWith(`${baseUrl}?`);
  if (!isOurs) throw new AdapterError('malformed', 'the next page is at another server');
  return href;
}

/** Everything a search finds, page after page. Stops where a link comes back, and after so many pages. */
export async function allOf(
  http: FhirHttp,
  path: string,
  given: CallOptions,
  { pages = 20, parse = JSON.parse as (text: string) => unknown } = {},
): Promise<Found> {
  const seen = new Set<string>();
  const all = { matches: [] as Resource[], included: [] as Resource[] };
  let next: string | undefined = path;
  while (next !== undefined && !seen.has(next) && seen.size < pages) {
    seen.add(next);
    const found = foundIn(await http.read(next, given, parse), typeIn(path));
    all.matches.push(...found.matches);
    all.included.push(...found.included);
    next = found.next && nextLink(http, found.next);
  }
  // Offset pages shift when something arrives, and then tell the same twice.
  return { matches: onlyOnce(all.matches), included: onlyOnce(all.included), next };
}

/** Each resource once, the first of its id. */
export function onlyOnce(resources: readonly Resource[]): Resource[] {
  return [...new Map(resources.toReversed().map((resource) => [`${resource.resourceType}/${String(resource.id)}`, resource])).values()].toReversed();
}

/** A page of a search that goes back in time. */
export interface TimePage extends Found {
  /** Our own bookmark: the time reached, and what has been told of that very moment. */
  readonly bookmark: string | undefined;
}

/**
 * A page of what is older than a bookmark, newest first. By time and not by number: pages that are counted shift when
 * something arrives.
 */
export async function pageByTime(
  http: FhirHttp,
  path: string,
  { by, after }: { readonly by: 'sent' | '_lastUpdated'; readonly after?: string | undefined },
  given: CallOptions,
): Promise<TimePage> {
  const [time, ...told] = after?.split(' ') ?? [];
  if (time !== undefined && !Instant.safeParse(time).success) throw new AdapterError('invalid', 'not a bookmark of ours', { field: 'after' });
  const count = PAGE_SIZE + told.length;
  const older = time === undefined ? '' : `&${by}=le${encodeURIComponent(time)}`;
  const address = `${path}&_sort=-${by}&_count=${count}${older}`;
  const found = foundIn(await http.read(address, given, JSON.parse), typeIn(path));
  const fresh = found.matches.filter(({ id }) => !told.includes(String(id)));
  const matches = fresh.slice(0, PAGE_SIZE);
  const hasMore = fresh.length > matches.length || found.next !== undefined || found.matches.length >= count;
  const bookmark = hasMore ? bookmarkAfter(matches, by, time, told) : undefined;
  if (by !== 'sent' || !(hasMore || time)) return { ...found, matches, bookmark };
  // What has no time is older than nothing, so that it comes with the last page.
  const timed = matches.filter(({ sent }) => sent);
  if (bookmark !== undefined) return { ...found, matches: timed, bookmark };
  const { matches: others } = await allOf(http, `${path}&sent:missing=true`, given);
  return { ...found, matches: onlyOnce([...timed, ...others]), bookmark };
}

const timeOf = (by: string, resource: Resource): string | undefined => textAt(resource, by === 'sent' ? 'sent' : 'meta.lastUpdated');

function bookmarkAfter(matches: readonly Resource[], by: string, time: string | undefined, told: readonly string[]): string | undefined {
  const last = matches.findLast((each) => timeOf(by, each));
  const reached = last && timeOf(by, last)!;
  if (reached === undefined) return undefined;
  const isSame = (other: string | undefined): boolean => Date.parse(other ?? '') === Date.parse(reached);
  const here = matches.filter((resource) => isSame(timeOf(by, resource))).map(({ id }) => String(id));
  return [reached, ...(isSame(time) ? told : []), ...here].join(' ');
}
