import type { Answer, Message, MessageId } from 'carethread/model';
import type { EntryTable } from '../database/tables.js';
import { Problem } from '../problems.js';
import type { Act } from './act.js';
import { answersInWords } from './answers.js';
import { cardsIn, findMessage } from './entries.js';

/** What a detail request is answered with. */
export interface Detail {
  readonly message: MessageId;
  readonly answers: readonly Answer[];
}

/** The answers to a detail request in words, and what notes in its card which message answered it. */
export async function detailIn(
  act: Act,
  thread: string,
  { message, answers }: Detail,
): Promise<{ words: Message['answers']; answeredBy(id: MessageId): Promise<void> }> {
  const row = await findMessage(act, thread, { id: message, field: 'detail.message' });
  const requests = cardsIn(row).filter(({ kind }) => kind === 'detail-request');
  if (requests.length === 0) throw new Problem('invalid', { field: 'detail.message' });
  const index = cardsIn(row).findIndex(({ kind, answeredBy }) => kind === 'detail-request' && answeredBy === undefined);
  if (index < 0) throw new Problem('conflict', { field: 'detail.message', detail: 'It was answered already.' });
  const words = answersInWords(cardsIn(row)[index]!.fields, answers, 'detail.answers');
  return { words, answeredBy: (id) => markAnswered(act, row, { index, answeredBy: id }) };
}

async function markAnswered(
  { database }: Act,
  row: EntryTable,
  { index, answeredBy }: { index: number; answeredBy: MessageId },
): Promise<void> {
  const cards = cardsIn(row).map((card, at) => (at === index ? { ...card, answeredBy } : card));
  await database.updateTable('entry').set({ cards: JSON.stringify(cards) }).where('id', '=', row.id).execute();
}
