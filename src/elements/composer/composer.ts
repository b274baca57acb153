import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { announce } from '../../a11y/announcer.js';
import type { AdapterError } from '../../adapter/errors.js';
import type { OutboxItem } from '../../client/outbox-item.js';
import { ClockController } from '../../controllers/clock-controller.js';
import { LocalizeController } from '../../controllers/localize-controller.js';
import { OutboxController } from '../../controllers/outbox-controller.js';
import { QueryController } from '../../controllers/query-controller.js';
import { SignInEvent } from '../../controllers/sign-in-event.js';
import { ThreadSelectEvent } from '../../controllers/thread-select-event.js';
import { common } from '../../i18n/en/common.js';
import { composer as english } from '../../i18n/en/composer.js';
import type { SendKey, ThreadId } from '../../model/id.js';
import { textLength } from '../../model/text-length.js';
import { phoneButton } from '../../primitives/phone-link.js';
import { baseStyles } from '../../theme/base-styles.js';
import { controlStyles } from '../../theme/control-styles.js';
import { noteStyles } from '../../theme/note-styles.js';
import { FocusKeeper } from '../shared/focus-keeper.js';
import { ReaderView } from '../shared/reader-view.js';
import { composerStyles } from './composer-styles.js';
import { type ComposerView, readComposer } from './composer-view.js';
import { tellArrivals } from './follow-reply.js';
import { noField, type NoFieldOptions, titleOf } from './no-field.js';
import { replyField } from './reply-field.js';
import { replyLabel } from './reply-label.js';
import { lookAgainAt, type Standing, standingOf, withContinuation } from './standing.js';
import { underWay, type UnderWayOptions } from './under-way.js';
import { wrongPersonNote } from './wrong-person.js';
import { WritingController } from './writing-controller.js';

/** What shows a thread: elements know each other by tag, and never by class. */
type ThreadPane = Element & { thread?: ThreadId | undefined };

/**
 * Where a reply is written: to whom it goes, who may open it first, and by when there is an answer. Where nobody would
 * read it there is no field, but the way that leads to somebody.
 *
 * Spelling is not checked, because some browsers send the text away for it: `spellcheck="true"` allows it.
 *
 * @tag care-composer
 * @fires {MessageSendEvent} care-message-send - A reply is about to be sent. Cancelable, and can be made to wait.
 * @fires {MessageSentEvent} care-message-sent - A reply has reached the practice.
 * @fires {ThreadSelectEvent} care-thread-select - The conversation goes on in another thread, which is to be shown. Cancelable.
 * @fires {VisitRequestEvent} care-visit-request - The reader would rather book a visit. Prevent it to take it from there.
 * @fires {SignInEvent} care-sign-in - The reader wants to sign in. Cancelable.
 * @csspart field - Where the words are written.
 * @csspart budget - How much may still be written.
 * @csspart send - The button that sends.
 * @csspart state - How far a message has come, where no thread around it shows it.
 * @csspart notice - What is said when nothing can be written, or something went wrong.
 * @cssprop [--care-composer-padding=1rem] - Space around it.
 */
export class CareComposer extends LitElement {
  static readonly tagName = 'care-composer';
  static override styles = [baseStyles, controlStyles, noteStyles, composerStyles];

  /** The thread to reply in, by its id. */
  @property() thread?: ThreadId | undefined;

  readonly #text = new LocalizeController(this, 'composer', english);
  readonly #common = new LocalizeController(this, 'common', common);
  readonly #clock = new ClockController(this);
  readonly #outbox = new OutboxController(this);
  readonly #query = new QueryController<ComposerView, readonly [ThreadId]>(this, {
    args: () => (this.thread ? [this.thread] : undefined),
    run: (client, [id], signal) => readComposer(client, id, signal),
    concerns: ({ thread }, [id]) => thread === id,
  });
  readonly #view = new ReaderView(this, this.#query, this.#common);
  readonly #writing = new WritingController(this, {
    client: () => this.#query.client,
    id: () => this.thread,
    view: () => this.#view.value,
    words: () => this.#text.words,
    focus: () => void this.updateComplete.then(() => this.focus()),
  });
  #standing: Standing = 'none';
  #stood: Standing = 'none';

  constructor() {
    super();
    new FocusKeeper(this, 'h3, textarea, .under-way');
  }

  /** Puts the focus where the words are written, or where it says why none can be. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('textarea, h3')?.focus(options);
  }

  override render(): TemplateResult {
    this.#standing = this.#value ? standingOf(this.#value, this.#clock.now()) : 'none';
    return html`<div class="care">${this.#content()}</div>`;
  }

  protected override updated(): void {
    const view = this.#value;
    this.#view.tell(view && titleOf(this.#standing, view, this.#noField()));
    if (this.#stood === 'gated' && this.#standing === 'open') announce(this.#text.words.opened);
    this.#stood = this.#standing;
    if (this.#query.client) tellArrivals(this.#query.client, this, this.#onArrival);
  }

  #content(): TemplateResult | typeof nothing {
    const { state: view } = this.#view;
    if (!this.thread || view.status === 'pending') return nothing;
    const content = view.status === 'ready' ? this.#composer(this.#value!) : this.#problem(view.error);
    return html`<div class="composer">${content}</div>`;
  }

  #problem(error: AdapterError): TemplateResult {
    return error.code === 'unsupported' ? noField('none', undefined, this.#noField()) : this.#view.note(error);
  }

  #composer(view: ComposerView): TemplateResult {
    const again = lookAgainAt(view, this.#clock.now());
    if (again) this.#clock.isPast(again);
    const isShownAround = this.#threadAround !== null;
    const items = this.#items.filter(({ kind, state }) => state.status !== 'sent' && (kind === 'continue' || !isShownAround));
    const isWriting = this.#standing === 'open' || (this.#standing === 'continuable' && this.#writing.isContinuing);
    return html`${items.map((item) => underWay(item, this.#ways))}
    ${isWriting ? this.#field(view) : noField(this.#standing, view, this.#noField(items))}`;
  }

  #field(view: ComposerView): TemplateResult {
    const writing = this.#writing;
    const { words, lang } = this.#text;
    const { isPast } = this.#clock;
    const { question: title, sendAllTheSame: onSend, doNotSend: onKeep } = writing;
    return replyField(writing, {
      text: words,
      label: replyLabel(view, { text: words, common: this.#common.words, lang, now: this.#clock.now(), isPast }),
      length: textLength(writing.draft),
      isSpellchecked: this.getAttribute('spellcheck') === 'true',
      way: writing.wantsCall ? phoneButton(this.#view.phone, this.#common.words.call) : nothing,
      question: title ? wrongPersonNote(view, { title, text: words, onSend, onKeep }) : nothing,
    });
  }

  #noField(items: readonly OutboxItem[] = []): NoFieldOptions {
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
      onContinue: this.#writing.goOn,
      onNewer: this.#onNewer,
    };
  }

  get #ways(): UnderWayOptions {
    const { outbox, network } = this.#query.client!;
    return {
      text: this.#text.words,
      common: this.#common.words,
      isOnline: network.isOnline(),
      isStaff: this.#view.isStaff,
      sendAgain: (key) => outbox.sendAgain(key),
      change: (key) => {
        const item = outbox.take(key);
        if (item) this.#writing.takeBack(item);
      },
      signIn: () => void this.dispatchEvent(new SignInEvent()),
    };
  }

  /** What is known of the thread. */
  get #value(): ComposerView | undefined {
    const { value } = this.#view;
    return value && withContinuation(value, this.#items);
  }

  get #items(): readonly OutboxItem[] {
    return this.thread ? this.#outbox.items(this.thread) : [];
  }

  /** The thread this stands in, which shows what is sent. */
  get #threadAround(): ThreadPane | null {
    const { host } = this.getRootNode() as Partial<ShadowRoot>;
    return host?.localName === 'care-thread' ? host : this.closest('care-thread');
  }

  readonly #onNewer = (): void => this.#open(this.#value!.thread.continuedBy!, this.#threadAround ?? this);

  readonly #onArrival = (key: SendKey, thread: ThreadId): void => {
    // A composer that stands alone stays where it is: what goes on elsewhere is one press away.
    if (key === this.#writing.continuation) this.#open(thread, this.#threadAround);
  };

  /** Has another thread shown, by whoever listens or else in a pane. */
  #open(thread: ThreadId, pane: ThreadPane | null): void {
    if (this.dispatchEvent(new ThreadSelectEvent(thread)) && pane) pane.thread = thread;
  }
}
