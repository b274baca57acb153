import type { ReplyWish } from 'carethread/model';
import { html, nothing, type TemplateResult } from 'lit';
import type { Act } from '../acts.js';
import { wishWords } from '../words.js';
import { actForm, type FormOptions, linesField, oneOf } from './form-parts.js';

const OUTCOMES = {
  reached: 'Reached: we talked',
  'message-left': 'Left a message',
  'no-answer': 'No answer',
} as const;

/** How a call went and what was said, beside the number the patient wants to be called on. */
export function callForm(wish: ReplyWish | undefined, form: FormOptions<Act>): TemplateResult {
  const fields = html`
    ${wish?.phone ? html`<p class="soft">${wishWords(wish)}: ${phoneLink(wish.phone)}</p>` : nothing}
    ${oneOf('outcome', 'How did the call go?', OUTCOMES)}
    ${linesField('note', 'What was said? The patient reads this too.', { isRequired: true })}
  `;
  return actForm('Log the call', form, fields, (value) => {
    const outcome = value('outcome') as keyof typeof OUTCOMES;
    if (value('note')) form.submit({ does: 'call', outcome, note: value('note') });
  });
}

function phoneLink(phone: string): TemplateResult {
  return html`<a href="tel:${phone.replace(/[^+\d]/g, '')}"><bdi>${phone}</bdi></a>`;
}
