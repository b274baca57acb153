import type { CallOptions } from '../../adapter/call-options.js';
import type { Instant } from '../../model/instant.js';
import { Release } from '../../model/release.js';
import type { Correction } from '../../model/result.js';
import { foundIn, transact } from './bundle.js';
import { put } from './changing-thread.js';
import { correctionOf } from './correction.js';
import type { FhirContext } from './fhir-context.js';
import type { Resource } from './json.js';
import { allOf } from './paging.js';
import { keepsRelease } from './result-access.js';
import { unlessRefused } from './result-members.js';
import { codesOf, instantOf, type Part, partOf, partsOf } from './result-parts.js';
import { coded, KEYS, OURS, referenceIn, versionOf } from './terms.js';

// FHIR has no words for what is kept here, so that they are ours: a Task says that a result was opened, another one that
// something in it is wrong, and a Consent when results of a kind are shown. By when a clinician writes to a result stands
// where FHIR has the end of any Task, `restriction.period.end`, of an open one with our code `comment` and the result as its
// focus; practices make it, we only read it. The server itself withholds nothing: whoever reads it in another way sees a
// covered result.

/** What is kept of a subject's results besides the results. */
export interface Marks {
  /** Which were opened, as references. */
  readonly opened: ReadonlySet<string>;
  readonly corrections: ReadonlyMap<string, readonly Correction[]>;
  /** By when a clinician writes to a result, where that is said. */
  readonly due: ReadonlyMap<string, Instant>;
  /** Tells the states of each result's marks apart. */
  readonly versions: ReadonlyMap<string, string>;
  /** The choices of when results are shown, by kind. */
  readonly consents: ReadonlyMap<string, Resource>;
  /** When results of any other kind are shown. */
  readonly otherwise: Release;
}

const TASKS = ['result-opened', 'amendment', 'comment'].map((code) => coded('task', code)).join();
/** A Task of which nothing more comes. */
const ENDED = /^(completed|cancelled|rejected|failed|entered-in-error)$/;

const NONE = { matches: [] as Resource[] };

/** Reads what is kept of a subject's results. */
export async function marksOf(context: FhirContext, subject: string, given: CallOptions): Promise<Marks> {
  const { http, capabilities, directory, isStaff } = context;
  const search = (type: string, rest: string) => unlessRefused(allOf(http, `${type}?patient=${subject}&${rest}&_count=100`, given));
  const [opening, choices] = await Promise.all([
    capabilities.lack('Task.search-type') ? NONE : search('Task', `code=${TASKS}`),
    isStaff || !keepsRelease(context) ? NONE : search('Consent', `category=${coded('consent', 'result-release')}`),
  ]);
  const [tasks, consents] = [opening ?? NONE, choices ?? NONE];
  // Somebody may have chosen not to see them yet. Where it cannot be read what was opened either, nobody could ever.
  const otherwise = choices || !opening ? 'at-once' : 'until-opened';
  await directory.learn(tasks.matches, given);
  const opened = new Set<string>();
  const corrections = new Map<string, Correction[]>();
  const due = new Map<string, Instant>();
  const versions = new Map<string, string>();
  for (const task of tasks.matches) {
    const result = referenceIn(task.focus);
    if (!result || task.status === 'entered-in-error') continue;
    versions.set(result, `${versions.get(result) ?? ''}.${versionOf(task) ?? String(task.status)}`);
    const codes = codesOf(task.code, `${OURS}task`);
    const end = instantOf(partOf(partOf(task.restriction).period).end);
    if (codes.includes('result-opened')) opened.add(result);
    else if (codes.includes('comment')) {
      if (end && !ENDED.test(String(task.status))) due.set(result, end);
    } else corrections.set(result, [...(corrections.get(result) ?? []), correctionOf(task, directory)].flat());
  }
  for (const list of corrections.values()) list.sort((a, b) => Date.parse(a.reportedAt) - Date.parse(b.reportedAt));
  // Of two choices for one kind, the newest holds.
  const active = consents.matches.filter(({ status }) => status === 'active').sort((a, b) => chosenAt(a) - chosenAt(b));
  return { opened, corrections, due, versions, consents: new Map(active.map(byKind)), otherwise };
}

const chosenAt = (consent: Resource): number => Date.parse(String(consent.dateTime ?? partOf(consent.meta).lastUpdated)) || 0;

const byKind = (consent: Resource): [string, Resource] => [codesOf(kindIn(consent))[0] ?? '', consent];

/** The kind of results that a consent is about. */
export const kindIn = ({ provision }: Part): Part => partOf(partsOf(partOf(provision).code)[0]);

/** What a consent says. One that cannot be read covers. */
export function releaseIn(consent: Part): Release {
  const words = partsOf(partOf(consent.provision).action).flatMap((action) => codesOf(action, `${OURS}release`));
  return words.map((word) => Release.safeParse(word).data).find(Boolean) ?? 'until-opened';
}

/** Writes a resource under a key, once: what is there already stays as it is. Not every server keeps to the condition. */
export async function makeOnce({ http }: FhirContext, resource: Resource, key: string, given: CallOptions): Promise<void> {
  const { resourceType: url } = resource;
  const ifNoneExist = `identifier=${encodeURIComponent(`${KEYS}|${key}`)}`;
  const there = foundIn(await http.read(`${url}?${ifNoneExist}`, given, JSON.parse), url);
  if (there.matches.length > 0) return;
  const body = { ...resource, identifier: [{ system: KEYS, value: key }] } as never;
  return transact(http, [{ resource: body, request: { method: 'POST', url, ifNoneExist } }], given);
}

/** Writes a resource anew, unless somebody has changed it since it was read. One without a version is not written. */
export async function rewrite({ http }: FhirContext, resource: Resource, given: CallOptions): Promise<void> {
  return transact(http, [put(resource)], given);
}

/** Now, by the server's clock. */
export const nowAt = ({ http }: Pick<FhirContext, 'http'>): string => new Date(http.now()).toISOString();

