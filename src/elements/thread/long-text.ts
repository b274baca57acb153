import type { Shown, Telling } from './telling.js';

/** How much of a text is shown at first, in UTF-16 units, and how many of its lines (row I06). */
const MOST = 20_000;
const LINES = 400;

/** The beginning of a text, or all of a usual one. `id` names it among those that the reader wants to see whole. */
export function beginningOf(text: string, id: string, { more }: Telling): Shown {
  if (text.length < LINES) return { text };
  const beginning = text.slice(0, MOST).split('\n', LINES).join('\n').replace(/[\uD800-\uDBFF]$/, '');
  if (beginning.length === text.length) return { text };
  return more.value?.long(text, beginning, id) ?? { text: beginning };
}
