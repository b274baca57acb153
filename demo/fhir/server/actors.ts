import type { Person, RelatedPerson } from '@medplum/fhirtypes';
import type { Actor } from './access.js';
import type { Records } from './records.js';

/**
 * Whom somebody who is signed in may read and write for. A `Person` links them to what they are to others: as a
 * `RelatedPerson` of a child they see the child's record.
 */
export function actorOf({ resources }: Records, user: string): Actor {
  if (!/^(Patient|RelatedPerson)\//.test(user)) return { user, selves: new Set([user]), patients: undefined };
  const links = ([...(resources.get('Person')?.values() ?? [])] as Person[])
    .map(({ link = [] }) => link.map(({ target }) => target.reference ?? ''))
    .find((references) => references.includes(user));
  const selves = new Set([user, ...(links ?? [])]);
  const patients = [...selves].map((self) => {
    if (self.startsWith('Patient/')) return self;
    const related = resources.get('RelatedPerson')?.get(self.slice('RelatedPerson/'.length)) as RelatedPerson;
    return related?.patient.reference ?? '';
  });
  return { user, selves, patients: new Set(patients) };
}
