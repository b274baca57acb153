import { html, nothing, type TemplateResult } from 'lit';
import { announce } from '../../../a11y/announcer.js';
import type { Client } from '../../../client/client.js';
import { continueThread } from '../../../client/messages.js';
import type { OutboxItem } from '../../../client/outbox-item.js';
import { ClockController } from '../../../controllers/clock-controller.js';
import type { ElementHost } from '../../../controllers/client-controller.js';
import { LocalizeController } from '../../../controllers/localize-controller.js';
import { SignInEvent } from '../../../controllers/sign-in-event.js';
import { ThreadSelectEvent } from '../../../controllers/thread-select-event.js';
import { common } from '../../../i18n/en/common.js';
import { composerMore } from '../../../i18n/en/composer-more.js';
import type { PersonId, SendKey, ThreadId } from '../../../model/id.js';
import type { MessageDraft } from '../../../model/message-draft.js';
import { phoneButton } from '../../../primitives/phone-link.js';
import { draftPlace, putBack } from '../../shared/draft-place.js';
import { lookAgainAt } from '../../shared/look-again.js';
import type { ReaderView } from '../../shared/reader-view.js';
import { askForVisit } from '../../shared/visit-wish.js';
import { wrongPersonNote, wrongPersonTitle } from '../../shared/wrong-person.js';
import type { ComposerView } from '../composer-view.js';
import type { WritingController } from '../writing-controller.js';
import { moreStyles } from './more-styles.js';
import { noField, type NoFieldOptions, titleOf } from './no-field.js';
import { type Standing, standingOf, withContinuation } from './standing.js';
import { underWay } from './under-way.js';

/** What shows a thread: elements know each other by tag, and never by class. */
export type ThreadPane = Element & { thread?: ThreadId | undefined };

/** What stands around a reply, or in its place, when it is not as simple as writing and sending. */
export class ComposerMore {
  readonly #host: ElementHost & ThreadPane;
  readonly #view: ReaderView<ComposerView>;
  readonly #writing: WritingController;
  /** The thread it stands in, which shows what is sent. */
  readonly #around: () => ThreadPane | null;
  readonly #text: LocalizeController<typeof composerMore>;
  readonly #common: LocalizeController<typeof common>;
  readonly #clock: ClockController;
  /** Whether the reader goes on from a thread that is over. */
  #isContinuing = false;
  /** Whether nobody on the page takes the wish for a visit, so that the phone has to. */
  #wantsCall = false;
  /** Whom the reader had chosen, while they are asked whether they mean somebody else. */
  #chosen: PersonId | undefined;
  /** What goes on from a thread and was sent from here. */
  #continuation: SendKey | undefined;
  #stood: Standing = 'none';

  constructor(
    host: ElementHost & ThreadPane,
    view: ReaderView<ComposerView>,
    writing: WritingController,
    around: () => ThreadPane | null,
  ) {
    this.#host = host;
    const root = host.shadowRoot!;
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, moreStyles.styleSheet!];
    this.#view = view;
    this.#writing = writing;
    this.#around = around;
    this.#text = new LocalizeController(host, 'composer-more', composerMore);
    this.#common = new LocalizeController(host, 'common', common);
    this.#clock = new ClockController(host);
  }

  /** Whether there is a field. The host is drawn again when that may be different. */
  get isWriting(): boolean {
    const view = this.#now();
    const again = view && lookAgainAt(view, this.#clock.now());
    if (again) this.#clock.isPast(again);
    const standing = this.#standing();
    return standing === 'open' || (standing === 'continuable' && this.#isContinuing);
  }

  /** What the place is called where there is none; says aloud when there is one again. */
  title(): string {
    const standing = this.#standing();
    if (this.#stood === 'gated' && standing === 'open') announce(this.#text.words.opened);
    this.#stood = standing;
    const view = this.#now();
    return view ? titleOf(standing, view, this.#options()) : this.#text.words.noMessages;
  }

  /** What is on its way, where nothing around shows it. */
  underWay(items: readonly OutboxItem[]): readonly TemplateResult[] {
    const { outbox, network } = this.#view.client!;
    return items.map((item) =>
      underWay(item, {
        text: this.#text.words,
        common: this.#common.words,
        isOnline: network.isOnline(),
        isStaff: this.#view.isStaff,
        sendAgain: (key) => outbox.sendAgain(key),
        change: (key) => this.#change(outbox.take(key)),
        signIn: () => void this.#host.dispatchEvent(new SignInEvent()),
      }),
    );
  }

  /** In the place of the field. */
  noField(items: readonly OutboxItem[] = []): TemplateResult {
    return noField(this.#standing(), this.#now(), this.#options(items));
  }

  /** What is asked before a reply about one person leaves, when another one was chosen. */
  question(): TemplateResult | undefined {
    const view = this.#view.value;
    if (!view || !this.#chosen) return undefined;
    const title = wrongPersonTitle(view, this.#chosen, this.#text.words);
    return wrongPersonNote(view, { title, text: this.#text.words, onSend: this.#sendAllTheSame, onKeep: this.#keep });
  }

  /** Asks it. */
  ask(chosen: PersonId): void {
    this.#chosen = chosen;
    announce(wrongPersonTitle(this.#view.value!, chosen, this.#text.words));
    this.#focusOn('.ask h3');
  }

  /** Beside the button that sends, when there is more to say than fits. */
  ways(): TemplateResult {
    const { words } = this.#text;
    return html`<button class="button quiet" type="button" @click=${this.#askForVisit}>${words.visit}</button>
      ${this.#wantsCall ? phoneButton(this.#view.phone, this.#common.words.call) : nothing}`;
  }

  /** Sends what goes on from a thread that is over. */
  goOn(client: Client, draft: MessageDraft, author: PersonId | undefined): SendKey {
    this.#isContinuing = false;
    return (this.#continuation = continueThread(client, draft, author));
  }

  /** Shows what goes on from a thread when it was sent from here; a composer that stands alone stays where it is. */
  readonly arrived = (key: SendKey, thread: ThreadId): void => {
    if (key === this.#continuation) this.#open(thread, this.#around());
  };

  /** Forgets what was asked and offered: something else is written. */
  forget(): void {
    this.#chosen = undefined;
    this.#wantsCall = false;
  }

  /** Forgets what was begun: it is another thread, or another reader. */
  leave(): void {
    this.forget();
    this.#isContinuing = false;
    this.#stood = 'none';
  }

  /** It is about the right person after all: they are who is acted for from now on. */
  readonly #sendAllTheSame = (): void => {
    this.#view.client!.selection.choose(this.#view.value!.thread.subject.id);
    void this.#writing.send();
  };

  readonly #keep = (): void => {
    this.#chosen = undefined;
    this.#focusOn('textarea');
  };

  /** Offers the words to whoever on the page books visits. */
  readonly #askForVisit = (): void => {
    const client = this.#view.client!;
    const { subject, reason, id } = this.#view.value!.thread;
    const place = draftPlace(client.reader!, id);
    const wish = { subject: subject.id, reason: reason?.id, threadId: id };
    if (askForVisit(this.#host, client, wish, () => client.drafts.get(place))) return;
    this.#wantsCall = true;
    this.#writing.say(this.#text.words.visitByPhone);
  };

  readonly #continue = (): void => {
    this.#isContinuing = true;
    this.#focusOn('textarea');
  };

  readonly #newer = (): void => this.#open(this.#now()!.thread.continuedBy!, this.#around() ?? this.#host);

  /** Has another thread shown, by whoever listens or else in a pane. */
  #open(thread: ThreadId, pane: ThreadPane | null): void {
    if (this.#host.dispatchEvent(new ThreadSelectEvent(thread)) && pane) pane.thread = thread;
  }

  /** Puts a refused message's words back where they can be changed, under what is being written there. */
  #change(item: OutboxItem | undefined): void {
    if (!item) return;
    const writing = this.#writing;
    writing.draft = putBack(writing.draft, (item.draft as MessageDraft).body);
    this.#continue();
  }

  #focusOn(selector: string): void {
    this.#host.requestUpdate();
    void this.#host.updateComplete.then(() => this.#host.shadowRoot!.querySelector<HTMLElement>(selector)?.focus());
  }

  #standing(): Standing {
    const view = this.#now();
    return view ? standingOf(view, this.#clock.now()) : 'none';
  }

  /** What is known of the thread, with what was sent from it. */
  #now(): ComposerView | undefined {
    const { value } = this.#view;
    return value && withContinuation(value, this.#items());
  }

  #items(): readonly OutboxItem[] {
    const { client, value } = this.#view;
    return value ? client!.outbox.items(value.thread.id) : [];
  }

  #options(items: readonly OutboxItem[] = []): NoFieldOptions {
    const { phone, isStaff } = this.#view;
    return {
      text: this.#text.words,
      common: this.#common.words,
      lang: this.#text.lang,
      now: this.#clock.now(),
      phone,
      isStaff,
      written: this.#writing.draft,
      mayContinue: !items.some(({ kind }) => kind === 'continue'),
      onContinue: this.#continue,
      onNewer: this.#newer,
    };
  }
}
