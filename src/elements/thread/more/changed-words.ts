import { html, nothing, type TemplateResult } from 'lit';
import type { ThreadMoreWords } from '../../../i18n/en/thread-more.js';
import { formatDue } from '../../../i18n/format.js';
import type { Message } from '../../../model/message.js';
import { icon } from '../../../primitives/icon.js';
import { infoIcon } from '../../../primitives/icons.js';
import { bodyOf } from '../message-words.js';
import { dayWords, type Telling, timeOf, whoIs } from '../telling.js';

/** That a message was taken back, or changed: when, and what it said before. */
export function changedWords(message: Message, telling: Telling, words: ThreadMoreWords): TemplateResult {
  const { author, retractedAt, amendments, id } = message;
  const moment = (at: string): string => momentOf(at, message, telling, words);
  if (retractedAt) return mark(words.retracted(whoIs(author, telling), moment(retractedAt)));
  const last = amendments.at(-1);
  return html`${last ? mark(words.changedAt(moment(last.until))) : nothing}
    <details>
      <summary>${words.before}</summary>
      <div class="stack close">
        ${amendments.map(
          ({ body, until }, place) => html`<p class="small soft">${words.saidUntil(moment(until))}</p>
            ${bodyOf(body, `${id}/was/${place}`, telling)}`,
        )}
      </div>
    </details>`;
}

/** When something was done to a message: the time on the day it was sent, else the day too. */
function momentOf(at: string, { sentAt }: Message, telling: Telling, words: ThreadMoreWords): string {
  const isSameDay = dayWords(at, telling) === dayWords(sentAt, telling);
  return isSameDay ? words.atTime(timeOf(at, telling)) : words.onDay(formatDue(at, telling.now, { lang: telling.lang }));
}

const mark = (words: unknown): TemplateResult => html`<p class="state">${icon(infoIcon)}<span>${words}</span></p>`;
