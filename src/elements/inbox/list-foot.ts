import { html, nothing, type TemplateResult } from 'lit';
import type { InboxWords } from '../../i18n/en/inbox.js';
import { formatWhen } from '../../i18n/format.js';
import type { Thread } from '../../model/thread.js';
import type { NextPage } from '../shared/next-page.js';
import type { InboxView } from './inbox-view.js';

export interface ListFootOptions {
  readonly text: InboxWords;
  readonly lang: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly more: NextPage<Thread, InboxView>;
  readonly unreadable: (count: number) => TemplateResult;
  /** Whether it could not be read again. */
  readonly isOld: boolean;
}

/** What comes after the last row: more, what could not be read, and from when this is. */
export function listFoot({ threads, readAt }: InboxView, options: ListFootOptions): TemplateResult {
  const { text, lang, now, more, unreadable, isOld } = options;
  const time = formatWhen(new Date(readAt).toISOString(), now, { lang });
  return html`
    ${threads.next === undefined
      ? nothing
      : html`<div class="foot more">
          <p role="status">${more.state === 'failed' ? text.noMore : nothing}</p>
          <button class="button" type="button" @click=${more.ask}>${more.state === 'asking' ? text.loadingMore : text.showMore}</button>
        </div>`}
    ${threads.unreadable > 0 ? html`<div class="foot">${unreadable(threads.unreadable)}</div>` : nothing}
    ${isOld ? html`<p class="foot soft">${text.readAt(time)}</p>` : nothing}
  `;
}
