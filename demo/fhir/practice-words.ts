import type { Person, PersonId, Practice, PracticeId, Reason } from 'carethread/model';
import { reasonFor } from '../server/directory/directory.js';
import { personsOf } from '../server/directory/persons.js';
import type { PracticeEntry } from '../server/directory/practice-entry.js';

/** What a practice tells the page, since FHIR has no place for it: hours, reasons, promises. */
export interface PracticeWords {
  readonly practice: Practice;
  readonly reasons: readonly Reason[];
}

/** A practice file's words for `fhirAdapter({ practice })`, its people named by reference. */
export function practiceWords(entry: PracticeEntry): PracticeWords {
  const { name, zone, hours, holidays, phone, emergencyPhone, crisisPhone, messaging } = entry;
  const id = `Organization/${entry.id}` as PracticeId;
  const practice: Practice = { id, name, zone, hours, holidays, phone, emergencyPhone, crisisPhone, messaging };
  const staff = personsOf(entry);
  const person = (wanted: string): Person => {
    const found = staff.find((one) => one.id === wanted)!;
    return { ...found, id: `Practitioner/${wanted}` as PersonId, practice: { id, name } };
  };
  const record = { entry, practice, staff };
  return { practice, reasons: entry.reasons.map((offered) => reasonFor(record, offered, person)) };
}
