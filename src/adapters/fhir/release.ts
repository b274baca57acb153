import type { CallOptions, WriteOptions } from '../../adapter/call-options.js';
import type { ResultsPort } from '../../adapter/ports/results.js';
import type { PersonId } from '../../model/id.js';
import { Release, type ReleasePreferences, type ResultKindId } from '../../model/release.js';
import type { FhirContext } from './fhir-context.js';
import { wrongAt } from '../shared/written-text.js';
import { checkReads } from './result-access.js';
import { kindIn, makeOnce, type Marks, marksOf, nowAt, releaseIn, rewrite } from './result-marks.js';
import { labelOf } from './result-parts.js';
import { walkResults } from './result-walk.js';
import { concept, OURS } from './terms.js';

/** How many pages of results are looked through for their kinds. */
const PAGES = 10;

/**
 * When a subject's results are shown. The kinds are those that their results have: a FHIR server does not say which ones
 * its practice has.
 */
export async function readRelease(context: FhirContext, subject: PersonId, given: CallOptions): Promise<ReleasePreferences> {
  checkReads(context, subject);
  const walk = walkResults(context, subject);
  const [marks] = await Promise.all([marksOf(context, subject, given), walkOn(walk, given)]);
  const labels = new Map([...marks.consents].map(([kind, consent]) => [kind, labelOf(kindIn(consent)) ?? kind]));
  for (const { kind } of walk.found) if (kind) labels.set(kind.id, kind.label);
  return {
    kinds: [...labels].map(([id, label]) => ({ id: id as ResultKindId, label, release: releaseOf(id, marks) })),
  };
}

function releaseOf(kind: string, { consents, otherwise }: Marks): Release {
  const consent = consents.get(kind);
  return consent ? releaseIn(consent) : otherwise;
}

async function walkOn(walk: ReturnType<typeof walkResults>, given: CallOptions): Promise<void> {
  for (let page = 0; page < PAGES && (await walk.more(given)); page++);
}

/** Chooses when results of a kind are shown: one consent for each kind of a subject's. */
export async function setRelease(
  context: FhirContext,
  { subject, kind, release }: Parameters<ResultsPort['setRelease']>[0],
  given: WriteOptions,
): Promise<ReleasePreferences> {
  const known = (await readRelease(context, subject, given)).kinds.find(({ id }) => id === kind);
  if (!known) throw wrongAt('kind');
  if (!Release.safeParse(release).success) throw wrongAt('release');
  if (known.release !== release) await write(context, await marksOf(context, subject, given), { ...known, release }, subject, given);
  return readRelease(context, subject, given);
}

function write(
  context: FhirContext,
  { consents }: Marks,
  { id, label, release }: ReleasePreferences['kinds'][number],
  subject: PersonId,
  given: WriteOptions,
): Promise<void> {
  const provision = {
    type: release === 'at-once' ? 'permit' : 'deny',
    code: [{ coding: [{ code: id }], text: label }],
    action: [concept('release', release)],
  };
  const there = consents.get(id);
  if (there) return rewrite(context, { ...there, dateTime: nowAt(context), provision }, given);
  const consent = {
    resourceType: 'Consent',
    status: 'active',
    scope: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/consentscope', code: 'patient-privacy' }] },
    category: [concept('consent', 'result-release', 'When results are shown')],
    patient: { reference: subject },
    dateTime: nowAt(context),
    policyRule: { text: `${OURS}release` },
    provision,
  };
  return makeOnce(context, consent, `result-release-${subject}-${id}`, given);
}
