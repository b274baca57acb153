import type { ContactFormWords } from '../../i18n/en/contact-form.js';
import type { ContactRequest } from '../../model/contact-request.js';
import type { Subject } from '../../model/person.js';
import type { Field } from '../../model/field.js';
import type { Reason } from '../../model/reason.js';
import { textLength } from '../../model/text-length.js';
import { type ContactDraft, fieldsOf } from './contact-draft.js';

/** Something that is in the way of sending, and where. */
export interface Problem {
  /** The control's id. */
  readonly at: string;
  /** What the control asks. */
  readonly name: string;
  /** What to do about it. */
  readonly text: string;
}

/** The id of a control in the form's shadow root. Numbers for fields, since a backend's ids may hold anything. */
export const controlId = (place: number | 'body' | 'subject' | 'reason'): string => `control-${place}`;

/** All that is in the way, in the order of the form. */
export function problemsOf(
  reason: Reason,
  subject: Subject | undefined,
  draft: ContactDraft,
  words: ContactFormWords,
): readonly Problem[] {
  const { missing } = words;
  const found: Problem[] = subject ? [] : [{ at: controlId('subject'), name: words.whoIsItFor, text: missing.subject }];
  fieldsOf(reason).forEach((field, place) => {
    const text = problemWith(field, draft.answers(field), words);
    if (text) found.push({ at: controlId(place), name: field.label, text });
  });
  const body = draft.get('body');
  const over = textLength(body) - reason.budget;
  const isMissing = reason.promptRequired && body.trim() === '';
  const text = over > 0 ? words.shorten(over, reason.budget) : isMissing && missing.body;
  if (text) found.push({ at: controlId('body'), name: promptOf(reason, words), text });
  return found;
}

function problemWith({ kind, required }: Field, [value]: readonly string[], { missing }: ContactFormWords): string | undefined {
  if (value === undefined) return required ? missing[kind] : undefined;
  return kind === 'phone' && value.replaceAll(/\D/g, '').length < 3 ? missing.phone : undefined;
}

/** What the free text is asked with. */
export const promptOf = ({ prompt }: Reason, words: ContactFormWords): string => prompt || words.prompt;

/** What a backend refused, from the path its error names: `answers.0.value`, `body`. None when it does not say. */
export function refusalOf(
  path: string | undefined,
  { answers }: ContactRequest,
  reason: Reason,
  words: ContactFormWords,
): readonly Problem[] {
  const [part, which = ''] = path?.split('.') ?? [];
  const text = words.refused;
  if (part === 'body') return [{ at: controlId('body'), name: promptOf(reason, words), text }];
  const refused = part === 'answers' && (answers[Number(which)]?.field ?? which);
  return fieldsOf(reason).flatMap(({ id, label }, place) =>
    id === refused ? [{ at: controlId(place), name: label, text }] : [],
  );
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
