import type { ContactFormWords } from '../../i18n/en/contact-form.js';
import type { FieldsWords } from '../../i18n/en/fields.js';
import type { ContactRequest } from '../../model/contact-request.js';
import type { Person, Subject } from '../../model/person.js';
import type { Reason } from '../../model/reason.js';
import { textLength } from '../../model/text-length.js';
import { answersOf } from '../shared/fields/field-answers.js';
import { fieldProblems, isPhone, type Problem, refusedFields } from '../shared/fields/field-problems.js';
import { type ContactDraft, type DraftPart, fieldsOf } from './contact-draft.js';
import { controlId } from './form-view.js';
import { replyOf } from './reply-choice.js';
import { signsAnswer } from './signs.js';

/** What is filled in. */
export interface Filled {
  readonly subject: Subject | undefined;
  readonly recipient?: Person | undefined;
  readonly draft: ContactDraft;
  /** The signs of danger that are asked. */
  readonly signs: readonly string[];
  readonly words: ContactFormWords;
  readonly fieldWords: FieldsWords;
}

/** All that is in the way, in the order of the form. */
export function problemsOf(reason: Reason, { subject, draft, signs, words, fieldWords }: Filled): readonly Problem[] {
  const { missing } = words;
  const body = draft.get('body');
  const over = textLength(body) - reason.budget;
  const isMissing = reason.promptRequired && body.trim() === '';
  const reply = replyOf(reason, draft);
  const isUnasked = signs.length > 0 && signsAnswer(draft, reason, subject) !== 'no';
  const problem = (part: DraftPart, name: string, text: string | false) => (text ? [{ at: controlId(part), name, text }] : []);
  return [
    ...problem('subject', words.whoIsItFor, !subject && missing.subject),
    ...problem('signs', words.anySign, isUnasked && missing.signs),
    ...fieldProblems(fieldsOf(reason), draft.answers, fieldWords),
    ...problem('body', promptOf(reason, words), over > 0 ? fieldWords.shorten(over, reason.budget) : isMissing && missing.body),
    ...problem('phone', words.numberToCall, reply?.phone !== undefined && !isPhone(reply.phone) && fieldWords.missing.phone),
  ];
}

/** What the free text is asked with. */
export const promptOf = ({ prompt }: Reason, words: ContactFormWords): string => prompt || words.prompt;

/** What a backend refused, from the path its error names: `answers.0.value`, `body`, `reply.phone`. None when it does not say. */
export function refusalOf(
  path: string | undefined,
  { answers }: ContactRequest,
  reason: Reason,
  { words, fieldWords }: Pick<Filled, 'words' | 'fieldWords'>,
): readonly Problem[] {
  const [part = '', which] = path?.split('.') ?? [];
  if (part === 'answers') return refusedFields(fieldsOf(reason), which, answers, fieldWords);
  const asked: readonly (readonly [path: string, part: DraftPart, name: string])[] = [
    ['body', 'body', promptOf(reason, words)],
    ['redFlags', 'signs', words.anySign],
    ['reply.channel', 'channel', words.answerBy],
    ['reply.phone', 'phone', words.numberToCall],
    ['reply.windows', 'windows', words.goodTimes],
    ['reply.from', 'from', words.whoMayAnswer],
  ];
  const refused = part === 'reply' ? `reply.${which}` : part;
  const text = fieldWords.refused;
  return asked.flatMap(([name, at, label]) => (name === refused ? [{ at: controlId(at), name: label, text }] : []));
}

/** What is sent. */
export function requestOf(
  reason: Reason,
  subject: Subject,
  { draft, signs, recipient }: Pick<Filled, 'draft' | 'signs' | 'recipient'>,
): ContactRequest {
  const reply = replyOf(reason, draft);
  return {
    reason: reason.id,
    subject: subject.id,
    answers: answersOf(fieldsOf(reason), draft.answers),
    body: draft.get('body'),
    ...(recipient && { recipient: recipient.id }),
    ...(reply && { reply }),
    ...(signs.length > 0 && { redFlags: 'none' as const }),
  };
}
