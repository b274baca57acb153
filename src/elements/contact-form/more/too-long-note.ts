import { html, nothing, type TemplateResult } from 'lit';
import { note } from '../../../primitives/note.js';
import { phoneButton } from '../../../primitives/phone-link.js';
import type { FormView } from '../form-view.js';
import { moreWords } from './more-words.js';

/** What is said where a message is too long: that a visit may be better. `isUntaken`: the page books none. */
export function tooLongNote({ lang, common, phone }: FormView, isUntaken: boolean, wantVisit: () => void): TemplateResult {
  const words = moreWords(lang);
  return note({
    tone: 'attention',
    title: words.tooLong,
    text: isUntaken ? words.bookByPhone : words.shortenOrVisit,
    actions: html`<button class="button" type="button" @click=${wantVisit}>${words.bookVisit}</button>
      ${isUntaken ? phoneButton(phone, common.call) : nothing}`,
  });
}
