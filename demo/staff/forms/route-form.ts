import type { Person } from 'carethread/model';
import { html, type TemplateResult } from 'lit';
import type { Act } from '../acts.js';
import { actForm, type FormOptions, noteField } from './form-parts.js';

/** To whom a thread goes on, and why. Those who do not answer messages cannot be chosen. */
export function routeForm(colleagues: readonly Person[], form: FormOptions<Act>): TemplateResult {
  const fields = html`
    <label>
      Pass to
      <select name="to" required>
        ${colleagues.map(({ id, name, title, answers }) => {
          const byPhone = answers !== undefined && answers !== 'messages' && answers !== 'other';
          const words = [name, title, byPhone && 'does not answer messages'].filter(Boolean).join(', ');
          return html`<option value=${id} ?disabled=${byPhone}>${words}</option>`;
        })}
      </select>
    </label>
    ${noteField('Why? The patient reads this too.')}
  `;
  return actForm('Pass on', form, fields, (value) => {
    const to = colleagues.find(({ id }) => id === value('to'));
    if (to && value('note')) form.submit({ does: 'route', to, note: value('note') });
  });
}
