import type { CallOptions } from '../../adapter/call-options.js';
import { AdapterError } from '../../adapter/errors.js';
import { type FhirHttp, parseExactly } from './fhir-http.js';
import { isResource } from './json.js';
import type { Find } from './observation.js';
import { allOf } from './paging.js';
import { type Part, partsOf, referenceOf } from './result-parts.js';
import { referenceIn } from './terms.js';

/** Resources that came along, by reference. */
export type Pool = Map<string, Part>;

/**
 * A reference as the server itself would write it: relative, and of no version. Behind a proxy servers call themselves
 * something else, so that the host says nothing.
 */
export const relative = (reference: string): string => referenceIn(reference) ?? reference;

export const keyOf = ({ resourceType, id }: Part): string => `${String(resourceType)}/${String(id)}`;

/** Whose a resource is, as a reference. */
export const subjectOf = ({ subject }: Part): string => relative(referenceOf(subject) ?? '');

/** Finds what a resource refers to: contained in it, or in the pool. What is of somebody else is not there. */
export function finderIn(resource: Part, pool: Pool): Find {
  return (reference) => {
    if (reference.startsWith('#')) return partsOf(resource.contained).find(({ id }) => id === reference.slice(1));
    const there = pool.get(relative(reference));
    return there && [subjectOf(resource), ''].includes(subjectOf(there)) ? there : undefined;
  };
}

/** How deep members of members are fetched. */
const LEVELS = 3;
/** How many are asked for in one address. */
const TOGETHER = 40;

/**
 * Fetches the observations and orders that results refer to and that did not come along, since not every server includes
 * them: together, and where the server will not have that, one by one. What may not be read stays away.
 */
export async function fetchNamed(http: FhirHttp, results: readonly Part[], pool: Pool, given: CallOptions): Promise<void> {
  const tried = new Set<string>();
  let level = results;
  for (let depth = 0; depth < LEVELS && level.length > 0; depth++) {
    const wanted = level
      .flatMap(({ result, hasMember, basedOn }) => [result, hasMember, basedOn].flatMap(partsOf))
      .map((reference) => relative(referenceOf(reference) ?? ''))
      .filter((reference) => /^(Observation|ServiceRequest)\/[\w.-]{1,64}$/.test(reference) && !tried.has(reference));
    for (const reference of wanted) tried.add(reference);
    const missing = [...new Set(wanted)].filter((reference) => !pool.has(reference));
    for (const type of ['Observation', 'ServiceRequest']) {
      const ids = missing.filter((reference) => reference.startsWith(type)).map((reference) => reference.split('/')[1]!);
      for (let from = 0; from < ids.length; from += TOGETHER) {
        for (const found of await readAll(http, type, ids.slice(from, from + TOGETHER), given)) pool.set(keyOf(found), found);
      }
    }
    level = wanted.flatMap((reference): readonly Part[] => partsOf(pool.get(reference)));
  }
}

async function readAll(http: FhirHttp, type: string, ids: readonly string[], given: CallOptions): Promise<readonly Part[]> {
  const path = `${type}?_id=${ids.join(',')}&_count=${ids.length}`;
  const found = await unlessRefused(allOf(http, path, given, { parse: parseExactly }));
  if (found && (found.matches.length > 0 || ids.length === 1)) return found.matches;
  const each = await Promise.all(ids.map((id) => unlessRefused(http.read(`${type}/${id}`, given))));
  return each.filter(isResource);
}

/** The reports that observations are in, as far as the server finds them so. */
export async function reportsOf(http: FhirHttp, subject: string, observations: readonly string[], given: CallOptions): Promise<readonly Part[]> {
  if (observations.length === 0) return [];
  const path = `DiagnosticReport?patient=${encodeURIComponent(subject)}&result=${observations.join(',')}&_count=100`;
  const found = await unlessRefused(allOf(http, path, given, { parse: parseExactly }));
  const isAsked = (reference: Part): boolean => observations.includes(relative(referenceOf(reference) ?? ''));
  return found?.matches.filter(({ result }) => partsOf(result).some(isAsked)) ?? [];
}

const REFUSALS = /^(forbidden|not-found|gone|invalid|unsupported|malformed)$/;

/** What is answered, or undefined where the server will not have the question. Being out of reach is another matter. */
export async function unlessRefused<T>(answer: Promise<T>, refusals = REFUSALS): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof AdapterError && refusals.test(error.code)) return undefined;
    throw error;
  }
}
