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
  return (await holding(http, 'DiagnosticReport', subject, observations, given)) ?? [];
}

/**
 * All that an observation is in: reports, panels, and whatever those are in. A server that does not find them so is asked
 * for all the subject's reports, which are looked through.
 */
export async function wholesOf(http: FhirHttp, subject: string, observation: string, given: CallOptions): Promise<readonly Part[]> {
  const wholes = new Map<string, Part>();
  let level: readonly string[] = [observation];
  for (let depth = 0; depth <= LEVELS && level.length > 0; depth++) {
    const [reports, panels] = await Promise.all(
      (['DiagnosticReport', 'Observation'] as const).map((type) => holding(http, type, subject, level, given)),
    );
    if (!reports || !panels) return reportsAround(http, subject, observation, given);
    const fresh = [...reports, ...panels].filter((whole) => !wholes.has(keyOf(whole)) && keyOf(whole) !== observation);
    for (const whole of fresh) wholes.set(keyOf(whole), whole);
    level = fresh.map(keyOf).filter((key) => key.startsWith('Observation/'));
  }
  return [...wholes.values()];
}

/** Reports with an observation anywhere in them, and its panels there, of all that the subject has. */
async function reportsAround(http: FhirHttp, subject: string, observation: string, given: CallOptions): Promise<readonly Part[]> {
  const { matches } = await allOf(http, `DiagnosticReport?patient=${encodeURIComponent(subject)}&_count=100`, given, { parse: parseExactly });
  const pool: Pool = new Map();
  await fetchNamed(http, matches, pool, given);
  const holds = (whole: Part, depth = 0): boolean =>
    namedIn(whole).some((member) => {
      const there = depth < LEVELS ? pool.get(member) : undefined;
      return member === observation || (there !== undefined && holds(there, depth + 1));
    });
  return [...matches, ...pool.values()].filter((whole) => keyOf(whole) !== observation && holds(whole));
}

/** What search finds reports, and panels, by what is in them. */
const MEMBER = { DiagnosticReport: 'result', Observation: 'has-member' } as const;

/** What of a type has one of several observations in it. Undefined where the server will not be asked so. */
async function holding(
  http: FhirHttp,
  type: keyof typeof MEMBER,
  subject: string,
  observations: readonly string[],
  given: CallOptions,
): Promise<readonly Part[] | undefined> {
  if (observations.length === 0) return [];
  const path = `${type}?patient=${encodeURIComponent(subject)}&${MEMBER[type]}=${observations.join(',')}&_count=100`;
  const found = await unlessRefused(allOf(http, path, given, { parse: parseExactly }));
  // Not every server looks at what it does not know.
  return found?.matches.filter((whole) => namedIn(whole).some((member) => observations.includes(member)));
}

/** What is in a report or a panel, by reference. */
const namedIn = ({ result, hasMember }: Part): string[] =>
  [result, hasMember].flatMap(partsOf).map((reference) => relative(referenceOf(reference) ?? ''));

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
