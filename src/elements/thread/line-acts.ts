import type { OutboxItem } from '../../client/outbox-item.js';
import type { ElementHost } from '../../controllers/client-controller.js';
import { SignInEvent } from '../../controllers/sign-in-event.js';
import type { SendKey } from '../../model/id.js';
import type { Message } from '../../model/message.js';
import type { MessageDraft } from '../../model/message-draft.js';
import { draftPlace } from '../shared/draft-place.js';
import type { ReaderView } from '../shared/reader-view.js';
import type { Later } from './later.js';
import type { LineActions, More } from './telling.js';
import type { ThreadView } from './thread-view.js';

/** What the lines of a thread can do. */
export class LineActs implements LineActions {
  /** The long texts that the reader wants to see whole. */
  whole: ReadonlySet<string> = new Set();
  readonly #host: ElementHost;
  readonly #view: ReaderView<ThreadView>;
  readonly #more: Later<More>;

  constructor(host: ElementHost, view: ReaderView<ThreadView>, more: Later<More>) {
    this.#host = host;
    this.#view = view;
    this.#more = more;
  }

  readonly sendAgain = (key: SendKey): void => this.#view.client?.outbox.sendAgain(key);

  readonly signIn = (): void => void this.#host.dispatchEvent(new SignInEvent());

  readonly toggle = (id: string): void => {
    const whole = new Set(this.whole);
    if (!whole.delete(id)) whole.add(id);
    this.whole = whole;
    this.#host.requestUpdate();
  };

  /** Puts what was refused back where it can be changed, under what is being written there. */
  readonly change = (key: SendKey): void => {
    const { client } = this.#view;
    const item = client?.outbox.take(key);
    if (!client?.reader || !item) return;
    const { thread, body, detail } = item.draft as MessageDraft;
    if (detail) {
      this.#more.value?.restore(item as OutboxItem<MessageDraft, Message>);
      return;
    }
    const place = draftPlace(client.reader, thread);
    const written = client.drafts.get(place);
    client.drafts.set(place, written ? `${written}\n\n${body}` : body);
    const slot = this.#host.shadowRoot?.querySelector<HTMLSlotElement>('slot[name=composer]');
    (slot?.assignedElements({ flatten: true })[0] as HTMLElement | undefined)?.focus();
  };
}
