import type { Subject } from 'carethread/model';
import type { Database } from '../database/tables.js';
import type { Directory, Reader } from '../directory/directory.js';

/** A guest as one who reads and writes: for themselves only, and only what they wrote about. */
export async function guestReader(database: Database, directory: Directory, id: string): Promise<Reader | undefined> {
  const guest = await database.selectFrom('guest').selectAll().where('person', '=', id).executeTakeFirst();
  const record = directory.practices.find(({ practice, entry }) => practice.id === guest?.practice && entry.guests);
  if (!guest || !record) return undefined;
  await directory.learn(database, [id]);
  const person = directory.person(id);
  const self: Subject = { ...person, relationship: 'self', birthDate: guest.birth_date };
  return { person, record, isStaff: false, subjects: [self] };
}
