import type { Person } from 'carethread/model';
import type { PracticeEntry } from './practice-entry.js';

/** Everyone a practice's file names, as others read them. Birth dates and care teams stay behind. */
export function personsOf({ id, name, staff, patients }: PracticeEntry): Person[] {
  const practice = { id, name };
  return [
    ...staff.map((member): Person => ({ ...member, kind: 'staff', practice })),
    ...patients.map((patient): Person => ({ id: patient.id, name: patient.name, kind: 'patient' })),
  ];
}
