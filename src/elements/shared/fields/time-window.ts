import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { FieldsWords } from '../../../i18n/en/fields.js';
import { formatTime } from '../../../i18n/format.js';
import { besideField, describedBy } from './choice-templates.js';

/** The clock times of a `TimeWindow`, as the reader says them. */
export function windowTimes(window: string, lang: string): [from: string, to: string] {
  // Any day will do: it is a time on a wall clock. 24:00 is midnight, and no day has it.
  const say = (time = '') => formatTime(`2026-01-01T${time.replace('24', '00')}Z`, { lang, zone: 'UTC' }) || time;
  const [from, to] = window.split('-');
  return [say(from), say(to)];
}

/** A stretch of a day, as the reader says it; what is none, as it is. */
export const windowWords = (window: string, lang: string, words: FieldsWords): string =>
  words.window(...windowTimes(window, lang));

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
  const time = (name: string, text: string, write: (text: string) => string) =>
    html`<label class="option">
      ${name}
      <input
        type="time"
        .value=${live(text)}
        aria-required=${required ? 'true' : nothing}
        aria-invalid=${problem ? 'true' : nothing}
        @input=${({ target }: Event) => {
          const window = write((target as HTMLInputElement).value);
          answer(window === '-' ? [] : [window]);
        }}
      />
    </label>`;
  return html`<fieldset id=${id} class="stack close" part="field" aria-describedby=${describedBy(id, { help, problem })}>
    <legend>${label}</legend>
    <div class="stack close">
      ${besideField(id, { help, problem })}
      <div class="options">
        ${time(words.from, from, (text) => `${text}-${to}`)} ${time(words.to, to, (text) => `${from}-${text}`)}
      </div>
    </div>
  </fieldset>`;
}
