import { html, nothing, type TemplateResult } from 'lit';
import type { OutboxItem } from '../../../client/outbox-item.js';
import type { Answer } from '../../../model/contact-request.js';
import type { Card } from '../../../model/card.js';
import type { MessageId } from '../../../model/id.js';
import { icon } from '../../../primitives/icon.js';
import { checkIcon, clockIcon } from '../../../primitives/icons.js';
import { isClosed } from '../../shared/whose-turn.js';
import { short, type Telling } from '../telling.js';
import { answersInWords, type DetailWords } from './detail-words.js';

export interface DetailStateOptions extends DetailWords {
  /** What is known of an answer, where it would go to this request. */
  readonly own?: OwnAnswer | undefined;
  readonly show: (message: MessageId) => void;
}

interface OwnAnswer {
  /** The message that asks. */
  readonly message: MessageId;
  /** The id of the element that takes the focus. */
  readonly prefix: string;
  /** The answer, while it is under way. */
  readonly item: OutboxItem | undefined;
  /** What was being written when it could be written no more. */
  readonly kept: Answer[];
}

/** How a request stands, where it is not asked. One template, so that what has the focus stays the same element. */
export function detailState(card: Card, telling: Telling, options: DetailStateOptions): TemplateResult {
  const { own, show, words } = options;
  const { answeredBy, fields } = card;
  const isToldElsewhere = answeredBy || own?.item;
  const others = isToldElsewhere ? [] : fields.map(({ label }) => short(label)).filter((label) => label !== card.label);
  return html`${others.length === 0 ? nothing : html`<ul class="stack close">${others.map((label) => html`<li><bdi>${label}</bdi></li>`)}</ul>`}
    <div class="state" id=${own?.prefix ?? nothing} tabindex="-1">
      ${icon(answeredBy ? checkIcon : clockIcon)}
      <span
        >${standing(card, telling, options)}
        ${answeredBy
          ? html`<button class="button quiet" type="button" @click=${() => show(answeredBy)}>${words.seeAnswer}</button>`
          : nothing}</span
      >
    </div>
    ${own && own.kept.length > 0
      ? html`<p class="small">${words.written}</p>
          ${answersInWords({ message: own.message, answers: own.kept }, telling, options)}`
      : nothing}`;
}

function standing(card: Card, { view: { me, thread } }: Telling, { own, words }: DetailStateOptions): string {
  const status = own?.item?.state.status;
  if (card.answeredBy) return words.answered;
  if (status) return status === 'rejected' || status === 'held' ? words.seeBelow : words.underWay;
  if (isClosed(thread)) return words.over;
  return own && me.kind === 'patient' ? words.paused : words.notAnswered;
}
