import type { ReactiveController } from 'lit';
import { announce } from '../../a11y/announcer.js';
import type { Client } from '../../client/client.js';
import { sendMessage } from '../../client/messages.js';
import { mayAct } from '../../controllers/act-event.js';
import type { ElementHost } from '../../controllers/client-controller.js';
import { MessageSendEvent } from '../../controllers/message-events.js';
import type { ComposerWords } from '../../i18n/en/composer.js';
import type { PersonId, SendKey, ThreadId } from '../../model/id.js';
import type { MessageDraft } from '../../model/message-draft.js';
import { textLength } from '../../model/text-length.js';
import { chosenInstead } from '../shared/chosen-instead.js';
import { draftPlace } from '../shared/draft-place.js';
import type { Later } from '../shared/later.js';
import { isClosed } from '../shared/whose-turn.js';
import type { ComposerView } from './composer-view.js';
import { followReply } from './follow-reply.js';

/** What takes over where it is not as simple as writing and sending. */
export interface NotSoSimple {
  /** Asks whether it is about the right person. */
  ask(chosen: PersonId): void;
  /** Sends what goes on from a thread that is over. */
  goOn(client: Client, draft: MessageDraft, author: PersonId | undefined): SendKey;
  forget(): void;
  leave(): void;
}

export interface WritingOptions {
  client(): Client | undefined;
  /** The thread that is written to. */
  id(): ThreadId | undefined;
  view(): ComposerView | undefined;
  words(): ComposerWords;
  readonly more: Later<NotSoSimple>;
}

/** What somebody is writing, what is in the way of it, and its going out. */
export class WritingController implements ReactiveController {
  /** What is in the way of sending, in words. */
  hindrance = '';
  readonly #host: ElementHost;
  readonly #options: WritingOptions;
  /** Whose words to which thread these are. */
  #place: string | undefined;
  /** Where a step is prepared before the reply is sent. */
  readonly #preparing = new Set<string>();

  constructor(host: ElementHost, options: WritingOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostUpdate(): void {
    const place = this.#placeNow();
    if (place === this.#place) return;
    this.#place = place;
    this.hindrance = '';
    this.#options.more.known?.leave();
  }

  /** What is written so far lies with the client: it is there again after a message was taken back to be changed. */
  get draft(): string {
    return (this.#place && this.#options.client()?.drafts.get(this.#place)) ?? '';
  }

  set draft(text: string) {
    this.#options.client()!.drafts.set(this.#place!, text);
  }

  /** Whether a step is prepared before the reply in this place is sent. */
  get isPreparing(): boolean {
    return this.#preparing.has(this.#place!);
  }

  /** How many characters it may have; `Infinity` for as many as needed. */
  get budget(): number {
    return this.#options.view()?.thread.budget ?? Infinity;
  }

  readonly input = (event: Event): void => {
    // Text events stop here: scripts of the page have no business with them.
    event.stopPropagation();
    const wasOver = textLength(this.draft) > this.budget;
    this.draft = (event.currentTarget as HTMLTextAreaElement).value;
    const over = textLength(this.draft) - this.budget;
    if (over > 0 && !wasOver) announce(this.#options.words().over(over));
    this.#forget();
  };

  readonly send = async (): Promise<void> => {
    const [client, view, words] = [this.#options.client(), this.#options.view(), this.#options.words()];
    const { draft: body, budget } = this;
    const place = this.#place;
    if (!client || !view || !place || this.isPreparing) return;
    const { reader } = client;
    const { thread } = view;
    const over = textLength(body) - budget;
    if (body.trim() === '') return this.#hold(words.nothingWritten);
    if (over > 0) return this.#hold(words.tooLong(over, budget));
    const chosen = chosenInstead(view, client.selection.subject);
    const isOver = isClosed(thread);
    this.#preparing.add(place);
    this.#forget();
    const isSimple = !isOver && !chosen;
    const more = isSimple ? undefined : await this.#options.more.ask();
    const mayGo = !chosen && (more ?? isSimple) && (await mayAct(this.#host, new MessageSendEvent(thread.id), client.clock));
    this.#preparing.delete(place);
    if (!mayGo) {
      const why = chosen && more ? words.notSent : more ?? isSimple ? words.stopped : words.notLoaded;
      // In another thread, or where nothing is shown, it is said, and nothing there is touched.
      if (place !== this.#placeNow() || !this.#options.view()) return announce(why);
      return chosen && more ? more.ask(chosen) : this.#hold(why);
    }
    const draft = { thread: thread.id, body };
    followReply(client, more ? more.goOn(client, draft, reader) : sendMessage(client, draft, reader), words);
    // What came to it while the page prepared is not sent, and stays.
    if (client.drafts.get(place) === body) client.drafts.set(place, '');
    this.#host.requestUpdate();
  };

  /** Says what is in the way, and shows it. */
  say(words: string): void {
    this.hindrance = words;
    announce(words);
    this.#host.requestUpdate();
  }

  #placeNow(): string | undefined {
    const id = this.#options.id();
    const reader = this.#options.client()?.reader;
    return reader && id && draftPlace(reader, id);
  }

  #hold(words: string): void {
    this.say(words);
    this.#host.focus();
  }

  #forget(): void {
    this.hindrance = '';
    this.#options.more.known?.forget();
    this.#host.requestUpdate();
  }
}
