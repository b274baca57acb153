import { announce } from '../../a11y/announcer.js';
import type { OutboxItem } from '../../client/outbox-item.js';
import type { ElementHost } from '../../controllers/client-controller.js';
import { SignInEvent } from '../../controllers/sign-in-event.js';
import { ThreadSelectEvent } from '../../controllers/thread-select-event.js';
import type { ThreadWords } from '../../i18n/en/thread.js';
import type { MessageId, SendKey, ThreadId } from '../../model/id.js';
import type { Message } from '../../model/message.js';
import type { MessageDraft } from '../../model/message-draft.js';
import { draftPlace } from '../shared/draft-place.js';
import type { ReaderView } from '../shared/reader-view.js';
import type { CardActs } from './card-template.js';
import type { Later } from './later.js';
import { talkOf } from './talk.js';
import type { LineActions } from './telling.js';
import type { ThreadView } from './thread-view.js';

/** The element the lines stand in. */
type Host = ElementHost & { thread?: ThreadId | undefined; focus(): void };

/** What the lines of a thread can do. */
export class LineActs implements LineActions {
  /** The long texts that the reader wants to see whole. */
  whole: ReadonlySet<string> = new Set();
  readonly #host: Host;
  readonly #view: ReaderView<ThreadView>;
  readonly #cards: Later<CardActs>;
  readonly #words: () => ThreadWords;

  constructor(host: Host, view: ReaderView<ThreadView>, cards: Later<CardActs>, words: () => ThreadWords) {
    this.#host = host;
    this.#view = view;
    this.#cards = cards;
    this.#words = words;
  }

  readonly sendAgain = (key: SendKey): void => this.#view.client?.outbox.sendAgain(key);

  readonly signIn = (): void => void this.#host.dispatchEvent(new SignInEvent());

  readonly select = (thread: ThreadId): void => {
    if (!this.#host.dispatchEvent(new ThreadSelectEvent(thread))) return;
    this.#host.thread = thread;
    this.#host.focus();
  };

  readonly toggle = (id: string): void => {
    const whole = new Set(this.whole);
    if (!whole.delete(id)) whole.add(id);
    this.whole = whole;
    this.#host.requestUpdate();
  };

  readonly copy = (text: string): void => {
    const { copied, notCopied } = this.#words();
    // Insecure pages have no clipboard, and some have no leave to use it.
    const done = navigator.clipboard?.writeText(text) ?? Promise.reject(new Error('there is no clipboard'));
    void done.then(
      () => announce(copied),
      () => announce(notCopied),
    );
  };

  readonly show = (message: MessageId): void => {
    const { value } = this.#view;
    const lines = value ? talkOf(value.entries.items, []) : [];
    const place = lines.findIndex((line) => line.kind === 'message' && line.message.id === message);
    this.goTo(this.#host.shadowRoot?.querySelector('.talk')?.children[place]);
  };

  /** Brings a line of the talk into view, with the focus on it. */
  readonly goTo = (line: Element | undefined): void => {
    if (!(line instanceof HTMLElement)) return;
    line.tabIndex = -1;
    line.focus({ preventScroll: true });
    line.scrollIntoView({ block: 'start', behavior: 'instant' });
  };

  /** Puts what was refused back where it can be changed, under what is being written there. */
  readonly change = (key: SendKey): void => {
    const { client } = this.#view;
    const item = client?.outbox.take(key);
    if (!client?.reader || !item) return;
    const { thread, body, detail } = item.draft as MessageDraft;
    if (detail) {
      this.#cards.value?.restore(item as OutboxItem<MessageDraft, Message>);
      return this.show(detail.message);
    }
    const place = draftPlace(client.reader, thread);
    const written = client.drafts.get(place);
    client.drafts.set(place, written ? `${written}\n\n${body}` : body);
    const slot = this.#host.shadowRoot?.querySelector<HTMLSlotElement>('slot[name=composer]');
    (slot?.assignedElements({ flatten: true })[0] as HTMLElement | undefined)?.focus();
  };
}
