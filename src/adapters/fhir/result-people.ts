import type { CallOptions } from '../../adapter/call-options.js';
import type { Person } from '../../model/person.js';
import { humanName } from './directory.js';
import type { FhirContext } from './fhir-context.js';
import type { Find } from './observation.js';
import { finderIn, type Pool, subjectOf } from './result-members.js';
import { type Part, partOf, partsOf, referenceOf, textOf } from './result-parts.js';
import { resultOf, type ToldResult } from './result.js';

const PEOPLE = /(^|\/)(Practitioner|PractitionerRole|Patient|RelatedPerson)\/[^/]+(\/_history\/.*)?$/;

/** Resources of a subject as results, with the people they name. What is somebody else's is left out. */
export async function resultsFrom(
  { directory, practice: { id, name } }: FhirContext,
  subject: string,
  found: readonly Part[],
  pool: Pool,
  given: CallOptions,
): Promise<ToldResult[]> {
  const resources = found.filter((resource) => subjectOf(resource) === subject);
  const finds = resources.map((resource) => finderIn(resource, pool));
  await directory.learn([{ reference: subject }, ...resources.flatMap((resource, place) => namedIn(resource, finds[place]!))], given);
  const person = directory.person({ reference: subject })!;
  return resources.map((resource, place) => {
    const find = finds[place]!;
    const personOf = (reference: Part): Person | undefined => {
      const to = referenceOf(reference);
      const named = /^#/.test(to ?? '') ? { display: textOf(reference.display) ?? humanName(find(to!)) } : reference;
      const person = !to || to.startsWith('#') || PEOPLE.test(to) ? directory.person(named) : undefined;
      // Who has no name is nobody to ask, and of whose role nothing is known is not said to work here.
      if (!person?.name.trim()) return undefined;
      return person.kind === 'staff' && !(person.title && person.practice) ? { ...person, kind: 'other' } : person;
    };
    return resultOf(resource, find, { practice: { id, name }, subject: person, personOf });
  });
}

/** Whoever ordered, interpreted or commented. */
function namedIn({ resultsInterpreter, basedOn, note, result }: Part, find: Find): Part[] {
  const there = (references: unknown): Part[] =>
    partsOf(references).flatMap((reference): readonly Part[] => partsOf(find(referenceOf(reference) ?? '')));
  const notes = [...partsOf(note), ...there(result).flatMap((observation) => partsOf(observation.note))];
  const signed = notes.map(({ authorReference }) => partOf(authorReference));
  return [...partsOf(resultsInterpreter), ...there(basedOn).map(({ requester }) => partOf(requester)), ...signed];
}
