import { TimeWindow, type Card, type CardDraft, type Field, type ThreadId } from 'carethread/model';
import type { ThreadTable } from '../database/tables.js';
import { Problem } from '../problems.js';
import { resultCard } from '../results/result-cards.js';
import { storableText, writtenText } from '../text.js';
import { offerCard } from '../visits/offer-cards.js';
import type { Act } from './act.js';
import { isOwnId } from './threads.js';

/** Cards as they are stored and shown, once each asks something answerable or leads to a thread of the same subject. */
export async function cardsFor(act: Act, row: ThreadTable, drafts: readonly CardDraft[]): Promise<Card[]> {
  const cards: Card[] = [];
  for (const [index, draft] of drafts.entries()) {
    cards.push(await cardFor(act, row, draft, `cards.${index}`));
  }
  return cards;
}

async function cardFor(act: Act, row: ThreadTable, draft: CardDraft, path: string): Promise<Card> {
  if (draft.kind === 'result') return resultCard(act, row.subject, draft.result, `${path}.result`);
  if (draft.kind === 'slot-offer') return offerCard(act, row.subject, draft.offer, `${path}.offer`);
  return draft.kind === 'thread-link' ? linkTo(act, row, draft.thread, `${path}.thread`) : askFor(draft.fields, path);
}

/** A card that leads to a thread. */
export function linkCard({ id, title }: Pick<ThreadTable, 'id' | 'title'>): Card {
  return { kind: 'thread-link', label: title, fields: [], thread: id as ThreadId };
}

async function linkTo({ database }: Act, { practice, subject }: ThreadTable, id: string, field: string): Promise<Card> {
  const found = database
    .selectFrom('thread')
    .select(['id', 'title'])
    .where('id', '=', id)
    .where('practice', '=', practice)
    .where('subject', '=', subject);
  const other = isOwnId(id) ? await found.executeTakeFirst() : undefined;
  if (!other) throw new Problem('invalid', { field });
  return linkCard(other);
}

function askFor(fields: readonly Field[], path: string): Card {
  const asked = fields.map((field, index) => storableField(field, `${path}.fields.${index}`));
  // No file can be sent yet, so a request for files only would be one that nobody can answer.
  const answerable = asked.some(({ kind }) => kind !== 'attachment') && !hasTwice(asked.map(({ id }) => id));
  if (!answerable) throw new Problem('invalid', { field: `${path}.fields` });
  return { kind: 'detail-request', label: asked[0]!.label, fields: asked };
}

const LABEL_BUDGET = 200;
const HELP_BUDGET = 750;

function storableField(field: Field, path: string): Field {
  const label = (text: string, part: string) => writtenText(text, { field: `${path}.${part}`, budget: LABEL_BUDGET });
  const help = (text: string | undefined, part: string) =>
    text === undefined ? undefined : storableText(text, { field: `${path}.${part}`, budget: HELP_BUDGET });
  const choices = field.choices.map((choice, index) => ({
    value: label(choice.value, `choices.${index}.value`),
    label: label(choice.label, `choices.${index}.label`),
    explanation: help(choice.explanation, `choices.${index}.explanation`),
  }));
  const wantsChoices = field.kind === 'choice' || field.kind === 'choices';
  const missing = wantsChoices && choices.length === 0;
  if (missing || hasTwice(choices.map(({ value }) => value))) throw new Problem('invalid', { field: `${path}.choices` });
  const wrong = choices.findIndex(({ value }) => field.kind === 'time-windows' && !TimeWindow.safeParse(value).success);
  if (wrong >= 0) throw new Problem('invalid', { field: `${path}.choices.${wrong}.value` });
  return { ...field, id: label(field.id, 'id'), label: label(field.label, 'label'), help: help(field.help, 'help'), choices };
}

const hasTwice = (values: readonly string[]): boolean => new Set(values).size < values.length;
