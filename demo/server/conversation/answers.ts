import { CalendarDay, type Answer, type Message } from 'carethread/model';
import type { OfferedField, OfferedReason } from '../directory/practice-entry.js';
import { Problem } from '../problems.js';
import { storableText } from '../text.js';

/** How many characters an answer of each free kind may have. */
const BUDGETS = { text: 200, 'long-text': 750 } as const;

const day = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' });

/**
 * The answers of a form in words and in the form's order, once each is one the reason's fields allow. A wrong answer
 * is named by its place (`answers.1.value`), a missing one by its field (`answers.medicine`).
 */
export function answersInWords(reason: OfferedReason, answers: readonly Answer[]): Message['answers'] {
  const given = new Map<string, string>();
  for (const [index, { field: id, value }] of answers.entries()) {
    const field = reason.fields.find((candidate) => candidate.id === id);
    if (!field || given.has(id)) throw new Problem('invalid', { field: `answers.${index}.field` });
    given.set(id, inWords(field, value, `answers.${index}.value`));
  }
  for (const { id, required } of reason.fields) {
    if (required && !given.has(id)) throw new Problem('invalid', { field: `answers.${id}` });
  }
  return reason.fields
    .filter(({ id }) => given.has(id) && given.get(id) !== '')
    .map(({ id, label }) => ({ label, value: given.get(id)! }));
}

function inWords(field: OfferedField, value: Answer['value'], path: string): string {
  const wrong = () => new Problem('invalid', { field: path });
  const values = typeof value === 'string' ? [value] : value;
  if ((typeof value === 'string') === (field.kind === 'choices')) throw wrong();
  const given = values.filter((one) => one.trim() !== '');
  if (given.length === 0) {
    if (field.required) throw wrong();
    return '';
  }
  switch (field.kind) {
    case 'choice':
    case 'choices':
      if (new Set(values).size < values.length) throw wrong();
      return values.map((one) => labelOf(field, one) ?? thrown(wrong())).join(', ');
    case 'yes-no':
      return value === 'yes' ? 'Yes' : value === 'no' ? 'No' : thrown(wrong());
    case 'date':
      return CalendarDay.safeParse(value).success ? day.format(new Date(`${values[0]}T00:00:00Z`)) : thrown(wrong());
    case 'phone':
      return /^\+?[\d ().-]{5,30}$/.test(values[0]!) ? values[0]! : thrown(wrong());
    default:
      return storableText(values[0]!, { field: path, budget: BUDGETS[field.kind] });
  }
}

function labelOf({ choices }: OfferedField, value: string): string | undefined {
  return choices?.find((choice) => choice.value === value)?.label;
}

function thrown(problem: Problem): never {
  throw problem;
}

/** What a new thread is called: its reason, and what was chosen where the practice wants that said. */
export function titleOf(reason: OfferedReason, answers: readonly Answer[]): string {
  for (const { field, value } of answers) {
    const choices = reason.fields.find(({ id }) => id === field)?.choices;
    const words = choices?.find((choice) => choice.value === value)?.inTitle;
    if (words !== undefined) return `${reason.title}: ${words}`;
  }
  return reason.title;
}
