import type { PersonId, PracticeId, ResultId } from '../../model/id.js';
import type { Person } from '../../model/person.js';
import type { ResultKindId } from '../../model/release.js';
import type { Result, ResultComment } from '../../model/result.js';
import { textOfMarkup } from './narrative.js';
import { type Find, measured, measurementsOf } from './observation.js';
import { filesOf } from './result-files.js';
import { codesOf, instantOf, labelOf, labelsOf, lookUp, measuredAt, type Part, partOf, partsOf, present, referenceOf, textOf } from './result-parts.js';
import { isId } from './terms.js';

/** What there is besides a resource to make a result of it. */
export interface ResultSurroundings {
  readonly practice: { readonly id: PracticeId; readonly name: string };
  readonly subject: Person;
  /** Whom a reference means, as far as it is known. */
  readonly personOf: (reference: Part) => Person | undefined;
}

const STATUSES: Readonly<Record<string, Result['status']>> = {
  registered: 'preliminary',
  partial: 'preliminary',
  preliminary: 'preliminary',
  final: 'final',
  amended: 'corrected',
  corrected: 'corrected',
  appended: 'corrected',
  cancelled: 'cancelled',
  'entered-in-error': 'withdrawn',
};

/** A result, and whether a clinician has said something to it: what a laboratory's machine notes is also a comment. */
export type ToldResult = Result & { readonly isCommented: boolean };

/** A report with its observations, or an observation that is in no report, as a result. */
export function resultOf(resource: Part, find: Find, surroundings: ResultSurroundings): ToldResult {
  const { id, meta, status: word, issued, basedOn, performer } = resource;
  const status = lookUp(STATUSES, word) ?? 'other';
  const name = labelOf(resource.code) ?? labelsOf(resource.category) ?? '';
  const first = (people: unknown): Person | undefined => partsOf(people).map(surroundings.personOf).find(Boolean);
  const says = status !== 'withdrawn' && { ...contentOf(resource, find, name, first), files: filesOf(resource, name) };
  return present({
    // One without a name of its own cannot be read: the client says that there is such a one.
    id: (isId(String(id)) ? `${String(resource.resourceType)}/${String(id)}` : undefined) as ResultId,
    version: textOf(partOf(meta).versionId),
    practice: surroundings.practice,
    subject: surroundings.subject,
    name,
    kind: kindOf(resource.category),
    status,
    // `issued` is of this version of it. What was corrected is said in no place of FHIR's: a Provenance says who and why, and
    // to compare with the version before is left to who reports. So there is no `changed`; a lab's own words are in the notes.
    changedAt: status === 'preliminary' || status === 'final' || status === 'other' ? undefined : instantOf(issued),
    takenAt: takenAt(resource),
    arrivedAt: instantOf(issued),
    // Who has only read it has not ordered it.
    orderedBy: first(partsOf(basedOn).map((order) => find(referenceOf(order) ?? '')?.requester)),
    laboratory: says ? laboratoryOf(performer, find) : undefined,
    comments: [],
    isCommented: false,
    measurements: [],
    files: [],
    ...says,
    corrections: [],
  } satisfies ToldResult);
}

function contentOf(
  resource: Part,
  find: Find,
  name: string,
  first: (people: unknown) => Person | undefined,
): Pick<ToldResult, 'comments' | 'isCommented' | 'measurements' | 'report'> {
  const isReport = resource.resourceType === 'DiagnosticReport';
  const members = partsOf(isReport ? resource.result : resource.hasMember);
  const all = [...(isReport ? [] : measured(resource, name)), ...measurementsOf(resource, find)];
  // A group that holds everything is the result itself.
  const isOneGroup = new Set(all.map(({ group }) => group)).size === 1;
  const measurements = isOneGroup ? all.map(({ group: _, ...measurement }) => measurement) : all;
  const noted = isReport ? members.map((member) => find(referenceOf(member) ?? '')) : [resource];
  const conclusion = textOf(resource.conclusion) ?? labelsOf(resource.conclusionCode);
  const comments = [
    ...(conclusion
      ? [present({ text: conclusion, author: first(resource.resultsInterpreter), at: instantOf(resource.issued) })]
      : []),
    ...noted.flatMap((observation) => notesOf(observation, noted.length > 1, first)),
  ];
  const notes = noted.flatMap((observation) => partsOf(observation?.note));
  const isCommented = conclusion !== undefined || notes.some(({ authorReference }) => isClinician(authorReference));
  const saysNothing = !conclusion && !measurements.some(({ value }) => value && value.kind !== 'absent');
  return present({ comments, isCommented, measurements, report: saysNothing ? narrative(resource) : undefined });
}

const isClinician = (reference: unknown): boolean => /(^|\/)Practitioner(Role)?\//.test(referenceOf(reference) ?? '');

/** A narrative as text. Nothing in it is interpreted. */
const narrative = ({ text }: Part): string | undefined => textOf(textOfMarkup(textOf(partOf(text).div) ?? ''));

/** What is noted with an observation; where there are several, it says with which. */
function notesOf(observation: Part | undefined, isOneOfMany: boolean, first: (people: unknown) => Person | undefined): ResultComment[] {
  const name = isOneOfMany ? labelOf(observation?.code) : undefined;
  return partsOf(observation?.note).flatMap(({ text, authorReference, authorString, time }) => {
    const said = textOf(text);
    const signed = textOf(authorString)?.slice(0, 200);
    const author = first(authorReference) ?? (signed ? { id: signed as PersonId, name: signed, kind: 'other' as const } : undefined);
    return said ? [present({ text: name ? `${name}: ${said}` : said, author, at: instantOf(time) })] : [];
  });
}

/** What kind of test it is: the first category that has a code. Laboratories have two words for themselves. */
export function kindOf(categories: unknown): Result['kind'] {
  for (const category of partsOf(categories)) {
    const id = (codesOf(category)[0] ?? labelOf(category))?.slice(0, 200);
    if (id) return { id: (id === 'LAB' ? 'laboratory' : id) as ResultKindId, label: labelOf(category) ?? id };
  }
  return undefined;
}

/** When the sample was taken: a moment, or the beginning of a period. */
export function takenAt({ effectiveDateTime, effectiveInstant, effectivePeriod, effectiveTiming }: Part): Result['takenAt'] {
  const events = partOf(effectiveTiming).event;
  const times = [effectiveDateTime, effectiveInstant, partOf(effectivePeriod).start, Array.isArray(events) ? events[0] : undefined];
  return times.map(measuredAt).find(Boolean);
}

function laboratoryOf(performers: unknown, find: Find): string | undefined {
  for (const performer of partsOf(performers)) {
    const reference = referenceOf(performer) ?? '';
    const there = find(reference);
    const isOrganization = there ? there.resourceType === 'Organization' : /^$|\bOrganization\//.test(reference);
    const name = isOrganization && (textOf(performer.display) ?? textOf(there?.name));
    if (name) return name;
  }
  return undefined;
}
