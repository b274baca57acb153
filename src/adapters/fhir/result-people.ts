import type { CallOptions } from '../../adapter/call-options.js';
import type { Person } from '../../model/person.js';
import type { Result } from '../../model/result.js';
import { humanName } from './directory.js';
import type { FhirContext } from './fhir-context.js';
import type { Find } from './observation.js';
import { finderIn, type Pool } from './result-members.js';
import { type Part, partOf, partsOf, referenceOf, textOf } from './result-parts.js';
import { resultOf } from './result.js';

/** Resources as results, with the people they name. */
export async function resultsFrom(context: FhirContext, resources: readonly Part[], pool: Pool, given: CallOptions): Promise<Result[]> {
  const { http, directory, practice } = context;
  const finds = resources.map((resource) => finderIn(resource, pool, http.baseUrl));
  await directory.learn(resources.flatMap((resource, place) => namedIn(resource, finds[place]!)), given);
  return resources.map((resource, place) => {
    const find = finds[place]!;
    const personOf = (reference: Part): Person | undefined => {
      const person = directory.person(reference);
      const contained = /^#/.test(referenceOf(reference) ?? '') ? humanName(find(referenceOf(reference)!)) : undefined;
      // Who has no name to anybody is nobody to ask.
      return person?.name ? person : textOf(contained) ? directory.person({ display: contained }) : undefined;
    };
    return resultOf(resource, find, { practice: { id: practice.id, name: practice.name }, personOf });
  });
}

/** Whoever ordered, interpreted or commented, and whose result it is. */
function namedIn({ subject, resultsInterpreter, basedOn, note, result }: Part, find: Find): Part[] {
  const there = (references: unknown): Part[] =>
    partsOf(references).flatMap((reference): readonly Part[] => partsOf(find(referenceOf(reference) ?? '')));
  const notes = [...partsOf(note), ...there(result).flatMap((observation) => partsOf(observation.note))];
  const signed = notes.map(({ authorReference }) => partOf(authorReference));
  return [...partsOf(subject), ...partsOf(resultsInterpreter), ...there(basedOn).map(({ requester }) => partOf(requester)), ...signed];
}
