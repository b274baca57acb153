import { sendContactRequest } from '../../client/contact.js';
import type { Client } from '../../client/client.js';
import type { OutboxItem } from '../../client/outbox-item.js';
import { mayAct } from '../../controllers/act-event.js';
import type { ElementHost } from '../../controllers/client-controller.js';
import { OutboxController } from '../../controllers/outbox-controller.js';
import type { ContactRequest } from '../../model/contact-request.js';
import type { PersonId, ResultId, SendKey } from '../../model/id.js';
import type { Field } from '../../model/field.js';
import type { Receipt } from '../../model/receipt.js';
import type { ContactDraft } from './contact-draft.js';
import { ContactSendEvent, ContactSentEvent } from './contact-events.js';
import { type Delivery, deliveryOf, isRefused } from './delivery.js';

type ContactItem = OutboxItem<ContactRequest, Receipt>;

/** Gives what was written to the outbox, and follows it there by the key that its draft keeps. */
export class SendingController {
  readonly #host: ElementHost;
  readonly #outbox: OutboxController;
  /** What the page has been told of, and may still prepare or stop. */
  #preparing: ContactRequest | undefined;
  #stopped = false;
  /** What has waited: being tried again is more of the same. */
  #waited: SendKey | undefined;
  #told: Delivery | 'sent' | undefined;
  #receipt: Receipt | undefined;
  #sent: readonly ResultId[] = [];

  constructor(host: ElementHost) {
    this.#host = host;
    this.#outbox = new OutboxController(host);
  }

  get client(): Client | undefined {
    return this.#outbox.client;
  }

  get #isOnline(): boolean {
    return this.client?.network.isOnline() !== false;
  }

  /** Whether it is worth saying that there is no network: what is sent or waits says so itself. */
  isOffline(draft: ContactDraft): boolean {
    return !this.#isOnline && !this.#receipt && !this.delivery(draft);
  }

  /** What the practice answered, until another message is begun. */
  get receipt(): Receipt | undefined {
    return this.#receipt;
  }

  /** How far it has come; undefined while it is being written. */
  delivery(draft: ContactDraft): Delivery | undefined {
    if (this.#preparing) return 'sending';
    if (this.#stopped) return 'stopped';
    return deliveryOf(this.#isTriedAgain(draft) ? { status: 'queued' } : this.#item(draft)?.state, this.#isOnline);
  }

  /** Whether it is on its way, and cannot be changed where it stands. */
  isUnderWay(draft: ContactDraft): boolean {
    const delivery = this.delivery(draft);
    return delivery !== undefined && !isRefused(delivery);
  }

  /** What the practice refused, and the path of the field it named. */
  refusal(draft: ContactDraft): { readonly field: string | undefined; readonly request: ContactRequest } | undefined {
    const item = this.#item(draft);
    return item?.state.status === 'rejected' ? { field: item.state.field, request: item.draft } : undefined;
  }

  /**
   * Sends it, if the page lets it. The element may be gone by then, or somebody else signed in: it is sent all the same,
   * as its author's. Not while one is under way.
   */
  async send(draft: ContactDraft, request: ContactRequest, author: PersonId): Promise<void> {
    const { client } = this;
    if (!client) return;
    this.#stopped = false;
    this.#preparing = request;
    this.#host.requestUpdate();
    const allowed = await mayAct(this.#host, new ContactSendEvent(request.reason, request.subject), client.clock);
    if (this.#preparing === request) {
      this.#preparing = undefined;
      this.#stopped = !allowed;
    }
    if (allowed) {
      if (draft.key) client.outbox.take(draft.key);
      draft.set('key', sendContactRequest(client, request, author));
    }
    this.#host.requestUpdate();
  }

  sendAgain({ key }: ContactDraft): void {
    if (key) this.client?.outbox.sendAgain(key);
  }

  /** Takes it back to be changed, and says whether it could. What may have arrived already stays on its way. */
  change(draft: ContactDraft): boolean {
    const isBack = draft.key !== undefined && this.client?.outbox.take(draft.key) !== undefined;
    if (isBack) draft.set('key', '');
    return isBack;
  }

  /** The words about a message that the page stopped have been read. */
  forgetStop(): void {
    this.#stopped = false;
  }

  /** Another message, or another person: nothing is said any more of the one before. */
  beginAnother(): void {
    this.#receipt = this.#told = this.#preparing = undefined;
    this.#stopped = false;
  }

  /** The results that what was sent is about, once. */
  takeSent(): readonly ResultId[] {
    const sent = this.#sent;
    this.#sent = [];
    return sent;
  }

  /** Looks how far it has come, and returns that when it is news. Once it has arrived its draft is let go. */
  follow(draft: ContactDraft, fields: readonly Field[]): Delivery | 'sent' | undefined {
    const item = this.#item(draft);
    if (item?.state.status === 'sent') {
      this.#receipt = item.state.result;
      this.#sent = item.draft.references ?? [];
      draft.clear(fields);
      this.#host.dispatchEvent(new ContactSentEvent(this.#receipt.thread.id, item.draft.reason));
    }
    if (item?.state.status === 'queued') this.#waited = item.key;
    const now = this.#receipt ? 'sent' : this.delivery(draft);
    if (now === this.#told || this.#isTriedAgain(draft)) return undefined;
    this.#told = now;
    return now;
  }

  #isTriedAgain(draft: ContactDraft): boolean {
    return this.#waited !== undefined && this.#waited === draft.key && this.#item(draft)?.state.status === 'sending';
  }

  #item({ key }: ContactDraft): ContactItem | undefined {
    return key && (this.client?.outbox.item(key) as ContactItem | undefined);
  }
}
