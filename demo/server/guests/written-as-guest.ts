import type { Message } from 'carethread/model';
import type { Scope } from '../conversation/threads.js';
import type { EntryTable } from '../database/tables.js';

/**
 * Entries as staff read them: what opens a guest's thread begins with who they said they are, so that nobody takes them
 * for the patient of that name. This stays with the guest and is added when staff read, and only then: so it stands in
 * no stored message, and is neither found, nor quoted, nor kept with an answer.
 */
export async function asWrittenByGuest({ database, reader }: Scope, rows: readonly EntryTable[]): Promise<EntryTable[]> {
  const opens = ({ position, retracted_at }: EntryTable) => reader.isStaff && position === 1 && retracted_at === null;
  const first = rows.find(opens);
  const guest = first && (await database.selectFrom('guest').selectAll().where('person', '=', first.author).executeTakeFirst());
  if (!guest) return [...rows];
  const said = { label: 'Written as a guest', value: `${guest.birth_date}, ${guest.contact}, identity not checked` };
  const begun = (answers: string | null) => JSON.stringify([said, ...(JSON.parse(answers ?? '[]') as Message['answers'])]);
  return rows.map((row) => (row === first ? { ...row, answers: begun(row.answers) } : row));
}
