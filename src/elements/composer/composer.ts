import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { AdapterError } from '../../adapter/errors.js';
import { ClockController } from '../../controllers/clock-controller.js';
import { LocalizeController } from '../../controllers/localize-controller.js';
import { OutboxController } from '../../controllers/outbox-controller.js';
import { QueryController } from '../../controllers/query-controller.js';
import { common } from '../../i18n/en/common.js';
import { composer as english } from '../../i18n/en/composer.js';
import type { ThreadId } from '../../model/id.js';
import { textLength } from '../../model/text-length.js';
import { baseStyles } from '../../theme/base-styles.js';
import { controlStyles } from '../../theme/control-styles.js';
import { noteStyles } from '../../theme/note-styles.js';
import { FocusKeeper } from '../shared/focus-keeper.js';
import { Later } from '../shared/later.js';
import { ReaderView } from '../shared/reader-view.js';
import { composerStyles } from './composer-styles.js';
import { type ComposerView, isOpen, readComposer } from './composer-view.js';
import { tellArrivals } from './follow-reply.js';
import type { ComposerMore, ThreadPane } from './more/composer-more.js';
import { replyField } from './reply-field.js';
import { replyLabel } from './reply-label.js';
import { WritingController } from './writing-controller.js';

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
 * @fires {VisitRequestEvent} care-visit-request - The reader would rather book a visit. Prevent it to take it from here; else a picker on the page does.
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
    run: async (client, [id], signal) => {
      const view = await readComposer(client, id, signal);
      // A field stays until what takes its place is there, and the focus goes along. Without that, there is none.
      if (!isOpen(view) && !(await this.#more.ask())) throw new AdapterError('partial', 'a part did not load');
      return view;
    },
    concerns: ({ thread }, [id]) => thread === id,
  });
  /** What had the focus before it was drawn. */
  #focused: Element | null = null;
  readonly #view = new ReaderView(this, this.#query, this.#common);
  readonly #more: Later<ComposerMore> = new Later(this, async () => {
    const { ComposerMore } = await import('./more/composer-more.js');
    return new ComposerMore(this, this.#view, this.#writing, this.#threadAround);
  });
  readonly #writing = new WritingController(this, {
    client: () => this.#query.client,
    id: () => this.thread,
    view: () => this.#view.value,
    words: () => this.#text.words,
    more: this.#more,
  });

  constructor() {
    super();
    new FocusKeeper(this, 'h3, textarea, .under-way');
  }

  /** Puts the focus where the words are written, or where it says why none can be. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('textarea, h3')?.focus(options);
  }

  override render(): TemplateResult {
    return html`<div class="care">${this.#content()}</div>`;
  }

  protected override willUpdate(): void {
    this.#focused = this.shadowRoot!.activeElement;
  }

  protected override updated(): void {
    const { value } = this.#view;
    const more = this.#more.known;
    const { activeElement } = this.shadowRoot!;
    // What takes the focus is read out by that.
    this.#view.tell(value && (more?.title() ?? ''), activeElement?.localName === 'h3' && activeElement !== this.#focused);
    if (this.#query.client) tellArrivals(this.#query.client, this, (...arrival) => more?.arrived(...arrival));
  }

  #content(): TemplateResult | typeof nothing {
    const { state: view } = this.#view;
    if (!this.thread || view.status === 'pending') return nothing;
    return html`<div class="composer">${view.status === 'ready' ? this.#composer(view.value) : this.#problem(view.error)}</div>`;
  }

  #problem(error: AdapterError): TemplateResult {
    const { code } = error;
    const reload = code === 'partial' ? html`<p>${this.#text.words.reload}</p>` : nothing;
    return (code === 'unsupported' && this.#more.value?.noField()) || html`${this.#view.note(error)} ${reload}`;
  }

  #composer(view: ComposerView): TemplateResult {
    const isAlone = !this.#threadAround();
    const items = this.#outbox.items(view.thread.id).filter(({ kind, state }) => state.status !== 'sent' && (isAlone || kind === 'continue'));
    const more = items.length > 0 ? this.#more.value : this.#more.known;
    const { ask, hasFailed } = this.#more;
    // What was sent would be gone from sight without a word.
    const missing =
      hasFailed && items.length > 0
        ? html`<p role="status">${this.#text.words.reload}</p>
            <button class="button" type="button" @click=${ask}>${this.#common.words.tryAgain}</button>`
        : nothing;
    return html`${more?.underWay(items) ?? missing} ${isOpen(view) || more?.isWriting ? this.#field(view) : more?.noField(items)}`;
  }

  #field(view: ComposerView): TemplateResult {
    const { words, lang } = this.#text;
    const { isPast } = this.#clock;
    const length = textLength(this.#writing.draft);
    return replyField(this.#writing, {
      text: words,
      label: replyLabel(view, { text: words, common: this.#common.words, lang, now: this.#clock.now(), isPast }),
      length,
      isSpellchecked: this.getAttribute('spellcheck') === 'true',
      ways: length > this.#writing.budget ? this.#more.value?.ways() : nothing,
      question: this.#more.known?.question(),
    });
  }

  /** The thread this stands in, which shows what is sent. */
  readonly #threadAround = (): ThreadPane | null => {
    const { host } = this.getRootNode() as Partial<ShadowRoot>;
    return host?.localName === 'care-thread' ? host : this.closest('care-thread');
  };
}
