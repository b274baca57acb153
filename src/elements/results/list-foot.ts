import { html, nothing, type TemplateResult } from 'lit';
import { formatWhen } from '../../i18n/format.js';
import type { ResultsWords } from '../../i18n/en/results.js';
import type { Result } from '../../model/result.js';
import { note } from '../../primitives/note.js';
import { phoneButton } from '../../primitives/phone-link.js';
import type { NextPage } from '../shared/next-page.js';
import type { ResultsView } from './results-view.js';

export interface ListFootOptions {
  readonly text: ResultsWords;
  readonly lang: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly more: NextPage<Result, ResultsView>;
  /** Whether it could not be read again. */
  readonly isOld: boolean;
  readonly phone: string | undefined;
  readonly call: (phone: string) => string;
}

/** What comes after the last result: more, what could not be read, and from when this is. */
export function listFoot({ results, readAt }: ResultsView, options: ListFootOptions): TemplateResult {
  const { text, lang, now, more, isOld, phone, call } = options;
  return html`
    ${results.next === undefined
      ? nothing
      : html`<div class="more">
          <p role="status">${more.state === 'failed' ? text.noMore : nothing}</p>
          <button class="button" type="button" @click=${more.ask}>${more.state === 'asking' ? text.loadingMore : text.showMore}</button>
        </div>`}
    ${results.unreadable > 0
      ? note({ tone: 'attention', text: text.unreadable(results.unreadable), actions: phoneButton(phone, call) })
      : nothing}
    ${isOld ? html`<p class="soft small">${text.readAt(formatWhen(new Date(readAt).toISOString(), now, { lang }))}</p>` : nothing}
  `;
}
