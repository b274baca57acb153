import type { Answer, Card, Message, MessageId } from 'carethread/model';
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
  return { words, answeredBy: (id) => saveCards(act, row, (card, at) => (at === index ? { ...card, answeredBy: id } : card)) };
}

/** What a message answered that was taken back is asked again. */
export async function askAgain(act: Act, { id, thread }: Message): Promise<void> {
  const rows = await act.database
    .selectFrom('entry')
    .selectAll()
    .where('thread', '=', thread)
    .where('cards', 'like', `%${id}%`)
    .execute();
  for (const row of rows) await saveCards(act, row, (card) => (card.answeredBy === id ? { ...card, answeredBy: undefined } : card));
}

async function saveCards(
  { database }: Act,
  row: EntryTable,
  change: (card: Card, index: number) => Card,
): Promise<void> {
  const cards = JSON.stringify(cardsIn(row).map(change));
  await database.updateTable('entry').set({ cards }).where('id', '=', row.id).execute();
}
