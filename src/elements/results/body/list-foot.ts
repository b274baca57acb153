import { html, nothing, type TemplateResult } from 'lit';
import { formatWhen } from '../../../i18n/format.js';
import type { ResultsBodyWords } from '../../../i18n/en/results-body.js';
import { note } from '../../../primitives/note.js';
import { phoneButton } from '../../../primitives/phone-link.js';
import type { ResultsView } from '../results-view.js';

export interface ListFootOptions {
  readonly text: ResultsBodyWords;
  readonly lang: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** Whether it could not be read again. */
  readonly isOld: boolean;
  readonly phone: string | undefined;
  readonly call: (phone: string) => string;
}

/** What comes after the last result: what could not be read, and from when this is. */
export function listFoot({ results: { unreadable }, readAt }: ResultsView, options: ListFootOptions): TemplateResult {
  const { text, lang, now, isOld, phone, call } = options;
  const lost = unreadable > 0 ? note({ tone: 'attention', text: text.unreadable(unreadable), actions: phoneButton(phone, call) }) : nothing;
  const from = isOld ? html`<p class="soft small">${text.readAt(formatWhen(new Date(readAt).toISOString(), now, { lang }))}</p>` : nothing;
  return html`${lost}${from}`;
}
