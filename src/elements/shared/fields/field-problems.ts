import type { FieldsWords } from '../../../i18n/en/fields.js';
import type { Answer } from '../../../model/contact-request.js';
import type { Field } from '../../../model/field.js';
import type { FieldAnswers } from './field-answers.js';

/** Something that is in the way of sending, and where. */
export interface Problem {
  /** The control's id. */
  readonly at: string;
  /** What the control asks. */
  readonly name: string;
  /** What to do about it. */
  readonly text: string;
}

/** The id of a field's control in its shadow root. By number, since a backend's ids may hold anything. */
export const fieldId = (prefix: string, place: number): string => `${prefix}-${place}`;

/** What is in the way of sending some fields, in their order. `prefix` as in {@link FieldsView}. */
export function fieldProblems(
  fields: readonly Field[],
  answers: FieldAnswers,
  words: FieldsWords,
  prefix = 'control',
): readonly Problem[] {
  return fields.flatMap((field, place) => {
    const text = problemWith(field, answers.get(field), words);
    return text ? [{ at: fieldId(prefix, place), name: field.label, text }] : [];
  });
}

/** What is wrong with the answer to a field. */
export function problemWith(
  { kind, required }: Field,
  values: readonly string[],
  { missing, wrongWindow }: FieldsWords,
): string | undefined {
  const [value] = values;
  // Files cannot be given yet: nobody is kept from sending by what they cannot do.
  if (value === undefined) return required && kind !== 'attachment' ? missing[kind] : undefined;
  if (kind === 'time-windows') return values.every(isWindow) ? undefined : wrongWindow;
  return kind === 'phone' && !isPhone(value) ? missing.phone : undefined;
}

/** Whether a number can be dialled: it has five digits or more. */
export const isPhone = (value: string): boolean => value.replaceAll(/\D/g, '').length > 4;

/** Whether a stretch of a day has a start and a later end. */
const isWindow = (value: string): boolean => {
  const [from = '', to = ''] = value.split('-');
  return from !== '' && from < to;
};

/** What a backend refused, from the path its error names after the answers: a place in what was sent, or a field's id. */
export function refusedFields(
  fields: readonly Field[],
  which: string | undefined,
  sent: readonly Answer[],
  words: FieldsWords,
  prefix = 'control',
): readonly Problem[] {
  const refused = sent[Number(which)]?.field ?? which;
  return fields.flatMap(({ id, label }, place) =>
    id === refused ? [{ at: fieldId(prefix, place), name: label, text: words.refused }] : [],
  );
}
