import { html, nothing, type TemplateResult } from 'lit';
import type { Message, ThreadEvent } from '../../model/message.js';
import type { Person } from '../../model/person.js';
import { icon } from '../../primitives/icon.js';
import { eyeIcon, handoverIcon, infoIcon, lockIcon, personIcon, phoneIcon } from '../../primitives/icons.js';
import { monogram } from '../../primitives/monogram.js';
import { deliveryOf, openedState } from './delivery-state.js';
import { eventWords } from './event-words.js';
import type { Opening } from './read-by.js';
import type { Line } from './talk.js';
import { dayWords, type LineActions, type Telling, timeOf, whoIs } from './telling.js';

const EVENT_ICONS: Readonly<Record<ThreadEvent['kind'], string>> = {
  routed: handoverIcon,
  opened: eyeIcon,
  assigned: personIcon,
  'call-logged': phoneIcon,
  closed: lockIcon,
  other: infoIcon,
};

/** One line of the talk. */
export function lineTemplate(
  line: Line,
  openings: ReadonlyMap<string, readonly Opening[]>,
  telling: Telling,
  actions: LineActions,
): TemplateResult {
  const { me } = telling.view;
  switch (line.kind) {
    case 'day':
      return html`<li><h3 class="day">${dayWords(line.at, telling)}</h3></li>`;
    case 'event':
      return eventLine(line.event, telling);
    case 'sending': {
      const { edge, line: state } = deliveryOf(line.item, telling, actions);
      const words = html`<p class="body">${line.item.draft.body}</p>`;
      return item(`mine ${edge}`, bubble(me, nothing, line.item.at, words, state, telling));
    }
    case 'message': {
      const { message } = line;
      const isMine = message.author.id === me.id;
      const state = isMine ? openedState(message, openings.get(message.id) ?? [], telling) : nothing;
      const mark = answeredBy(message, telling);
      return item(isMine ? 'mine' : '', bubble(message.author, mark, message.sentAt, wordsOf(message), state, telling));
    }
  }
}

// One template for a message on its way and one that has arrived: it stays the same bubble while it becomes the other.
const item = (name: string, content: TemplateResult): TemplateResult => html`<li class=${name}>${content}</li>`;

/** Who exactly answers: their role and practice, for whom they speak, and whether a program had a hand in it. */
function answeredBy({ author, onBehalfOf, drafting }: Message, telling: Telling): TemplateResult | typeof nothing {
  const { text, view } = telling;
  const isMine = author.id === view.me.id;
  const place = [author.title, author.practice?.name].filter((part): part is string => Boolean(part?.trim()));
  const sentences = [
    author.kind === 'software' ? text.isProgram : '',
    onBehalfOf ? text.onBehalfOf(whoIs(onBehalfOf, telling)) : '',
    author.kind === 'staff' && !isMine ? drafted(drafting, text) : '',
  ].filter(Boolean);
  if (isMine && !onBehalfOf) return nothing;
  if (place.length + sentences.length === 0) return nothing;
  return html`<span class="mark soft"
    >${place.map((part, index) => html`${index === 0 ? '' : ', '}<bdi>${part}</bdi>`)}${place.length === 0 ? '' : '. '}${sentences.join('. ')}</span
  >`;
}

function drafted(drafting: Message['drafting'], text: Telling['text']): string {
  switch (drafting) {
    case 'author':
      return text.wroteIt;
    case 'software-checked':
      return text.checkedIt;
    case 'software':
      return text.programWrote;
    default:
      return '';
  }
}

function bubble(
  author: Person,
  mark: TemplateResult | typeof nothing,
  at: string,
  words: TemplateResult,
  state: TemplateResult | typeof nothing,
  telling: Telling,
): TemplateResult {
  return html`<div class="message" part="message">
    <div class="byline" part="byline">
      ${monogram(author.name)}
      <div>
        <span class="name">${whoIs(author, telling)}</span>
        ${mark}
      </div>
      <time class="soft" datetime=${at}>${timeOf(at, telling)}</time>
    </div>
    <div class="words">${words}</div>
    ${state}
  </div>`;
}

/** Text is text: line breaks are kept, and nothing in it is ever markup. */
function wordsOf({ answers, body }: Message): TemplateResult {
  return html`
    ${answers.length === 0
      ? nothing
      : html`<dl class="facts">
          ${answers.map(({ label, value }) => html`<div><dt><bdi>${label}</bdi></dt><dd><bdi>${value}</bdi></dd></div>`)}
        </dl>`}
    ${body === '' ? nothing : html`<p class="body">${body}</p>`}
  `;
}

function eventLine(event: ThreadEvent, telling: Telling): TemplateResult {
  return html`<li>
    <p class="event" part="event">
      ${icon(EVENT_ICONS[event.kind], { turns: event.kind === 'routed' })}<span>${eventWords(event, telling)}</span>
      <time datetime=${event.at}>${timeOf(event.at, telling)}</time>
    </p>
  </li>`;
}
