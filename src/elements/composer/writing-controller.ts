import type { ReactiveController } from 'lit';
import { announce } from '../../a11y/announcer.js';
import type { Client } from '../../client/client.js';
import { continueThread, sendMessage } from '../../client/messages.js';
import type { OutboxItem } from '../../client/outbox-item.js';
import { mayAct } from '../../controllers/act-event.js';
import type { ElementHost } from '../../controllers/client-controller.js';
import { VisitRequestEvent } from '../../controllers/visit-request-event.js';
import type { ComposerWords } from '../../i18n/en/composer.js';
import type { SendKey, ThreadId } from '../../model/id.js';
import type { MessageDraft } from '../../model/message-draft.js';
import { textLength } from '../../model/text-length.js';
import { draftPlace } from '../shared/draft-place.js';
import { isClosed } from '../shared/whose-turn.js';
import { MessageSendEvent } from './composer-events.js';
import type { ComposerView } from './composer-view.js';
import { followReply } from './follow-reply.js';
import { isWrongPerson, wrongPersonTitle } from './wrong-person.js';

export interface WritingOptions {
  client(): Client | undefined;
  /** The thread that is written to. */
  id(): ThreadId | undefined;
  view(): ComposerView | undefined;
  words(): ComposerWords;
  /** Puts the focus where the words are written, once they can be. */
  focus(): void;
}

/** What somebody is writing, what is in the way of it, and its going out. */
export class WritingController implements ReactiveController {
  /** What is in the way of sending, in words. */
  hindrance = '';
  /** What is asked before a reply about one person leaves, when another one was chosen. */
  question = '';
  /** Whether the page prepares a step before the reply is sent. */
  isPreparing = false;
  /** Whether the reader goes on from a thread that is over. */
  isContinuing = false;
  /** Whether nobody on the page takes the wish for a visit, so that the phone has to. */
  wantsCall = false;
  /** What goes on from a thread and was sent from here. */
  continuation: SendKey | undefined;
  readonly #host: ElementHost;
  readonly #options: WritingOptions;
  /** Whose words to which thread these are. */
  #place: string | undefined;

  constructor(host: ElementHost, options: WritingOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostUpdate(): void {
    const id = this.#options.id();
    const reader = this.#options.client()?.reader;
    const place = reader && id && draftPlace(reader, id);
    if (place === this.#place) return;
    this.#place = place;
    this.#forget();
    this.isContinuing = false;
  }

  /** What is written so far lies with the client: it is there again after a message was taken back to be changed. */
  get draft(): string {
    return (this.#place && this.#options.client()?.drafts.get(this.#place)) ?? '';
  }

  /** How many characters it may have; `Infinity` for as many as needed. */
  get budget(): number {
    return this.#options.view()?.thread.budget ?? Infinity;
  }

  readonly input = (event: Event): void => {
    // Text events stop here: scripts of the page have no business with them.
    event.stopPropagation();
    const wasOver = textLength(this.draft) > this.budget;
    const { value } = event.currentTarget as HTMLTextAreaElement;
    this.#options.client()!.drafts.set(this.#place!, value);
    const over = textLength(value) - this.budget;
    if (over > 0 && !wasOver) announce(this.#options.words().over(over));
    this.#forget();
    this.#host.requestUpdate();
  };

  /** Begins to go on from a thread that is over. */
  readonly goOn = (): void => {
    this.isContinuing = true;
    this.#host.requestUpdate();
    this.#options.focus();
  };

  /** Puts a refused message's words back where they can be changed, under what is being written there. */
  takeBack({ draft }: OutboxItem): void {
    const { body } = draft as MessageDraft;
    this.#options.client()!.drafts.set(this.#place!, this.draft ? `${this.draft}\n\n${body}` : body);
    this.goOn();
  }

  /** Offers the words to whoever on the page books visits. */
  readonly askForVisit = (): void => {
    const { subject, reason, id } = this.#options.view()!.thread;
    const wish = new VisitRequestEvent({ subject: subject.id, reason: reason?.id, threadId: id }, () => this.draft);
    if (!this.#host.dispatchEvent(wish)) return;
    this.wantsCall = true;
    this.#say(this.#options.words().visitByPhone);
  };

  /** It is about the right person after all: they are who is acted for from now on. */
  readonly sendAllTheSame = (): void => {
    this.#options.client()!.selection.choose(this.#options.view()!.thread.subject.id);
    this.send();
  };

  readonly doNotSend = (): void => {
    this.question = '';
    this.#host.requestUpdate();
    this.#options.focus();
  };

  readonly send = (): void => void this.#send();

  async #send(): Promise<void> {
    const [client, view, words] = [this.#options.client(), this.#options.view(), this.#options.words()];
    const { draft: body, budget } = this;
    const place = this.#place;
    if (!client || !view || !place || this.isPreparing) return;
    const { reader, selection } = client;
    const { thread } = view;
    const over = textLength(body) - budget;
    if (body.trim() === '') return this.#hold(words.nothingWritten);
    if (over > 0) return this.#hold(words.tooLong(over, budget));
    if (isWrongPerson(view, selection.subject)) return this.#ask(wrongPersonTitle(view, selection.subject, words));
    this.#forget();
    this.isPreparing = true;
    this.#host.requestUpdate();
    const mayGo = await mayAct(this.#host, new MessageSendEvent(thread.id), client.clock);
    this.isPreparing = false;
    if (!mayGo) return this.#hold(words.stopped);
    const draft = { thread: thread.id, body };
    const key = isClosed(thread) ? continueThread(client, draft, reader) : sendMessage(client, draft, reader);
    if (isClosed(thread)) this.continuation = key;
    followReply(client, key, words);
    // What came to it while the page prepared is not sent, and stays.
    if (client.drafts.get(place) === body) client.drafts.set(place, '');
    this.isContinuing = false;
    this.#host.requestUpdate();
  }

  #ask(question: string): void {
    this.question = question;
    announce(question);
    this.#host.requestUpdate();
    void this.#host.updateComplete.then(() => this.#host.shadowRoot!.querySelector<HTMLElement>('.ask h3')?.focus());
  }

  #hold(words: string): void {
    this.#say(words);
    this.#options.focus();
  }

  #say(words: string): void {
    this.hindrance = words;
    announce(words);
    this.#host.requestUpdate();
  }

  #forget(): void {
    this.hindrance = this.question = '';
    this.wantsCall = false;
  }
}
