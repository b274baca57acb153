import type { Person } from '../../../model/person.js';
import type { FhirContext } from '../fhir-context.js';

/** Somebody with a name. Who has none is nobody to choose; of whose role nothing is known is not said to work here. */
export function namedPerson({ directory }: Pick<FhirContext, 'directory'>, reference: unknown): Person | undefined {
  const person = directory.person(reference);
  if (!person?.name.trim()) return undefined;
  return person.kind === 'staff' && !(person.title && person.practice) ? { ...person, kind: 'other' } : person;
}
