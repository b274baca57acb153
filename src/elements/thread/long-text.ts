import { html, nothing, type TemplateResult } from 'lit';
import type { LineActions, Telling } from './telling.js';

/** How much of a text is shown at first, in UTF-16 units, and how many of its lines (row I06). */
const MOST = 20_000;
const LINES = 400;

/** What is shown of a text, and the button to the rest of it where there is more. */
export interface Shown {
  readonly text: string;
  readonly more: TemplateResult | typeof nothing;
}

/** The beginning of a text, or all of a usual one. `id` names it among those that are shown whole. */
export function beginningOf(text: string, id: string, { whole, text: words }: Telling, { toggle }: LineActions): Shown {
  const beginning =
    text.length < LINES ? text : text.slice(0, MOST).split('\n', LINES).join('\n').replace(/[\uD800-\uDBFF]$/, '');
  if (beginning.length === text.length) return { text, more: nothing };
  const isWhole = whole.has(id);
  const more = html`<button class="button quiet" type="button" aria-expanded=${isWhole} @click=${() => toggle(id)}>
    ${isWhole ? words.showLess : words.showAll}
  </button>`;
  return { text: isWhole ? text : beginning, more };
}
