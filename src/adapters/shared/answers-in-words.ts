import type { Answer } from '../../model/contact-request.js';
import type { Field } from '../../model/field.js';
import { CalendarDay } from '../../model/instant.js';
import type { Message } from '../../model/message.js';
import { TimeWindow } from '../../model/reply-wish.js';
import { isPhone, storableText, wrongAt } from './written-text.js';

/** Kinds that answer with several values. */
const SEVERAL: ReadonlySet<Field['kind']> = new Set(['choices', 'time-windows']);
const BUDGETS: Partial<Record<Field['kind'], number>> = { text: 200, medication: 200, 'long-text': 750 };

/**
 * What was answered, in words and in the form's order. A wrong answer is `invalid` by its place under `path`
 * (`answers.0.value`), a missing one by its field (`answers.medicine`).
 */
export function answersInWords(fields: readonly Field[], answers: readonly Answer[], path: string): Message['answers'] {
  answers.forEach(({ field: name, value }, place) => {
    const field = fields.find(({ id }) => id === name);
    const isFirst = answers.findIndex((answer) => answer.field === name) === place;
    if (!field || !isFirst) throw wrongAt(`${path}.${place}.field`);
    const fits = field.kind !== 'attachment' && Array.isArray(value) === SEVERAL.has(field.kind);
    if (!fits) throw wrongAt(`${path}.${place}.value`);
  });
  return fields.flatMap((field) => {
    const place = answers.findIndex((answer) => answer.field === field.id);
    const values = [answers[place]?.value ?? []].flat().filter((value) => value.trim() !== '');
    // No file can be sent yet, so that none can be missed.
    const isMissing = field.required && field.kind !== 'attachment' && values.length === 0;
    if (isMissing) throw wrongAt(`${path}.${place < 0 ? field.id : `${place}.value`}`);
    const words = values.map((value) => wordFor(field, value, `${path}.${place}.value`)).join(', ');
    return values.length === 0 ? [] : [{ label: field.label, value: words }];
  });
}

function wordFor({ kind, choices }: Field, value: string, field: string): string {
  const chosen = choices.find((choice) => choice.value === value);
  const ok = (fits: boolean, words = value): string => {
    if (!fits) throw wrongAt(field);
    return words;
  };
  switch (kind) {
    case 'choice':
    case 'choices':
      return ok(chosen !== undefined, chosen?.label);
    case 'time-windows':
      return ok(TimeWindow.safeParse(value).success && (choices.length === 0 || chosen !== undefined), chosen?.label);
    case 'yes-no':
      return ok(value === 'yes' || value === 'no', value === 'yes' ? 'Yes' : 'No');
    case 'date':
      return ok(CalendarDay.safeParse(value).success);
    case 'phone':
      return ok(isPhone(value));
    default:
      return storableText(value, { field, budget: BUDGETS[kind] ?? 4_000 });
  }
}
