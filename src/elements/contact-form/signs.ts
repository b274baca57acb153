import { html, nothing, type TemplateResult } from 'lit';
import { announce } from '../../a11y/announcer.js';
import type { Subject } from '../../model/person.js';
import type { Reason } from '../../model/reason.js';
import { icon } from '../../primitives/icon.js';
import { phoneIcon } from '../../primitives/icons.js';
import { note } from '../../primitives/note.js';
import { phoneAddress } from '../../primitives/phone-link.js';
import { choiceGroup } from '../shared/fields/choice-templates.js';
import { problemAt } from '../shared/fields/fields-view.js';
import { controlId } from './contact-draft.js';
import type { FormView } from './form-view.js';
import { ageOn } from './subject-of.js';

/** The signs of danger that are asked of a subject. None: nothing is asked. */
export function signsOf(
  { redFlags }: Reason,
  subject: Subject | undefined,
  { now, zone }: { readonly now: number; readonly zone: string | undefined },
): readonly string[] {
  if (!redFlags || !subject) return [];
  const { birthDate } = subject;
  const isChild = birthDate !== undefined && ageOn(now, birthDate, zone) < redFlags.childUnder;
  return isChild ? redFlags.child : redFlags.adult;
}

type Asked = Pick<FormView, 'draft' | 'subject' | 'signs'>;

/** An answer, with all that it was asked of: the reason, the person and the signs. */
const bound = (answer: string, { id }: Reason, { subject, signs }: Asked): string => [answer, id, subject?.id, ...signs].join('\n');

/** What was answered for this reason, this person and these signs: an answer to anything else is none. */
export const signsAnswer = (reason: Reason, asked: Asked): 'yes' | 'no' | undefined =>
  (['yes', 'no'] as const).find((answer) => asked.signs.length > 0 && asked.draft.get('signs') === bound(answer, reason, asked));

/** Asks them, before anything else is. */
export function signsQuestion(reason: Reason, view: FormView): TemplateResult | typeof nothing {
  const { words, fieldWords, draft, subject, signs, changed } = view;
  if (!subject || signs.length === 0) return nothing;
  return choiceGroup({
    id: controlId('signs'),
    legend: words.anySign,
    required: true,
    help: html`<ul class="signs">
      ${signs.map((sign) => html`<li>${sign}</li>`)}
    </ul>`,
    options: [
      { value: 'yes', label: fieldWords.yes },
      { value: 'no', label: fieldWords.no },
    ],
    chosen: [signsAnswer(reason, view) ?? ''],
    choose([answer = '']) {
      draft.set('signs', bound(answer, reason, view));
      if (answer === 'yes') announce(words.helpNow, { urgent: true });
      changed(answer === 'yes' ? '.urgent h3' : undefined);
    },
    problem: problemAt(view, controlId('signs')),
  });
}

/** Where a yes leads. Nothing is sent from here. */
export function emergency({ words, common, phone, content }: FormView): TemplateResult {
  const { emergencyPhone, crisisPhone } = content.practice ?? {};
  const call = (number: string | undefined, label: (number: string) => string, tone = '') => {
    const address = number && phoneAddress(number);
    return address ? html`<a class="button ${tone}" href=${address}>${icon(phoneIcon)} ${label(number)}</a>` : nothing;
  };
  return note({
    tone: 'urgent',
    title: words.helpNow,
    text: emergencyPhone ? words.doNotWait : words.callEmergency,
    actions: html`${call(emergencyPhone, common.call, 'urgent')} ${call(crisisPhone, words.callCrisis)} ${call(phone, words.callUs)}`,
  });
}
