import { html, nothing, type TemplateResult } from 'lit';
import type { Message } from '../../model/message.js';
import { beginningOf } from './long-text.js';
import { short, type Telling } from './telling.js';

/** All that a message says. Text is text: line breaks are kept, and nothing in it is ever markup. */
export function wordsOf(message: Message, telling: Telling): TemplateResult {
  const { id, answers, body, retractedAt, amendments, cards } = message;
  const { more } = telling;
  return html`
    ${answers.length === 0
      ? nothing
      : html`<dl class="facts">
          ${answers.map(({ label, value }, place) => {
            const shown = beginningOf(value, `${id}/${place}`, telling);
            return html`<div><dt><bdi>${short(label)}</bdi></dt><dd><bdi>${shown.text}</bdi>${shown.more}</dd></div>`;
          })}
        </dl>`}
    ${bodyOf(body, id, telling)} ${retractedAt || amendments.length > 0 ? more.value?.changed(message, telling) : nothing}
    ${cards.map(
      (card) => html`<div class="enclosed" part="enclosed">
        ${more.value?.card(card, message, telling) ?? html`<bdi>${short(card.label)}</bdi>`}
      </div>`,
    )}
  `;
}

/** Free text, whoever wrote it. */
export function bodyOf(body: string, id: string, telling: Telling): TemplateResult | typeof nothing {
  if (body === '') return nothing;
  const { text, more } = beginningOf(body, id, telling);
  return html`<p class="body">${text}</p>${more}`;
}
