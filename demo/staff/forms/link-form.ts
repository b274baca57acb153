import { type Thread, ThreadId } from 'carethread/model';
import { html, type TemplateResult } from 'lit';
import type { Act } from '../acts.js';
import { actForm, type FormOptions, linesField } from './form-parts.js';

/** Which other thread of the same patient to point to. */
export function linkForm(threads: readonly Thread[], form: FormOptions<Act>): TemplateResult {
  if (threads.length === 0) {
    return html`<div class="act">
      <p>There is no other thread about this patient.</p>
      <p class="buttons"><button type="button" @click=${form.cancel}>Back</button></p>
    </div>`;
  }
  const fields = html`
    <label>
      Link to
      <select name="thread" required>
        ${threads.map(({ id, title, updatedAt }) => html`<option value=${id}>${title}, ${dateOf(updatedAt)}</option>`)}
      </select>
    </label>
    ${linesField('body', 'What should they look at there? (you can leave this empty)')}
  `;
  return actForm('Link it', form, fields, (value) => {
    form.submit({ does: 'link', thread: ThreadId.parse(value('thread')), body: value('body') });
  });
}

const dates = new Intl.DateTimeFormat('en-US', { month: 'short', day: 'numeric', timeZone: 'America/Los_Angeles' });

const dateOf = (at: string): string => dates.format(Date.parse(at));
