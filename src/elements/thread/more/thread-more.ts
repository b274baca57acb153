import { html, nothing, type ReactiveElement, type TemplateResult } from 'lit';
import type { OutboxItem } from '../../../client/outbox-item.js';
import { LocalizeController } from '../../../controllers/localize-controller.js';
import { ThreadSelectEvent } from '../../../controllers/thread-select-event.js';
import { fields as fieldsEnglish } from '../../../i18n/en/fields.js';
import { threadMore as english } from '../../../i18n/en/thread-more.js';
import type { Card } from '../../../model/card.js';
import type { Field } from '../../../model/field.js';
import type { MessageId, SendKey, ThreadId } from '../../../model/id.js';
import type { Message, ThreadEvent } from '../../../model/message.js';
import type { MessageDraft } from '../../../model/message-draft.js';
import { icon } from '../../../primitives/icon.js';
import { arrowIcon, downIcon } from '../../../primitives/icons.js';
import { choiceStyles } from '../../../theme/choice-styles.js';
import { MedicinesController } from '../../shared/fields/medicines-controller.js';
import { lookAgainAt } from '../../shared/look-again.js';
import type { ReaderView } from '../../shared/reader-view.js';
import { changedWords } from './changed-words.js';
import { DetailRequest } from './detail-request.js';
import { answersAsText, answersInWords, type DetailWords } from './detail-words.js';
import { moreStyles } from './more-styles.js';
import { OfferCards } from './offer-card.js';
import { rareEvent } from './rare-events.js';
import { refusalOf } from './refusal.js';
import { resultCard } from './result-card.js';
import { WaysOn } from './ways.js';
import { elsewhere, wish } from './wish.js';
import { talkOf } from '../talk.js';
import { type LineActions, type More, type Refusal, short, type Shown, type Telling } from '../telling.js';
import { type ThreadView, viewKey } from '../thread-view.js';

/** The element that has it. */
type Host = ReactiveElement & { thread?: ThreadId | undefined };

/** What few threads have, and no emergency needs. Fetched with the first of it. */
export class ThreadMore implements More {
  readonly #host: Host;
  readonly #view: ReaderView<ThreadView>;
  readonly #words: LocalizeController<typeof english>;
  readonly #fieldWords: LocalizeController<typeof fieldsEnglish>;
  readonly #medicines: MedicinesController;
  readonly #ways: WaysOn;
  readonly #offers: OfferCards;
  /** The long texts that the reader wants to see whole. */
  readonly #whole = new Set<string>();
  /** By reader, thread and message: what one person was asked is nothing to the next who signs in. */
  readonly #requests = new Map<string, DetailRequest>();

  constructor(host: Host, view: ReaderView<ThreadView>) {
    this.#host = host;
    this.#view = view;
    this.#words = new LocalizeController(host, 'thread-more', english);
    this.#fieldWords = new LocalizeController(host, 'fields', fieldsEnglish);
    this.#offers = new OfferCards(host);
    this.#ways = new WaysOn(host, view, () => this.#words.words);
    this.#medicines = new MedicinesController(host, () => {
      const { value } = view;
      return value?.me.kind === 'patient' ? { subject: value.thread.subject.id, fields: askedIn(value) } : undefined;
    });
    const root = host.renderRoot as ShadowRoot;
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, choiceStyles.styleSheet!, moreStyles.styleSheet!];
  }

  head(telling: Telling): unknown {
    const { words } = this.#words;
    return [wish(telling, words), elsewhere(telling, this.#select, words)];
  }

  long(text: string, beginning: string, id: string): Shown {
    const { showLess, showAll } = this.#words.words;
    const isWhole = this.#whole.has(id);
    const toggle = (): void => {
      if (!this.#whole.delete(id)) this.#whole.add(id);
      this.#host.requestUpdate();
    };
    const more = html`<button class="button quiet" type="button" aria-expanded=${isWhole} @click=${toggle}>
      ${isWhole ? showLess : showAll}
    </button>`;
    return { text: isWhole ? text : beginning, more };
  }

  changed(message: Message, telling: Telling): TemplateResult {
    return changedWords(message, telling, this.#words.words);
  }

  event(event: ThreadEvent, who: string, telling: Telling): string {
    return rareEvent(event, who, telling, this.#words.words);
  }

  refusal(item: OutboxItem<MessageDraft, Message>, telling: Telling, actions: LineActions): Refusal | undefined {
    const { detail } = item.draft;
    const asking = this.#asking(item);
    const answer = detail && {
      text: answersAsText(detail, telling, this.#detailWords),
      canChange: Boolean(asking && this.#request(asking, telling.view).canRestore(item)),
      isAnswered: Boolean(asking?.cards.length && asking.cards.every(({ kind, answeredBy }) => kind !== 'detail-request' || answeredBy)),
    };
    return refusalOf(item, telling, actions, { words: this.#words.words, answer });
  }

  newer(reading: { readonly fresh: number; readonly firstFresh: Element | undefined }): TemplateResult {
    return html`<div class="newer">
      <button class="button" type="button" part="new" @click=${() => goTo(reading.firstFresh)}>
        ${icon(downIcon)} ${this.#words.words.fresh(reading.fresh)}
      </button>
    </div>`;
  }

  ways(telling: Telling): unknown {
    return this.#ways.template(telling);
  }

  keeping(telling: Telling): unknown {
    return this.#ways.keeping(telling);
  }

  card(card: Card, message: Message, telling: Telling): TemplateResult {
    const { words } = this.#words;
    const { thread, kind, fields } = card;
    const label = short(card.label.trim()) || words.someCard;
    const name = html`<p><b><bdi>${label}</bdi></b></p>`;
    if (kind === 'detail-request') {
      const request = this.#request(message, telling.view);
      const again = !card.answeredBy && lookAgainAt(telling.view, telling.now);
      if (again) telling.isPast(again);
      // Its first question says the same.
      const isAsked = label === fields[0]?.label && request.isOpen(card);
      return html`${isAsked ? nothing : name} ${request.template(card, telling)}`;
    }
    if (kind === 'thread-link' && thread) {
      return html`${name}
        <div>
          <button class="button" type="button" @click=${() => this.#select(thread)}>
            ${words.openThread} ${icon(arrowIcon, { turns: true })}
          </button>
        </div>`;
    }
    if (kind === 'slot-offer') return this.#offers.card(card, telling, name);
    if (kind === 'result') return resultCard(card, message, this.#whole, { words, name, redraw: () => this.#host.requestUpdate() });
    return html`${name}
      <p class="soft small">${words.inWordsOnly}</p>`;
  }

  answer({ detail }: MessageDraft, telling: Telling): TemplateResult {
    return answersInWords(detail, telling, this.#detailWords);
  }

  restore(key: SendKey): void {
    const { client, value } = this.#view;
    const item = client?.outbox.item(key) as OutboxItem<MessageDraft, Message> | undefined;
    const message = item && this.#asking(item);
    if (value && message && this.#request(message, value).restore(item)) this.#show(message.id);
  }

  /** The message that asks for what was answered. */
  #asking({ draft: { detail } }: OutboxItem<MessageDraft, Message>): Message | undefined {
    return this.#view.value?.entries.items.find((entry): entry is Message => entry.type === 'message' && entry.id === detail?.message);
  }

  get #detailWords(): DetailWords {
    return { words: this.#words.words, fieldWords: this.#fieldWords.words };
  }

  readonly #select = (thread: ThreadId): void => {
    if (!this.#host.dispatchEvent(new ThreadSelectEvent(thread))) return;
    this.#host.thread = thread;
    this.#host.focus();
  };

  /** Brings a message into view, with the focus on it. */
  readonly #show = (id: MessageId): void => {
    const { value } = this.#view;
    const lines = value ? talkOf(value.entries.items, []) : [];
    const place = lines.findIndex((line) => line.kind === 'message' && line.message.id === id);
    goTo(this.#host.renderRoot.querySelectorAll('.talk > ol > li')[place]);
  };

  #request({ id }: Message, view: ThreadView): DetailRequest {
    const key = `${viewKey(view)}/${id}`;
    const known = this.#requests.get(key);
    if (known) return known;
    const request = new DetailRequest(this.#host, this.#view, {
      message: id,
      show: this.#show,
      prefix: `detail-${this.#requests.size}`,
      words: () => this.#words.words,
      fieldWords: () => this.#fieldWords.words,
      medicines: () => this.#medicines.names,
    });
    this.#requests.set(key, request);
    return request;
  }
}

/** All that is asked in a thread. */
const askedIn = ({ entries }: ThreadView): readonly Field[] =>
  entries.items.flatMap((entry) => (entry.type === 'message' ? entry.cards.flatMap(({ fields, answeredBy }) => (answeredBy ? [] : fields)) : []));

/** Brings a line of the talk into view, with the focus on it. */
function goTo(line: Element | undefined): void {
  if (!(line instanceof HTMLElement)) return;
  line.tabIndex = -1;
  line.focus({ preventScroll: true });
  line.scrollIntoView({ block: 'start', behavior: 'instant' });
}
