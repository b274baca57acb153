import { html, nothing, type TemplateResult } from 'lit';
import { formatDay } from '../../../i18n/format.js';
import type { ResultsBodyWords } from '../../../i18n/en/results-body.js';
import type { Result } from '../../../model/result.js';
import type { ResultsView } from '../results-view.js';

/** Whether a result has arrived since. */
export function isFresh({ arrivedAt }: Pick<Result, 'arrivedAt'>, since: string | undefined): boolean {
  return Boolean(since && arrivedAt) && Date.parse(arrivedAt!) > Date.parse(since!);
}

export interface FreshOptions {
  readonly text: ResultsBodyWords;
  readonly lang: string;
  readonly since: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** Whether only what is new is shown. */
  readonly isOnly: boolean;
  readonly onOnly: () => void;
}

/** How many results are new since the last visit, and the way to see them alone. */
export function freshLine({ results, practice }: ResultsView, options: FreshOptions): TemplateResult | typeof nothing {
  const { text, lang, since, now, isOnly, onOnly } = options;
  const count = results.items.filter((result) => isFresh(result, since)).length;
  const day = formatDay(since, { lang, zone: practice?.zone }, now);
  const isMore = results.next !== undefined;
  // Of what is not here yet nothing is known.
  if (count === 0 && !isOnly) return isMore ? nothing : html`<p class="soft small">${text.noneFresh(day)}</p>`;
  return html`<div class="row since">
    <p>${(isMore ? text.freshAmong : text.freshSince)(count, day)}</p>
    ${isOnly || count < results.items.length
      ? html`<button class="button" type="button" aria-pressed=${isOnly} @click=${onOnly}>${text.onlyFresh}</button>`
      : nothing}
  </div>`;
}
