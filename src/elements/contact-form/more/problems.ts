import type { ContactFormWords } from '../../../i18n/en/contact-form.js';
import type { FieldsWords } from '../../../i18n/en/fields.js';
import type { ContactRequest } from '../../../model/contact-request.js';
import type { ResultId } from '../../../model/id.js';
import type { Person, Subject } from '../../../model/person.js';
import type { Reason } from '../../../model/reason.js';
import { textLength } from '../../../model/text-length.js';
import { answersOf } from '../../shared/fields/field-answers.js';
import { fieldProblems, type Problem, refusedFields } from '../../shared/fields/field-problems.js';
import { promptOf } from '../body-template.js';
import { type ContactDraft, controlId, type DraftPart, fieldsOf } from '../contact-draft.js';
import { signsAnswer } from '../signs.js';
import { REFERENCES } from './asked-results.js';
import { moreWords } from './more-words.js';
import { replyOf, replyProblems } from './reply-choice.js';

/** How many results one message may be about. */
const MOST_REFERENCES = 10;

/** What is filled in. */
export interface Filled {
  readonly subject: Subject | undefined;
  readonly recipient?: Person | undefined;
  readonly draft: ContactDraft;
  /** The results it is about. */
  readonly references: readonly { readonly id: ResultId }[];
  /** The signs of danger that are asked. */
  readonly signs: readonly string[];
  readonly lang: string;
  readonly words: ContactFormWords;
  readonly fieldWords: FieldsWords;
}

/** All that is in the way, in the order of the form. */
export function problemsOf(reason: Reason, filled: Filled): readonly Problem[] {
  const { subject, draft, signs, words, fieldWords, references, lang } = filled;
  const { about, tooMany } = moreWords(lang);
  const extra = references.length - MOST_REFERENCES;
  const { missing } = words;
  const body = draft.get('body');
  const over = textLength(body) - reason.budget;
  const isMissing = reason.promptRequired && body.trim() === '';
  const isUnasked = signs.length > 0 && signsAnswer(reason, filled) !== 'no';
  const problem = (part: DraftPart, name: string, text: string | false) => (text ? [{ at: controlId(part), name, text }] : []);
  return [
    ...(extra > 0 ? [{ at: REFERENCES, name: about, text: tooMany(extra) }] : []),
    ...problem('subject', words.whoIsItFor, !subject && missing.subject),
    ...problem('signs', words.anySign, isUnasked && missing.signs),
    ...fieldProblems(fieldsOf(reason), draft.answers, fieldWords),
    ...problem('body', promptOf(reason, words), over > 0 ? fieldWords.shorten(over, reason.budget) : isMissing && missing.body),
    ...(replyProblems(reason, filled)),
  ];
}

/** What a backend refused, from the path its error names: `answers.0.value`, `body`, `reply.phone`. None when it does not say. */
export function refusalOf(path: string | undefined, { answers }: ContactRequest, reason: Reason, filled: Filled): readonly Problem[] {
  const { words, fieldWords } = filled;
  const [part, which] = path?.split('.') ?? [];
  const text = fieldWords.refused;
  if (part === 'answers') return refusedFields(fieldsOf(reason), which, answers, fieldWords);
  if (part === 'references') return [{ at: REFERENCES, name: moreWords(filled.lang).about, text: moreWords(filled.lang).notTaken }];
  if (part === 'body') return [{ at: controlId('body'), name: promptOf(reason, words), text }];
  if (part === 'redFlags' && filled.signs.length > 0) return [{ at: controlId('signs'), name: words.anySign, text }];
  return part === 'reply' ? replyProblems(reason, filled, which) : [];
}

/** What is sent. */
export function requestOf(
  reason: Reason,
  subject: Subject,
  { draft, signs, recipient, references }: Pick<Filled, 'draft' | 'signs' | 'recipient' | 'references'>,
): ContactRequest {
  const reply = replyOf(reason, draft);
  return {
    reason: reason.id,
    subject: subject.id,
    answers: answersOf(fieldsOf(reason), draft.answers),
    body: draft.get('body'),
    ...(recipient && { recipient: recipient.id }),
    ...(reply && { reply }),
    ...(references.length > 0 && { references: references.map(({ id }) => id) }),
    ...(signs.length > 0 && { redFlags: 'none' as const }),
  };
}
