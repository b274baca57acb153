import { randomUUID } from 'node:crypto';
import type { Act } from '../conversation/act.js';
import type { NoticeTable, ThreadTable } from '../database/tables.js';

/** A notice that is due at once. */
export function newNotice(about: Pick<NoticeTable, 'kind' | 'practice' | 'thread' | 'person' | 'at'>): NoticeTable {
  return { ...about, id: randomUUID(), next_try: about.at, tries: 0 };
}

/**
 * Writes down, with what the practice said or did, that somebody is to be told: with it or not at all, and after a
 * restart too. That is who wrote last and may still read it, else whom it is about.
 */
export async function noteAnswer(
  { database, directory, reader, now: at }: Act,
  { id: thread, subject, practice }: ThreadTable,
): Promise<void> {
  const writers = await database
    .selectFrom('entry')
    .select('author')
    .where('thread', '=', thread)
    .where('relationship', 'is not', null)
    .orderBy('position', 'desc')
    .execute();
  const mayRead = (person: string): boolean => {
    const known = directory.readers.get(person);
    return known?.record.practice.id === practice && known.subjects.some(({ id }) => id === subject);
  };
  const person = writers.find(({ author }) => mayRead(author))?.author ?? subject;
  const isGuest = !reader.record.entry.patients.some(({ id }) => id === person);
  const kinds: NoticeTable['kind'][] = isGuest ? ['webhook', 'link'] : ['webhook'];
  await database
    .insertInto('notice')
    .values(kinds.map((kind) => newNotice({ kind, practice, thread, person, at })))
    .execute();
}
