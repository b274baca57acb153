import { randomUUID } from 'node:crypto';
import type { Act } from '../conversation/act.js';
import type { NoticeTable, ThreadTable } from '../database/tables.js';

/** Writes down, with the answer itself, that its patient is to be told: with it or not at all, and after a restart too. */
export async function noteAnswer({ database, reader, now }: Act, { id: thread, subject, practice }: ThreadTable): Promise<void> {
  const writer = await database
    .selectFrom('entry')
    .select('author')
    .where('thread', '=', thread)
    .where('relationship', 'is not', null)
    .orderBy('position', 'desc')
    .executeTakeFirst();
  const person = writer?.author ?? subject;
  const isGuest = !reader.record.entry.patients.some(({ id }) => id === person);
  const notice = (kind: NoticeTable['kind']) => ({ id: randomUUID(), kind, practice, thread, person, at: now, next_try: now, tries: 0 });
  await database
    .insertInto('notice')
    .values([notice('webhook'), ...(isGuest ? [notice('link')] : [])])
    .execute();
}
