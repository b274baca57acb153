import type { Message } from 'carethread/model';
import { html, type TemplateResult } from 'lit';
import type { Act } from '../acts.js';
import { actForm, type FormOptions, linesField } from './form-parts.js';

/** Other words for one's own last message, or none at all. */
export function changeForm(last: Message | undefined, form: FormOptions<Act>): TemplateResult {
  if (!last) {
    return html`<div class="act">
      <p>You have not written here yet.</p>
      <p class="buttons"><button type="button" @click=${form.cancel}>Back</button></p>
    </div>`;
  }
  const { id: message, body } = last;
  const fields = html`
    ${linesField('body', 'Your last message. The patient sees that you changed it, and what it said.', { value: body, isRequired: true })}
    <p class="buttons">
      <button type="button" @click=${() => form.submit({ does: 'retract', message })}>Take it back</button>
    </p>
  `;
  return actForm('Change it', form, fields, (value) => {
    if (value('body')) form.submit({ does: 'amend', message, body: value('body') });
  });
}
