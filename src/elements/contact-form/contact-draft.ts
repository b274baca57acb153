import type { Drafts } from '../../client/drafts.js';
import type { Field } from '../../model/field.js';
import type { SendKey } from '../../model/id.js';
import type { Reason } from '../../model/reason.js';
import { type FieldAnswers, fieldAnswers } from '../shared/fields/field-answers.js';
import { firstOfEach } from './first-of-each.js';

/** What goes with the message. The number stays: it is the one thing asked that is the same the next time. */
const PARTS = ['reason', 'subject', 'signs', 'body', 'channel', 'from', 'windows', 'key'] as const;
export type DraftPart = (typeof PARTS)[number] | 'phone';

/** What somebody is writing, kept in the client's drafts and nowhere else. */
export interface ContactDraft {
  get(part: DraftPart): string;
  set(part: DraftPart, text: string): void;
  readonly answers: FieldAnswers;
  /** The key it is being sent under. */
  readonly key: SendKey | undefined;
  /** Forgets all that goes with the message. */
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

/** The id of a control in the form's shadow root. Fields have numbers. */
export const controlId = (part: DraftPart): string => `control-${part}`;

/** The fields of a reason, each once. */
export const fieldsOf = ({ fields }: { readonly fields: readonly Field[] }): readonly Field[] => firstOfEach(fields);

/** Whether anything at all is answered or on its way. The reason alone, whom it is about and the number are no answers. */
export const isBegun = (draft: ContactDraft, reasons: readonly Pick<Reason, 'fields'>[]): boolean =>
  PARTS.some((part) => part !== 'reason' && part !== 'subject' && draft.get(part)) ||
  reasons.some(({ fields }) => fields.some((field) => draft.answers.kept(field)));

/** All that was written in one's own words, in the form's order. */
export function writtenWords(draft: ContactDraft, reasons: readonly Pick<Reason, 'fields'>[]): readonly string[] {
  const fields = firstOfEach(reasons.flatMap((reason) => reason.fields)).filter(({ kind }) => /text|medic|phone/.test(kind));
  return [...fields.flatMap((field) => draft.answers.get(field)), draft.get('body')].filter((text) => text.trim());
}
