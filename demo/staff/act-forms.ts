import type { Person } from 'carethread/model';
import { html, type TemplateResult } from 'lit';
import type { Act } from './acts.js';

interface FormOptions {
  readonly isBusy: boolean;
  readonly cancel: () => void;
  readonly submit: (act: Act) => void;
}

/** To whom a thread goes on, and why. Those who do not answer messages cannot be chosen. */
export function routeForm(colleagues: readonly Person[], { isBusy, cancel, submit }: FormOptions): TemplateResult {
  const onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    const { to, note } = valuesOf(event);
    const person = colleagues.find(({ id }) => id === to);
    if (person && note) submit({ does: 'route', to: person, note });
  };
  return html`<form class="act" @submit=${onSubmit}>
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
    ${noteField('Why? The patient reads this too.')} ${buttons('Pass on', isBusy, cancel)}
  </form>`;
}

/** How a thread ended. */
export function closeForm({ isBusy, cancel, submit }: FormOptions): TemplateResult {
  const onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    const { note } = valuesOf(event);
    if (note) submit({ does: 'close', note });
  };
  return html`<form class="act" @submit=${onSubmit}>
    ${noteField('How did it end? The patient reads this too.')} ${buttons('Close it', isBusy, cancel)}
  </form>`;
}

function noteField(label: string): TemplateResult {
  return html`<label>${label} <input name="note" required maxlength="750" autocomplete="off" /></label>`;
}

function buttons(label: string, isBusy: boolean, cancel: () => void): TemplateResult {
  return html`<p class="buttons">
    <button class="main" aria-disabled=${isBusy ? 'true' : 'false'}>${label}</button>
    <button type="button" @click=${cancel}>Cancel</button>
  </p>`;
}

function valuesOf({ currentTarget }: SubmitEvent): { readonly to: string; readonly note: string } {
  const data = new FormData(currentTarget as HTMLFormElement);
  const text = (name: string): string => {
    const value = data.get(name);
    return typeof value === 'string' ? value.trim() : '';
  };
  return { to: text('to'), note: text('note') };
}
