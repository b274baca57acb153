import type { ContactFormWords } from '../../i18n/en/contact-form.js';
import type { FieldsWords } from '../../i18n/en/fields.js';
import type { ContactRequest } from '../../model/contact-request.js';
import type { Subject } from '../../model/person.js';
import type { Reason } from '../../model/reason.js';
import { textLength } from '../../model/text-length.js';
import { answersOf } from '../shared/fields/field-answers.js';
import { fieldProblems, type Problem, refusedFields } from '../shared/fields/field-problems.js';
import { type ContactDraft, fieldsOf } from './contact-draft.js';

/** The id of a control in the form's shadow root. Fields have numbers. */
export const controlId = (which: 'body' | 'subject' | 'reason'): string => `control-${which}`;

/** The words problems are said in. */
export interface ProblemWords {
  readonly words: ContactFormWords;
  readonly fieldWords: FieldsWords;
}

/** All that is in the way, in the order of the form. */
export function problemsOf(
  reason: Reason,
  subject: Subject | undefined,
  draft: ContactDraft,
  { words, fieldWords }: ProblemWords,
): readonly Problem[] {
  const { missing } = words;
  const found: Problem[] = subject ? [] : [{ at: controlId('subject'), name: words.whoIsItFor, text: missing.subject }];
  found.push(...fieldProblems(fieldsOf(reason), draft.answers, fieldWords));
  const body = draft.get('body');
  const over = textLength(body) - reason.budget;
  const isMissing = reason.promptRequired && body.trim() === '';
  const text = over > 0 ? fieldWords.shorten(over, reason.budget) : isMissing && missing.body;
  if (text) found.push({ at: controlId('body'), name: promptOf(reason, words), text });
  return found;
}

/** What the free text is asked with. */
export const promptOf = ({ prompt }: Reason, words: ContactFormWords): string => prompt || words.prompt;

/** What a backend refused, from the path its error names: `answers.0.value`, `body`. None when it does not say. */
export function refusalOf(
  path: string | undefined,
  { answers }: ContactRequest,
  reason: Reason,
  { words, fieldWords }: ProblemWords,
): readonly Problem[] {
  const [part, which] = path?.split('.') ?? [];
  if (part === 'body') return [{ at: controlId('body'), name: promptOf(reason, words), text: fieldWords.refused }];
  return part === 'answers' ? refusedFields(fieldsOf(reason), which, answers, fieldWords) : [];
}

/** What is sent. */
export function requestOf(reason: Reason, subject: Subject, draft: ContactDraft): ContactRequest {
  const answers = answersOf(fieldsOf(reason), draft.answers);
  return { reason: reason.id, subject: subject.id, answers, body: draft.get('body') };
}
