import { html, nothing, type TemplateResult } from 'lit';
import type { Message, ThreadEvent } from '../../model/message.js';
import type { Person } from '../../model/person.js';
import { icon } from '../../primitives/icon.js';
import { arrowIcon, checkIcon, eyeIcon, handoverIcon, infoIcon, lockIcon, personIcon, phoneIcon } from '../../primitives/icons.js';
import { monogram } from '../../primitives/monogram.js';
import { deliveryOf, openedState } from './delivery-state.js';
import { eventWords } from './event-words.js';
import type { Opening } from './read-by.js';
import type { Line } from './talk.js';
import { bodyOf, wordsOf } from './message-words.js';
import { dayWords, type LineActions, short, type Telling, timeOf, whoIs } from './telling.js';

const EVENT_ICONS: Readonly<Record<ThreadEvent['kind'], string>> = {
  routed: handoverIcon,
  opened: eyeIcon,
  assigned: personIcon,
  'call-logged': phoneIcon,
  settled: checkIcon,
  closed: lockIcon,
  expired: lockIcon,
  continued: arrowIcon,
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
      const { draft } = line.item;
      const answer = draft.detail && telling.more.value?.answer(draft, telling);
      const words = html`${answer} ${bodyOf(draft.body, line.key, telling)}`;
      return item(`mine ${edge}`, bubble(me, nothing, line.item.at, words, state, telling));
    }
    case 'message': {
      const { message } = line;
      const isMine = message.author.id === me.id;
      const isOpened = isMine && !message.retractedAt;
      const state = isOpened ? openedState(message, openings.get(message.id) ?? [], telling) : nothing;
      const words = wordsOf(message, telling);
      return item(isMine ? 'mine' : '', bubble(message.author, answeredBy(message, telling), message.sentAt, words, state, telling));
    }
  }
}

// One template for a message on its way and one that has arrived: it stays the same bubble while it becomes the other.
const item = (name: string, content: TemplateResult): TemplateResult => html`<li class=${name}>${content}</li>`;

/** Who exactly writes: their role and practice or what they are to the patient, for whom, and whether a program had a hand in it. */
function answeredBy({ author, onBehalfOf, relationship, drafting }: Message, telling: Telling): TemplateResult | typeof nothing {
  const { text, view } = telling;
  const isOther = author.kind === 'staff' && author.id !== view.me.id;
  const tie = relationship && text.ties[relationship];
  const whom = onBehalfOf ?? (tie ? view.thread.subject : undefined);
  const place = [tie, ...(isOther ? [author.title, author.practice?.name] : []), whom && text.onBehalfOf(whoIs(whom, telling))].filter(
    (part): part is string => Boolean(part?.trim()),
  );
  const told = [author.kind === 'software' ? text.isProgram : '', isOther ? drafted(drafting, author, telling) : ''].filter(Boolean);
  if (place.length + told.length === 0) return nothing;
  return html`<span class="mark soft"
    >${place.map((part, index) => html`${index === 0 ? '' : ', '}<bdi>${short(part)}</bdi>`)}${place.length > 0 && told.length > 0 ? '. ' : ''}${told.join('. ')}</span
  >`;
}

function drafted(drafting: Message['drafting'], author: Person, telling: Telling): string {
  const { text } = telling;
  switch (drafting) {
    case 'author':
      return text.wroteIt;
    case 'software-checked':
      return text.checkedIt(whoIs(author, telling));
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

function eventLine(event: ThreadEvent, telling: Telling): TemplateResult {
  const { kind } = event;
  return html`<li>
    <p class="event" part="event">
      ${icon(EVENT_ICONS[kind], { turns: kind === 'routed' || kind === 'continued' })}<span
        >${eventWords(event, telling)}</span
      >
      <time datetime=${event.at}>${timeOf(event.at, telling)}</time>
    </p>
  </li>`;
}
