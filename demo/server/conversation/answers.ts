import { CalendarDay, TimeWindow, type Answer, type Choice, type Message } from 'carethread/model';
import type { OfferedField, OfferedReason } from '../directory/practice-entry.js';
import { Problem } from '../problems.js';
import { storableText } from '../text.js';

/** How many characters an answer of each free kind may have. */
const BUDGETS = { text: 200, 'long-text': 750, medication: 200 } as const;

/** A number as people dial it, of five digits or more. */
export const isPhone = (text: string): boolean => /^\+?[\d ().-]{5,30}$/.test(text) && /(\d\D*){5}/.test(text);

/** What is asked. */
interface Question extends Omit<OfferedField, 'choices'> {
  readonly choices?: readonly Pick<Choice, 'value' | 'label'>[] | undefined;
}

const day = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' });

/**
 * The answers to questions in words and in the questions' order, once each is one its field allows. A wrong answer is
 * named by its place (`answers.1.value`), a missing one by its field (`answers.medicine`).
 *
 * @param path - Where the answers stand in the input.
 */
export function answersInWords(
  fields: readonly Question[],
  answers: readonly Answer[],
  path = 'answers',
): Message['answers'] {
  const given = new Map<string, string>();
  for (const [index, { field: id, value }] of answers.entries()) {
    const field = fields.find((candidate) => candidate.id === id);
    if (!field || given.has(id)) throw new Problem('invalid', { field: `${path}.${index}.field` });
    given.set(id, inWords(field, value, `${path}.${index}.value`));
  }
  for (const { id, kind, required } of fields) {
    // No file can be sent yet, so none is missed.
    if (required && kind !== 'attachment' && !given.has(id)) throw new Problem('invalid', { field: `${path}.${id}` });
  }
  return fields
    .filter(({ id }) => given.has(id) && given.get(id) !== '')
    .map(({ id, label }) => ({ label, value: given.get(id)! }));
}

function inWords(field: Question, value: Answer['value'], path: string): string {
  const wrong = () => new Problem('invalid', { field: path });
  if (field.kind === 'attachment') throw wrong();
  const values = typeof value === 'string' ? [value] : value;
  if ((typeof value === 'string') === (field.kind === 'choices' || field.kind === 'time-windows')) throw wrong();
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
    case 'time-windows':
      if (new Set(values).size < values.length) throw wrong();
      return values.map((one) => windowOf(field, one) ?? thrown(wrong())).join(', ');
    case 'yes-no':
      return value === 'yes' ? 'Yes' : value === 'no' ? 'No' : thrown(wrong());
    case 'date':
      return CalendarDay.safeParse(value).success ? day.format(new Date(`${values[0]}T00:00:00Z`)) : thrown(wrong());
    case 'phone':
      return isPhone(values[0]!) ? values[0]! : thrown(wrong());
    default:
      return storableText(values[0]!, { field: path, budget: BUDGETS[field.kind] });
  }
}

/** A window of those that are offered, in their words, or with none offered one's own. */
function windowOf(field: Question, value: string): string | undefined {
  if (!TimeWindow.safeParse(value).success) return undefined;
  return field.choices?.length ? labelOf(field, value) : value;
}

function labelOf({ choices }: Question, value: string): string | undefined {
  return choices?.find((choice) => choice.value === value)?.label;
}

function thrown(problem: Problem): never {
  throw problem;
}

/**
 * What a new thread is called: its reason, and what was chosen where the practice wants that said. A medicine is named
 * when the subject's list has it; somebody's own words are in no title.
 */
export function titleOf(reason: OfferedReason, answers: readonly Answer[], medications: readonly string[]): string {
  for (const { field: id, value } of answers) {
    const field = reason.fields.find((candidate) => candidate.id === id);
    const chosen = field?.choices?.find((choice) => choice.value === value)?.inTitle;
    const listed = field?.kind === 'medication' ? medications.find((name) => name === value) : undefined;
    const words = chosen ?? listed;
    if (words !== undefined) return `${reason.title}: ${words}`;
  }
  return reason.title;
}
