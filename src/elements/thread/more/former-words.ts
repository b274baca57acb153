import { html, type TemplateResult } from 'lit';
import type { ThreadMoreWords } from '../../../i18n/en/thread-more.js';
import type { Message } from '../../../model/message.js';
import { bodyOf, momentOn } from '../message-words.js';
import type { LineActions, Telling } from '../telling.js';

/** What a message said before it was changed, one change after the other. */
export function formerWords(message: Message, telling: Telling, actions: LineActions, words: ThreadMoreWords): TemplateResult {
  return html`<details>
    <summary>${words.before}</summary>
    <div class="stack close">
      ${message.amendments.map(
        ({ body, until }, place) => html`<p class="small soft">${words.saidUntil(momentOn(until, message, telling))}</p>
          ${bodyOf(body, `${message.id}/was/${place}`, telling, actions)}`,
      )}
    </div>
  </details>`;
}
