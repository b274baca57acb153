import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { FieldsWords } from '../../../i18n/en/fields.js';
import { besideField, describedBy } from './choice-templates.js';

/** A question as its control needs it. */
export interface Asked {
  readonly id: string;
  readonly label: unknown;
  readonly required: boolean;
  readonly help: string | undefined;
  readonly problem: string | undefined;
  /** What is answered so far. */
  readonly value: string;
  readonly answer: (values: readonly string[]) => void;
}

/** A stretch of a day of one's own, where none are offered. */
export function ownWindow({ id, label, required, help, problem, value, answer }: Asked, words: FieldsWords): TemplateResult {
  const [from = '', to = ''] = value.split('-');
  const time = (end: 'from' | 'to', text: string, write: (text: string) => string) =>
    html`<div class="field">
      <label for="${id}-${end}">${words[end]}</label>
      <input
        id="${id}-${end}"
        type="time"
        .value=${live(text)}
        aria-required=${required ? 'true' : nothing}
        aria-invalid=${problem ? 'true' : nothing}
        @input=${({ target }: Event) => {
          const window = write((target as HTMLInputElement).value);
          answer(window === '-' ? [] : [window]);
        }}
      />
    </div>`;
  return html`<fieldset id=${id} class="stack close" part="field" aria-describedby=${describedBy(id, { help, problem })}>
    <legend>${label}</legend>
    <div class="stack close">
      ${besideField(id, { help, problem })}
      <div class="row">
        ${time('from', from, (text) => `${text}-${to}`)} ${time('to', to, (text) => `${from}-${text}`)}
      </div>
    </div>
  </fieldset>`;
}
