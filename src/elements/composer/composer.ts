import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { announce } from '../../a11y/announcer.js';
import { sendMessage } from '../../client/messages.js';
import { mayAct } from '../../controllers/act-event.js';
import { ClockController } from '../../controllers/clock-controller.js';
import { LocalizeController } from '../../controllers/localize-controller.js';
import { OutboxController } from '../../controllers/outbox-controller.js';
import { QueryController } from '../../controllers/query-controller.js';
import { common } from '../../i18n/en/common.js';
import { composer as english } from '../../i18n/en/composer.js';
import { formatDue } from '../../i18n/format.js';
import type { ThreadId } from '../../model/id.js';
import { textLength } from '../../model/text-length.js';
import { icon } from '../../primitives/icon.js';
import { alertIcon, sendIcon } from '../../primitives/icons.js';
import { lengthBudget } from '../../primitives/length-budget.js';
import { baseStyles } from '../../theme/base-styles.js';
import { controlStyles } from '../../theme/control-styles.js';
import { noteStyles } from '../../theme/note-styles.js';
import { draftPlace } from '../shared/draft-place.js';
import { FocusKeeper } from '../shared/focus-keeper.js';
import { isolated, nameOf } from '../shared/person-words.js';
import { ReaderView } from '../shared/reader-view.js';
import { isClosed } from '../shared/whose-turn.js';
import { addresseeOf } from './addressee.js';
import { MessageSendEvent } from './composer-events.js';
import { composerStyles } from './composer-styles.js';
import { type ComposerView, readComposer } from './composer-view.js';
import { followReply, tellArrivals } from './follow-reply.js';
import { closedNote, type NoFieldOptions, noMessagesNote } from './no-field.js';

/** How many characters a patient's reply may have. */
const BUDGET = 750;

/**
 * Where a reply is written: to whom it goes, who may open it first, and by when there is an answer.
 *
 * Spelling is not checked, because some browsers send the text away for it: `spellcheck="true"` allows it.
 *
 * @tag care-composer
 * @fires {MessageSendEvent} care-message-send - A reply is about to be sent. Cancelable, and can be made to wait.
 * @fires {MessageSentEvent} care-message-sent - A reply has reached the practice.
 * @fires {SignInEvent} care-sign-in - The reader wants to sign in. Cancelable.
 * @csspart field - Where the words are written.
 * @csspart budget - How much may still be written.
 * @csspart send - The button that sends.
 * @csspart notice - What is said when nothing can be written, or something went wrong.
 * @cssprop [--care-composer-padding=1rem] - Space around it.
 */
export class CareComposer extends LitElement {
  static readonly tagName = 'care-composer';
  static override styles = [baseStyles, controlStyles, noteStyles, composerStyles];

  /** The thread to reply in, by its id. */
  @property() thread?: ThreadId | undefined;

  /** What is in the way of sending, in words. */
  @state() private hindrance = '';
  /** Whether the page prepares a step before the reply is sent. */
  @state() private isPreparing = false;

  readonly #text = new LocalizeController(this, 'composer', english);
  readonly #common = new LocalizeController(this, 'common', common);
  readonly #clock = new ClockController(this);
  readonly #query = new QueryController<ComposerView, readonly [ThreadId]>(this, {
    args: () => (this.thread ? [this.thread] : undefined),
    run: (client, [id], signal) => readComposer(client, id, signal),
    concerns: ({ thread }, [id]) => thread === id,
  });
  readonly #view = new ReaderView(this, this.#query, this.#common);

  constructor() {
    super();
    new OutboxController(this);
    new FocusKeeper(this, 'h3');
  }

  /** Puts the focus where the words are written. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector('textarea')?.focus(options);
  }

  override render(): TemplateResult {
    return html`<div class="care">${this.#content()}</div>`;
  }

  protected override updated(): void {
    const { value } = this.#view;
    this.#view.tell(value && this.#ended(value));
    if (this.#query.client) tellArrivals(this.#query.client, this);
  }

  #content(): TemplateResult | typeof nothing {
    const { state: view } = this.#view;
    if (!this.thread || view.status === 'pending') return nothing;
    if (view.status === 'ready') return this.#composer(view.value);
    if (view.error.code === 'unsupported') return noMessagesNote(this.#noField());
    return html`<div class="composer">${this.#view.note(view.error)}</div>`;
  }

  /** The title of what stands in the place of the field, where nobody can write any more. */
  #ended({ thread, canSend }: ComposerView): string {
    const { closed, noMessages } = this.#text.words;
    return isClosed(thread) ? closed : canSend ? '' : noMessages;
  }

  #composer(view: ComposerView): TemplateResult {
    if (isClosed(view.thread)) return closedNote(this.#noField());
    if (!view.canSend) return noMessagesNote(this.#noField());
    const { words } = this.#text;
    const over = textLength(this.#draft) - this.#budget;
    return html`<form class="composer" novalidate @submit=${this.#onSubmit}>
      <label for="reply">${this.#label(view)}</label>
      <textarea
        id="reply"
        part="field"
        autocomplete="off"
        spellcheck=${this.getAttribute('spellcheck') === 'true' ? 'true' : 'false'}
        writingsuggestions="false"
        aria-describedby="budget hindrance"
        aria-invalid=${over > 0}
        ?readonly=${this.isPreparing}
        .value=${this.#draft}
        @input=${this.#onInput}
        @keydown=${this.#onKeydown}
      ></textarea>
      ${this.#budget === Infinity ? nothing : this.#budgetLine(over)}
      <p class="state heed" id="hindrance" ?hidden=${!this.hindrance}>${icon(alertIcon)}<span>${this.hindrance}</span></p>
      <div class="row">
        <button class="button main" part="send" aria-disabled=${over > 0 || this.isPreparing ? 'true' : nothing}>
          ${icon(sendIcon)} ${words.send}
        </button>
      </div>
    </form>`;
  }

  /** To whom it goes, who may open it first, and by when there is an answer. */
  #label({ thread, me, practice }: ComposerView): TemplateResult {
    const { words, lang } = this.#text;
    const { to, first } = addresseeOf(thread, me);
    const isAwaited = thread.dueAt && thread.turn === 'practice' && me.kind === 'patient' && !this.#clock.isPast(thread.dueAt);
    const due = isAwaited ? formatDue(thread.dueAt!, this.#clock.now(), { lang, zone: practice?.zone }) : '';
    const more = [first ? words.first(nameOf(first, this.#common.words.somebody)) : '', due ? words.answerBy(due) : ''];
    const { somebody } = this.#common.words;
    const name = to ? nameOf(to, somebody) : isolated(thread.practice.name);
    const reply = !to && me.kind === 'staff' ? words.replyAbout(nameOf(thread.subject, somebody)) : words.reply(name);
    return html`<b>${reply}</b> <span class="soft small">${more.filter(Boolean).join(' ')}</span>`;
  }

  #budgetLine(over: number): TemplateResult {
    const { words } = this.#text;
    const count = over > 0 ? words.over(over) : words.left(-over);
    const length = this.#budget + over;
    return lengthBudget({ id: 'budget', length, budget: this.#budget, count, note: over > 0 ? words.nothingCut : '' });
  }

  #noField(): NoFieldOptions {
    const { phone, isStaff } = this.#view;
    return { text: this.#text.words, common: this.#common.words, phone, isStaff, written: this.#draft };
  }

  /** What is written so far lies with the client: it is there again after a message was taken back to be changed. */
  get #draft(): string {
    return (this.#place && this.#query.client?.drafts.get(this.#place)) ?? '';
  }

  get #place(): string | undefined {
    const reader = this.#query.client?.reader;
    return reader && this.thread && draftPlace(reader, this.thread);
  }

  get #budget(): number {
    return this.#view.isStaff ? Infinity : BUDGET;
  }

  readonly #onInput = ({ currentTarget }: Event): void => {
    const wasOver = textLength(this.#draft) > this.#budget;
    const { value } = currentTarget as HTMLTextAreaElement;
    this.#query.client!.drafts.set(this.#place!, value);
    const over = textLength(value) - this.#budget;
    if (over > 0 && !wasOver) announce(this.#text.words.over(over));
    this.hindrance = '';
    this.requestUpdate();
  };

  readonly #onKeydown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
    event.preventDefault();
    void this.#send();
  };

  readonly #onSubmit = (event: Event): void => {
    event.preventDefault();
    void this.#send();
  };

  async #send(): Promise<void> {
    const { client } = this.#query;
    const { thread, isPreparing } = this;
    const [body, place] = [this.#draft, this.#place];
    if (!client || !thread || !place || isPreparing) return;
    const author = client.reader;
    const over = textLength(body) - this.#budget;
    if (body.trim() === '') return this.#hold(this.#text.words.nothingWritten);
    if (over > 0) return this.#hold(this.#text.words.tooLong(over, this.#budget));
    this.isPreparing = true;
    const mayGo = await mayAct(this, new MessageSendEvent(thread), client.clock);
    this.isPreparing = false;
    if (!mayGo) return this.#hold(this.#text.words.stopped);
    followReply(client, sendMessage(client, { thread, body }, author), this.#text.words);
    // What came to it while the page prepared is not sent, and stays.
    if (client.drafts.get(place) === body) client.drafts.set(place, '');
    this.hindrance = '';
    this.requestUpdate();
  }

  #hold(words: string): void {
    this.hindrance = words;
    announce(words);
    this.focus();
  }
}
