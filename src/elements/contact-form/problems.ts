import type { ContactFormWords } from '../../i18n/en/contact-form.js';
import type { ContactRequest } from '../../model/contact-request.js';
import type { Subject } from '../../model/person.js';
import type { Field, Reason } from '../../model/reason.js';
import { textLength } from '../../model/text-length.js';
import { type ContactDraft, fieldsOf } from './contact-draft.js';

/** Something that is in the way of sending, and where. */
export interface Problem {
  /** The control: `body`, `subject`, or the id of a field after `field/`. */
  readonly at: string;
  /** What to do about it. */
  readonly text: string;
}

/** The longest answer a contact request can hold, in characters. */
const LONGEST_ANSWER = 4000;

/** All that is in the way, in the order of the form. */
export function problemsOf(
  reason: Reason,
  subject: Subject | undefined,
  draft: ContactDraft,
  words: ContactFormWords,
): readonly Problem[] {
  const found: Problem[] = subject ? [] : [{ at: 'subject', text: words.missing.subject }];
  for (const field of fieldsOf(reason)) {
    const text = problemWith(field, draft.answers(field), words);
    if (text) found.push({ at: placeOf(field), text });
  }
  const body = draft.get('body');
  const over = textLength(body) - reason.budget;
  if (over > 0) found.push({ at: 'body', text: words.shorten(over, reason.budget) });
  else if (reason.promptRequired && body.trim() === '') found.push({ at: 'body', text: words.missing.body });
  return found;
}

function problemWith({ kind, required }: Field, values: readonly string[], words: ContactFormWords): string | undefined {
  const [value] = values;
  if (value === undefined) {
    const missing = { choice: 'choice', 'yes-no': 'choice', choices: 'choices', date: 'date', phone: 'phone' } as const;
    return required ? words.missing[kind === 'text' || kind === 'long-text' ? 'text' : missing[kind]] : undefined;
  }
  if (kind === 'phone' && value.replaceAll(/\D/g, '').length < 3) return words.missing.phone;
  const over = Math.max(...values.map(textLength)) - LONGEST_ANSWER;
  return over > 0 ? words.tooLong(over) : undefined;
}

/** The control of a field. */
export const placeOf = ({ id }: Pick<Field, 'id'>): string => `field/${id}`;

/** The control that a backend's error is about, from the path it names: `answers.0.value`, `body`. */
export function refusedPlace(path: string | undefined, { answers }: ContactRequest): string | undefined {
  const [part, which = ''] = path?.split('.') ?? [];
  if (part !== 'answers') return part === 'body' || part === 'subject' ? part : undefined;
  return placeOf({ id: answers[Number(which)]?.field ?? which });
}

/** What is sent. */
export function requestOf(reason: Reason, subject: Subject, draft: ContactDraft): ContactRequest {
  const answers = fieldsOf(reason).flatMap((field) => {
    const values = draft.answers(field);
    if (values.length === 0) return [];
    return [{ field: field.id, value: field.kind === 'choices' ? [...values] : values[0]! }];
  });
  return { reason: reason.id, subject: subject.id, answers, body: draft.get('body') };
}
