import { html, nothing, type TemplateResult } from 'lit';
import type { CommonWords } from '../../i18n/en/common.js';
import type { ComposerWords } from '../../i18n/en/composer.js';
import { lockIcon, phoneIcon } from '../../primitives/icons.js';
import { note } from '../../primitives/note.js';
import { phoneButton } from '../../primitives/phone-link.js';

export interface NoFieldOptions {
  readonly text: ComposerWords;
  readonly common: CommonWords;
  readonly phone: string | undefined;
  readonly isStaff: boolean;
  /** What was being written when it ended. */
  readonly written: string;
}

/** In the place of the field, when the thread is over. */
export function closedNote({ text, common, phone, isStaff, written }: NoFieldOptions): TemplateResult {
  const way = isStaff ? text.closedForStaff : text.closedWay;
  return html`<div class="composer">
    ${note({ title: text.closed, text: way, mark: lockIcon, actions: phoneButton(phone, common.call) })} ${keptWords(text, written)}
  </div>`;
}

/** In the place of the field, where the practice does not answer messages. */
export function noMessagesNote({ text, common, phone, isStaff, written }: NoFieldOptions): TemplateResult {
  const way = isStaff ? undefined : text.noMessagesWay;
  return html`<div class="composer">
    ${note({ title: text.noMessages, text: way, mark: phoneIcon, actions: phoneButton(phone, common.call) })} ${keptWords(text, written)}
  </div>`;
}

/** What was typed is never lost: it can still be read and copied. */
function keptWords(text: ComposerWords, written: string): TemplateResult | typeof nothing {
  if (!written) return nothing;
  return html`<p class="small">${text.written}</p><p class="kept">${written}</p>`;
}
