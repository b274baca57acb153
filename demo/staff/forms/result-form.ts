import { type Result, ResultId, resultLabel } from 'carethread/model';
import { html, type TemplateResult } from 'lit';
import type { Act } from '../acts.js';
import { actForm, type FormOptions, linesField } from './form-parts.js';

/** Which of the patient's results to show them. */
export function resultForm(results: readonly Result[], form: FormOptions<Act>): TemplateResult {
  if (results.length === 0) {
    return html`<div class="act">
      <p>This patient has no results here.</p>
      <p class="buttons"><button type="button" @click=${form.cancel}>Back</button></p>
    </div>`;
  }
  const fields = html`
    <label>
      Send
      <select name="result" required>
        ${results.map((one) => html`<option value=${one.id}>${resultLabel(one, 'America/Los_Angeles')}</option>`)}
      </select>
    </label>
    ${linesField('body', 'What do you say about it? (you can leave this empty)')}
  `;
  return actForm('Send it', form, fields, (value) => {
    form.submit({ does: 'result', result: ResultId.parse(value('result')), body: value('body') });
  });
}
