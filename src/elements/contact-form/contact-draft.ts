import type { Drafts } from '../../client/drafts.js';
import type { SendKey } from '../../model/id.js';
import type { Field } from '../../model/field.js';
import { firstOfEach } from './form-content.js';

/**
 * What somebody is writing, kept in the client's drafts and nowhere else: an element that is taken out and put back
 * shows it again. Answers are kept by the field's id, so that they survive a change of the reason.
 */
export interface ContactDraft {
  get(part: 'reason' | 'subject' | 'body' | 'key'): string;
  set(part: 'reason' | 'subject' | 'body' | 'key', text: string): void;
  /** The answer to a field, one value or several; what the field does not offer is no answer. */
  answers(field: Field): readonly string[];
  answer(field: Field, values: readonly string[]): void;
  /** The key it is being sent under. */
  readonly key: SendKey | undefined;
  /** Forgets all of it. */
  clear(fields: readonly Field[]): void;
}

/** One draft per person: whoever signs in next does not see it. */
export function contactDraft(drafts: Drafts, person: string): ContactDraft {
  const place = (part: string) => `contact/${person}/${part}`;
  const answerPlace = ({ id }: Field) => place(`answer/${id}`);
  const draft: ContactDraft = {
    get: (part) => drafts.get(place(part)),
    set: (part, text) => drafts.set(place(part), text),
    answers(field) {
      const text = drafts.get(answerPlace(field));
      const values = field.kind === 'choices' ? text.split('\n') : [text];
      return values.filter((value) => value.trim() !== '' && fits(field, value));
    },
    answer: (field, values) => drafts.set(answerPlace(field), values.join('\n')),
    get key() {
      return (draft.get('key') || undefined) as SendKey | undefined;
    },
    clear(fields) {
      for (const part of ['reason', 'subject', 'body', 'key'] as const) draft.set(part, '');
      for (const field of fields) draft.answer(field, []);
    },
  };
  return draft;
}

function fits({ kind, choices }: Field, value: string): boolean {
  if (kind === 'yes-no') return value === 'yes' || value === 'no';
  if (kind === 'date') return /^\d{4,}-\d\d-\d\d$/.test(value);
  return (kind !== 'choice' && kind !== 'choices') || choices.some((choice) => choice.value === value);
}

/** The fields of a reason, each once. */
export const fieldsOf = ({ fields }: { readonly fields: readonly Field[] }): readonly Field[] => firstOfEach(fields);
