import type { CallOptions } from '../../adapter/call-options.js';
import { AdapterError } from '../../adapter/errors.js';
import type { Json } from '../shared/serialise.js';
import type { FhirHttp } from './fhir-http.js';
import { at, isResource, listAt, type Resource, textAt } from './json.js';
import { entryRefusal } from './outcome.js';

/** What one page of a search has found. */
export interface Found {
  readonly matches: readonly Resource[];
  /** What it brought along, such as those who are named in the matches. */
  readonly included: readonly Resource[];
  /** Where the server says the next page is: not to be followed unchecked. */
  readonly next: string | undefined;
}

/** Reads a page of a search. An entry counts by its mode: some servers put a warning among what they found. */
export function foundIn(bundle: unknown, type: string): Found {
  const isSearch = textAt(bundle, 'resourceType') === 'Bundle' && textAt(bundle, 'type') === 'searchset';
  if (!isSearch) throw new AdapterError('malformed', `GET ${type} is not a searchset`);
  const matches: Resource[] = [];
  const included: Resource[] = [];
  let refusal: AdapterError | undefined;
  for (const entry of listAt(bundle, 'entry')) {
    const resource = at(entry, 'resource');
    if (!isResource(resource)) continue;
    if (resource.resourceType === 'OperationOutcome') {
      const severity = textAt(resource, 'issue.0.severity');
      if (severity === 'error' || severity === 'fatal') refusal = entryRefusal(500, resource, `GET ${type}`);
      continue;
    }
    const mode = textAt(entry, 'search.mode') ?? (resource.resourceType === type ? 'match' : 'include');
    (mode === 'match' ? matches : included).push(resource);
  }
  if (refusal && matches.length === 0) throw refusal;
  const next = listAt(bundle, 'link').find((link) => textAt(link, 'relation') === 'next');
  return { matches, included, next: textAt(next, 'url') };
}

/**
 * Several searches at once, in their order: one request where the server takes batches. One that is refused is an error
 * of its own in the answer, since the others may be good.
 */
export async function searches(
  http: FhirHttp,
  paths: readonly string[],
  given: CallOptions,
  inBatch: boolean,
): Promise<(Found | AdapterError)[]> {
  if (paths.length < 2 || !inBatch) return Promise.all(paths.map((path) => searchOrError(http, path, given)));
  const entry = paths.map((url) => ({ request: { method: 'GET', url } }));
  let answer: unknown;
  try {
    answer = await http.post({ resourceType: 'Bundle', type: 'batch', entry }, given, false);
  } catch (error) {
    if (!(error instanceof AdapterError) || error.retryable || error.code === 'auth-required') throw error;
    // Said to be taken, and refused: one by one they may be let through.
    return searches(http, paths, given, false);
  }
  const entries = listAt(answer, 'entry');
  return paths.map((path, place) => {
    try {
      checkEntry(entries[place], `GET ${typeIn(path)}`);
      return foundIn(at(entries[place], 'resource'), typeIn(path));
    } catch (error) {
      return error as AdapterError;
    }
  });
}

async function searchOrError(http: FhirHttp, path: string, given: CallOptions): Promise<Found | AdapterError> {
  try {
    return foundIn(await http.read(path, given, JSON.parse), typeIn(path));
  } catch (error) {
    if (error instanceof AdapterError) return error;
    throw error;
  }
}

/** The type that a search is for. */
export const typeIn = (path: string): string => /^\w*/.exec(path)![0];

/** What is found, or the error that it could not be. */
export function orThrow(found: Found | AdapterError | undefined): Found {
  if (found && !(found instanceof AdapterError)) return found;
  throw found ?? new AdapterError('malformed', 'an answer is missing');
}

/**
 * Does several things at once or none of them, where the server keeps its word: that the whole was answered with 200
 * means nothing, so that each of them is looked at. Unless all were refused it is an `unknown-outcome`: something may
 * have been done, and the next try under the same key finds it.
 */
export async function transact(http: FhirHttp, entry: readonly Json[], given: CallOptions): Promise<void> {
  const answer = await http.post({ resourceType: 'Bundle', type: 'transaction', entry }, given, true);
  const entries = listAt(answer, 'entry');
  const errors = entry.flatMap((_, place) => {
    try {
      checkEntry(entries[place], 'transaction');
      return [];
    } catch (error) {
      return [error as AdapterError];
    }
  });
  if (errors.length === 0) return;
  const isRefused = errors.length === entry.length && errors.every(({ code }) => code !== 'malformed');
  throw isRefused ? errors[0]! : new AdapterError('unknown-outcome', 'transaction was not done as a whole');
}

function checkEntry(entry: unknown, call: string): void {
  const status = Number.parseInt(textAt(entry, 'response.status') ?? '', 10);
  if (status >= 200 && status < 300) return;
  if (Number.isNaN(status)) throw new AdapterError('malformed', `${call} has an entry without a status`);
  throw entryRefusal(status, at(entry, 'response.outcome') ?? at(entry, 'resource'), call);
}
