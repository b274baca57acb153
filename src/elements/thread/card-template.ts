import { html, nothing, type TemplateResult } from 'lit';
import type { OutboxItem } from '../../client/outbox-item.js';
import type { Card } from '../../model/card.js';
import type { Message } from '../../model/message.js';
import type { MessageDraft } from '../../model/message-draft.js';
import type { Later } from './later.js';
import { type LineActions, short, type Telling } from './telling.js';

/** What can be done with a card, for the kinds that are known here. Fetched when there is a card. */
export interface CardActs {
  template(card: Card, message: Message, telling: Telling, actions: LineActions): TemplateResult;
  /** An answer that is on its way, in words. */
  answer(draft: MessageDraft, telling: Telling): TemplateResult;
  /** Puts an answer that was refused back where it can be changed. */
  restore(item: OutboxItem<MessageDraft, Message>): void;
}

/** A card is a box in a message. Whatever its kind, it says in words what it is. */
export function cardTemplate(card: Card, message: Message, telling: Telling, actions: LineActions): TemplateResult {
  const { text, common, cards } = telling;
  return html`<div class="enclosed" part="enclosed">
    <p><b><bdi>${short(card.label.trim()) || text.someCard}</bdi></b></p>
    ${cards.value?.template(card, message, telling, actions) ?? nothing} ${cards.hasFailed ? failed(text.noCard, common.tryAgain, cards) : nothing}
  </div>`;
}

function failed(words: string, again: string, cards: Later<CardActs>): TemplateResult {
  return html`<p class="small" role="status">${words}</p>
    <button class="button" type="button" @click=${cards.ask}>${again}</button>`;
}
