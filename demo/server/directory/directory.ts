import type { Person, Practice, Reason, Subject } from 'carethread/model';
import type { Database } from '../database/tables.js';
import { personsOf, softwareOf } from './persons.js';
import type { OfferedReason, PracticeEntry } from './practice-entry.js';
import type { PracticeFile } from './practice-file.js';

/** A practice with everything the file says of it. */
export interface PracticeRecord {
  readonly entry: PracticeEntry;
  readonly practice: Practice;
  readonly staff: readonly Person[];
}

/** Someone who is signed in, with all that decides what they reach. */
export interface Reader {
  readonly person: Person;
  readonly record: PracticeRecord;
  readonly isStaff: boolean;
  readonly subjects: readonly Subject[];
}

/** Who and what there is. Read once at the start: it changes with the practice file, not with what people do. */
export interface Directory {
  readonly practices: readonly PracticeRecord[];
  /** Those who may sign in. */
  readonly readers: ReadonlyMap<string, Reader>;
  /** Anyone who ever wrote or was written about, by id. */
  person(id: string): Person;
  /** Looks up those it does not know yet, such as guests that another server process let in. */
  learn(database: Database, ids: readonly (string | null)[]): Promise<void>;
}

/** Brings the people of the practice file into the database, and everyone ever known out of it. */
export async function openDirectory(database: Database, file: PracticeFile): Promise<Directory> {
  const practices = file.practices.map((entry): PracticeRecord => {
    const { id, name, zone, hours, holidays, phone, emergencyPhone, crisisPhone, messaging } = entry;
    const practice: Practice = { id, name, zone, hours, holidays, phone, emergencyPhone, crisisPhone, messaging };
    return { entry, practice, staff: personsOf(entry).filter(({ kind }) => kind === 'staff') };
  });
  await remember(database, practices);
  const persons = new Map<string, Person>();
  const known = database.selectFrom('person').select(['id', 'record']);
  const take = (rows: readonly { id: string; record: string }[]): void => {
    for (const { id, record } of rows) persons.set(id, JSON.parse(record) as Person);
  };
  take(await known.execute());
  const person = (id: string): Person => {
    const found = persons.get(id);
    if (!found) throw new Error('a person is missing from the directory');
    return found;
  };
  const readers = practices.flatMap((record) => readersOf(record, person));
  const learn: Directory['learn'] = async (through, ids) => {
    const unknown = [...new Set(ids)].filter((id): id is string => id !== null && !persons.has(id));
    if (unknown.length > 0) take(await through.selectFrom('person').select(['id', 'record']).where('id', 'in', unknown).execute());
  };
  return { practices, person, learn, readers: new Map(readers.map((reader) => [reader.person.id, reader])) };
}

/** A reason as its form needs it. */
export function reasonFor(record: PracticeRecord, offered: OfferedReason, person: Directory['person']): Reason {
  const { title: _title, fields, receiver, ...rest } = offered;
  return {
    references: [],
    ...rest,
    fields: fields.map((field) => ({
      ...field,
      choices: (field.choices ?? []).map(({ value, label, explanation }) => ({ value, label, explanation })),
    })),
    receiver: receiver && {
      first: person(receiver.first),
      then: receiver.then === undefined ? undefined : person(receiver.then),
    },
  };
}

/** The practice's software, which does what no person does. Nobody signs in as it. */
export function softwareReader(record: PracticeRecord, { person }: Pick<Directory, 'person'>): Reader {
  return { person: person(softwareOf(record.practice.id)), record, isStaff: true, subjects: [] };
}

function readersOf(record: PracticeRecord, person: Directory['person']): Reader[] {
  const staff = record.staff.map((member) => ({ person: member, record, isStaff: true, subjects: [] }));
  const patients = record.entry.patients
    .filter(({ signsIn }) => signsIn)
    .map(({ id, birthDate, actsFor }) => {
      const self: Subject = { ...person(id), relationship: 'self', birthDate };
      const others = actsFor.map(({ person: other, as }): Subject => {
        const born = record.entry.patients.find((patient) => patient.id === other)?.birthDate;
        return { ...person(other), relationship: as, birthDate: born };
      });
      return { person: person(id), record, isStaff: false, subjects: [self, ...others] };
    });
  return [...staff, ...patients];
}

async function remember(database: Database, practices: readonly PracticeRecord[]): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    for (const { entry } of practices) {
      await transaction
        .insertInto('practice')
        .values({ id: entry.id, last_change: 0, pause: null, change: 0 })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .execute();
      for (const known of personsOf(entry)) {
        const record = JSON.stringify(known);
        await transaction
          .insertInto('person')
          .values({ id: known.id, practice: entry.id, record })
          .onConflict((conflict) => conflict.column('id').doUpdateSet({ record, practice: entry.id }))
          .execute();
      }
    }
  });
}
