import { html, nothing, type TemplateResult } from 'lit';
import { formatDue } from '../../i18n/format.js';
import type { Message } from '../../model/message.js';
import { icon } from '../../primitives/icon.js';
import { infoIcon } from '../../primitives/icons.js';
import { beginningOf } from './long-text.js';
import { dayWords, type LineActions, short, type Telling, timeOf, whoIs } from './telling.js';

/** All that a message says. Text is text: line breaks are kept, and nothing in it is ever markup. */
export function wordsOf(message: Message, telling: Telling, actions: LineActions): TemplateResult {
  const { id, answers, body, author, retractedAt, amendments } = message;
  const { text } = telling;
  if (retractedAt) return mark(text.retracted(whoIs(author, telling), momentOn(retractedAt, message, telling)));
  return html`
    ${answers.length === 0
      ? nothing
      : html`<dl class="facts">
          ${answers.map(({ label, value }, place) => {
            const shown = beginningOf(value, `${id}/${place}`, telling, actions);
            return html`<div><dt><bdi>${short(label)}</bdi></dt><dd><bdi>${shown.text}</bdi>${shown.more}</dd></div>`;
          })}
        </dl>`}
    ${bodyOf(body, id, telling, actions)}
    ${amendments.length === 0
      ? nothing
      : html`${mark(text.changedAt(momentOn(amendments.at(-1)!.until, message, telling)))} ${telling.more.value?.former(message, telling, actions)}`}
    ${message.cards.map(
      (card) => html`<div class="enclosed" part="enclosed">
        ${telling.more.value?.card(card, message, telling) ?? html`<bdi>${short(card.label)}</bdi>`}
      </div>`,
    )}
  `;
}

/** Free text, whoever wrote it. */
export function bodyOf(body: string, id: string, telling: Telling, actions: LineActions): TemplateResult | typeof nothing {
  if (body === '') return nothing;
  const { text, more } = beginningOf(body, id, telling, actions);
  return html`<p class="body">${text}</p>${more}`;
}

/** When something was done to a message: the time on the day it was sent, else the day too. */
export function momentOn(at: string, { sentAt }: Message, telling: Telling): string {
  const { text, lang, now } = telling;
  const isSameDay = dayWords(at, telling) === dayWords(sentAt, telling);
  return isSameDay ? text.atTime(timeOf(at, telling)) : text.onDay(formatDue(at, now, { lang }));
}

const mark = (words: unknown): TemplateResult => html`<p class="state">${icon(infoIcon)}<span>${words}</span></p>`;
