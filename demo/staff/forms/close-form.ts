import { html, type TemplateResult } from 'lit';
import type { Act } from '../acts.js';
import { actForm, type FormOptions, noteField } from './form-parts.js';

/** Common endings, to pick from or to go on from. */
const ENDINGS = ['Answered in writing', 'Answered on the phone', 'A visit is booked', 'Passed to another practice'];

/** How a thread ended. */
export function closeForm(form: FormOptions<Act>): TemplateResult {
  const pick = ({ currentTarget }: Event): void => {
    const button = currentTarget as HTMLButtonElement;
    const input = button.form?.querySelector<HTMLInputElement>('[name=note]');
    if (!input) return;
    input.value = button.textContent.trim();
    input.focus();
  };
  const fields = html`
    ${noteField('How did it end? The patient reads this too.')}
    <p class="picks" role="group" aria-label="Common endings">
      ${ENDINGS.map((ending) => html`<button type="button" @click=${pick}>${ending}</button>`)}
    </p>
  `;
  return actForm('Close it', form, fields, (value) => {
    if (value('note')) form.submit({ does: 'close', note: value('note') });
  });
}
