import type { Drafts } from '../../client/drafts.js';
import type { Field } from '../../model/field.js';
import type { SendKey } from '../../model/id.js';
import { type FieldAnswers, fieldAnswers } from '../shared/fields/field-answers.js';
import { firstOfEach } from './form-content.js';

const PARTS = ['reason', 'subject', 'body', 'key'] as const;
type Part = (typeof PARTS)[number];

/** What somebody is writing, kept in the client's drafts and nowhere else. */
export interface ContactDraft {
  get(part: Part): string;
  set(part: Part, text: string): void;
  readonly answers: FieldAnswers;
  /** The key it is being sent under. */
  readonly key: SendKey | undefined;
  /** Forgets all of it. */
  clear(fields: readonly Field[]): void;
}

/** One draft per person: whoever signs in next does not see it. */
export function contactDraft(drafts: Drafts, person: string): ContactDraft {
  const place = (part: string) => `contact/${person}/${part}`;
  const answers = fieldAnswers(drafts, place('answer'));
  const draft: ContactDraft = {
    get: (part) => drafts.get(place(part)),
    set: (part, text) => drafts.set(place(part), text),
    answers,
    get key() {
      return (draft.get('key') || undefined) as SendKey | undefined;
    },
    clear(fields) {
      for (const part of PARTS) draft.set(part, '');
      for (const field of fields) answers.set(field, []);
    },
  };
  return draft;
}

/** The fields of a reason, each once. */
export const fieldsOf = ({ fields }: { readonly fields: readonly Field[] }): readonly Field[] => firstOfEach(fields);
