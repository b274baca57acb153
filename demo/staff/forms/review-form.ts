import type { CorrectionReview } from 'carethread/adapter';
import type { Correction } from 'carethread/model';
import { html, type TemplateResult } from 'lit';
import { actForm, type FormOptions, linesField, oneOf } from './form-parts.js';

/** What becomes of a report. */
export type Review = Pick<CorrectionReview, 'correction' | 'state' | 'note'>;

const STATES = {
  'under-review': 'We look into it',
  changed: 'We changed the record',
  declined: 'We leave it as it is',
} as const satisfies Record<CorrectionReview['state'], string>;

/** What becomes of a report of a mistake. The patient reads what is written here. */
export function reviewForm({ id, state }: Correction, form: FormOptions<Review>): TemplateResult {
  // What is looked into already need not be said again.
  const { 'under-review': looking, ...ends } = STATES;
  const states = state === 'sent' ? { 'under-review': looking, ...ends } : ends;
  const fields = html`
    ${oneOf('state', 'What becomes of it?', states)}
    ${linesField('note', 'What do you tell the patient? (needed when it is left as it is)')}
  `;
  return actForm('Tell the patient', form, fields, (value) => {
    const [chosen] = (Object.keys(STATES) as Review['state'][]).filter((one) => one === value('state'));
    if (chosen) form.submit({ correction: id, state: chosen, note: value('note') || undefined });
  });
}
