import type { Drafts } from '../../../client/drafts.js';
import type { Answer } from '../../../model/contact-request.js';
import type { Field } from '../../../model/field.js';

/**
 * What somebody answers, kept in the client's drafts and nowhere else: an element that is taken out and put back shows it
 * again. Kept by the field's id, so that an answer survives a change of the questions.
 */
export interface FieldAnswers {
  /** The answer to a field, one value or several; what the field does not offer is no answer. */
  get(field: Field): readonly string[];
  set(field: Field, values: readonly string[]): void;
  /** What is kept, answer or not: a medicine that is not on the list is ` ` until it has a name. */
  kept(field: Field): string;
}

/** @param place where they are kept among the drafts; one per person, so that whoever signs in next does not see them. */
export function fieldAnswers(drafts: Drafts, place: string): FieldAnswers {
  const placeOf = ({ id }: Field) => `${place}/${id}`;
  const answers: FieldAnswers = {
    kept: (field) => drafts.get(placeOf(field)),
    get(field) {
      const text = answers.kept(field);
      const values = isSeveral(field) ? text.split('\n') : [text];
      const given = values.filter((value) => value.trim() !== '' && fits(field, value));
      return field.kind === 'medication' ? given.map((value) => value.trim()) : given;
    },
    set: (field, values) => drafts.set(placeOf(field), values.join('\n')),
  };
  return answers;
}

/** Whether a field is answered by several values. */
export const isSeveral = ({ kind }: Field): boolean => kind === 'choices' || kind === 'time-windows';

function fits({ kind, choices }: Field, value: string): boolean {
  if (kind === 'attachment') return false;
  if (kind === 'yes-no') return value === 'yes' || value === 'no';
  if (kind === 'date') return /^\d{4,}-\d\d-\d\d$/.test(value);
  const isOffered = kind === 'choice' || kind === 'choices' || (kind === 'time-windows' && choices.length > 0);
  return !isOffered || choices.some((choice) => choice.value === value);
}

/** The answers to some fields as they are sent. */
export function answersOf(fields: readonly Field[], answers: FieldAnswers): Answer[] {
  return fields.flatMap((field) => {
    const values = answers.get(field);
    if (values.length === 0) return [];
    return [{ field: field.id, value: isSeveral(field) ? [...values] : values[0]! }];
  });
}
