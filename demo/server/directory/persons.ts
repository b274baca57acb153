import type { Person, PersonId } from 'carethread/model';
import type { PracticeEntry } from './practice-entry.js';

/** Who does what no person does, such as ending what nobody writes in any more. Speaks as the practice. */
export const softwareOf = (practice: string): PersonId => `${practice}/software` as PersonId;

/** Everyone a practice's file names, as others read them. Birth dates and care teams stay behind. */
export function personsOf({ id, name, staff, patients }: PracticeEntry): Person[] {
  const practice = { id, name };
  return [
    ...staff.map((member): Person => ({ ...member, kind: 'staff', practice })),
    ...patients.map((patient): Person => ({ id: patient.id, name: patient.name, kind: 'patient' })),
    { id: softwareOf(id), name, kind: 'software', practice },
  ];
}
