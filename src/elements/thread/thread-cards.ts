import { html, type ReactiveElement, type TemplateResult } from 'lit';
import type { OutboxItem } from '../../client/outbox-item.js';
import { LocalizeController } from '../../controllers/localize-controller.js';
import { fields as fieldsEnglish } from '../../i18n/en/fields.js';
import { threadCards as english } from '../../i18n/en/thread-cards.js';
import type { Card } from '../../model/card.js';
import type { Field } from '../../model/field.js';
import type { Message } from '../../model/message.js';
import type { MessageDraft } from '../../model/message-draft.js';
import { icon } from '../../primitives/icon.js';
import { arrowIcon } from '../../primitives/icons.js';
import { choiceStyles } from '../../theme/choice-styles.js';
import { MedicinesController } from '../shared/fields/medicines-controller.js';
import type { ReaderView } from '../shared/reader-view.js';
import type { CardActs } from './card-template.js';
import { DetailRequest } from './detail-request.js';
import { answersInWords } from './detail-words.js';
import type { LineActions, Telling } from './telling.js';
import type { ThreadView } from './thread-view.js';

/** What can be done with the cards of a thread. Fetched with the first card. */
export class ThreadCards implements CardActs {
  readonly #host: ReactiveElement;
  readonly #view: ReaderView<ThreadView>;
  readonly #words: LocalizeController<typeof english>;
  readonly #fieldWords: LocalizeController<typeof fieldsEnglish>;
  readonly #medicines: MedicinesController;
  readonly #requests = new Map<Message['id'], DetailRequest>();

  constructor(host: ReactiveElement, view: ReaderView<ThreadView>) {
    this.#host = host;
    this.#view = view;
    this.#words = new LocalizeController(host, 'thread-cards', english);
    this.#fieldWords = new LocalizeController(host, 'fields', fieldsEnglish);
    this.#medicines = new MedicinesController(host, () => {
      const { value } = view;
      return value?.me.kind === 'patient' ? { subject: value.thread.subject.id, fields: askedIn(value) } : undefined;
    });
    const root = host.renderRoot as ShadowRoot;
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, choiceStyles.styleSheet!];
  }

  template(card: Card, message: Message, telling: Telling, actions: LineActions): TemplateResult {
    const { words } = this.#words;
    const { thread } = card;
    if (card.kind === 'detail-request') return this.#request(message).template(card, telling, actions);
    if (card.kind === 'thread-link' && thread) {
      return html`<div>
        <button class="button" type="button" @click=${() => actions.select(thread)}>
          ${words.openThread} ${icon(arrowIcon, { turns: true })}
        </button>
      </div>`;
    }
    return html`<p class="soft small">${words.inWordsOnly}</p>`;
  }

  answer({ detail }: MessageDraft, telling: Telling): TemplateResult {
    return answersInWords(detail, telling, this.#fieldWords.words);
  }

  restore(item: OutboxItem<MessageDraft, Message>): void {
    const message = this.#view.value?.entries.items.find(
      (entry): entry is Message => entry.type === 'message' && entry.id === item.draft.detail?.message,
    );
    if (message) this.#request(message).restore(item);
  }

  #request(message: Message): DetailRequest {
    const { id } = message;
    const known = this.#requests.get(id);
    if (known) return known;
    const request = new DetailRequest(this.#host, this.#view, {
      message: id,
      prefix: `detail-${this.#requests.size}`,
      words: () => this.#words.words,
      fieldWords: () => this.#fieldWords.words,
      medicines: () => this.#medicines.names,
    });
    this.#requests.set(id, request);
    return request;
  }
}

/** All that is asked in a thread. */
const askedIn = ({ entries }: ThreadView): readonly Field[] =>
  entries.items.flatMap((entry) => (entry.type === 'message' ? entry.cards.flatMap(({ fields, answeredBy }) => (answeredBy ? [] : fields)) : []));
