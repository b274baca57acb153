import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { announce } from '../../a11y/announcer.js';
import type { AdapterError } from '../../adapter/errors.js';
import { listEntries } from '../../client/messages.js';
import type { OutboxItem } from '../../client/outbox-item.js';
import { ClockController } from '../../controllers/clock-controller.js';
import { LocalizeController } from '../../controllers/localize-controller.js';
import { OutboxController } from '../../controllers/outbox-controller.js';
import { QueryController } from '../../controllers/query-controller.js';
import { SignInEvent } from '../../controllers/sign-in-event.js';
import { common } from '../../i18n/en/common.js';
import { thread as english } from '../../i18n/en/thread.js';
import type { MessageId, SendKey, ThreadId } from '../../model/id.js';
import type { Entry } from '../../model/message.js';
import type { MessageDraft } from '../../model/message-draft.js';
import { waiting } from '../../primitives/note.js';
import { baseStyles } from '../../theme/base-styles.js';
import { controlStyles } from '../../theme/control-styles.js';
import { handoverStyles } from '../../theme/handover-styles.js';
import { noteStyles } from '../../theme/note-styles.js';
import { draftPlace, putBack } from '../shared/draft-place.js';
import { FocusKeeper } from '../shared/focus-keeper.js';
import { NextPage } from '../shared/next-page.js';
import { ReaderView } from '../shared/reader-view.js';
import { whoseTurn } from '../shared/whose-turn.js';
import { custodyHead } from './custody-head.js';
import { Later } from '../shared/later.js';
import { lineTemplate } from './line-template.js';
import { newcomers } from './newcomers.js';
import { readBy } from './read-by.js';
import { ReadingController } from './reading-controller.js';
import { daysOf, entryId, talkOf, withSent } from './talk.js';
import { type LineActions, type More, type Telling, whoIs } from './telling.js';
import { talkStyles } from './talk-styles.js';
import { tellOverdue } from './thread-events.js';
import { isLong, readView, type ThreadView, viewKey } from './thread-view.js';

const keyOf = ({ key }: { readonly key: string }): string => key;

/**
 * One thread: who has it now and by when there is an answer, and all that was written and done, by name and role. In
 * answers to what is asked for, spelling is not checked, because some browsers send the text away for it:
 * `spellcheck="true"` allows it.
 *
 * @tag care-thread
 * @slot composer - Where the reader replies. A `<care-composer>` by default.
 * @fires {MessageSendEvent} care-message-send - An answer to what is asked for is about to be sent. Cancelable, and waits.
 * @fires {MessageSentEvent} care-message-sent - Such an answer has reached the practice.
 * @fires {AppointmentActEvent} care-appointment-act - An offered time is about to be booked. Cancelable, and waits.
 * @fires {AppointmentChangedEvent} care-appointment-changed - An offered time has been booked.
 * @fires {SignInEvent} care-sign-in - The reader wants to sign in, to read or to send what waits. Cancelable.
 * @fires {ThreadSelectEvent} care-thread-select - The reader follows a link to another thread, which is then shown here. Cancelable.
 * @fires {ThreadOverdueEvent} care-thread-overdue - The answer is late. Once per thread and promise.
 * @fires {VisitRequestEvent} care-visit-request - The reader would rather book a visit. Prevent it to take it from here; else a picker on the page does.
 * @csspart title - What the thread is called.
 * @csspart custody - Who has it now.
 * @csspart late - What stands there instead when the answer is late.
 * @csspart wish - How the patient wants to be answered.
 * @csspart handover - The line of who had it.
 * @csspart message - One message.
 * @csspart byline - Who wrote it, and when.
 * @csspart event - Something that happened between messages.
 * @csspart state - How far one of the reader's own messages has come.
 * @csspart enclosed - Something in a message that can be acted on.
 * @csspart field - A question in what is asked for.
 * @csspart choice - One of several answers to it.
 * @csspart new - The button that leads to messages that have just come.
 * @csspart more - What keeps a thread on paper or in a file.
 * @csspart composer - Around the reply.
 * @csspart notice - What is said when there is nothing to show, or something went wrong.
 */
export class CareThread extends LitElement {
  static readonly tagName = 'care-thread';
  static override styles = [baseStyles, controlStyles, noteStyles, talkStyles, handoverStyles];

  /** The thread to show, by its id. */
  @property() thread?: ThreadId | undefined;

  readonly #text = new LocalizeController(this, 'thread', english);
  readonly #common = new LocalizeController(this, 'common', common);
  readonly #clock = new ClockController(this);
  readonly #outbox = new OutboxController(this);
  readonly #query = new QueryController<ThreadView, readonly [ThreadId]>(this, {
    args: () => (this.thread ? [this.thread] : undefined),
    run: (client, [id], signal, previous) => readView(client, id, signal, previous),
    concerns: ({ thread }, [id]) => thread === id,
  });
  readonly #earlier = new NextPage<Entry, ThreadView>(this, {
    query: this.#query,
    idOf: entryId,
    keyOf: viewKey,
    listOf: ({ entries }) => entries,
    read: async (client, { thread: { id } }, after, signal) => {
      // Older messages come above what is being read. Where this cannot be had, most browsers keep the place themselves.
      this.#keeping ??= import('./more/place-keeper.js').then(({ PlaceKeeper }) => void new PlaceKeeper(this)).catch(() => {});
      const [page] = await Promise.all([listEntries(client, { thread: id, after }, { signal }), this.#keeping]);
      return page;
    },
    withList: (view, entries) => {
      // What is older is no news.
      newcomers(entries.items, this.#known!.messages, view.me);
      return { ...view, entries };
    },
  });
  readonly #view = new ReaderView(this, this.#query, this.#common);
  readonly #reading = new ReadingController(this, this.#view);
  readonly #more = new Later<More>(this, async () => {
    const { ThreadMore } = await import('./more/thread-more.js');
    return new ThreadMore(this, this.#view);
  });
  /** What this reader has been shown of this thread. */
  #known: { readonly key: string; readonly messages: Set<MessageId> } | undefined;
  #keeping: Promise<void> | undefined;
  #wantsFocus = false;
  #wantsNew = false;

  constructor() {
    super();
    new FocusKeeper(this, 'h2, h3, .waiting');
  }

  /** Reads the thread again. */
  refresh(): Promise<void> {
    return this.#query.refresh();
  }

  /** Puts the focus on the thread's title, as soon as there is one. */
  override focus(): void {
    this.#wantsFocus = true;
    this.requestUpdate();
  }

  /** Brings the first message that is new to the reader into view, as soon as it is there. */
  showNew(): void {
    this.#wantsNew = true;
    this.requestUpdate();
  }

  protected override willUpdate(): void {
    const { state: view } = this.#view;
    if (view.status !== 'ready') return;
    const entries = withSent(view.value.entries, this.#sending(view.value));
    if (entries !== view.value.entries) this.#query.set({ ...view, value: { ...view.value, entries } });
  }

  override render(): TemplateResult {
    return html`<div class="care">${this.#content()}</div>`;
  }

  protected override updated(): void {
    const { value } = this.#view;
    this.#view.tell();
    if (this.#wantsFocus) this.#takeFocus();
    if (!value) return;
    this.#tellNews(value);
    this.#tellLate(value);
    if (this.#wantsNew) this.#reading.showUnread(value);
    this.#wantsNew = false;
  }

  #content(): TemplateResult | typeof nothing {
    const { state: view } = this.#view;
    if (!this.thread) return nothing;
    if (view.status === 'pending') return waiting(this.#text.words.waiting);
    if (view.status === 'error') return this.#view.note(view.error);
    return this.#thread(view.value, this.#view.error);
  }

  #thread(view: ThreadView, error: AdapterError | undefined): TemplateResult {
    const telling = this.#telling(view);
    const { items, unreadable } = view.entries;
    const openings = readBy(items, view.thread.readMarks, view.me);
    return html`
      ${error ? html`<div class="problem">${this.#view.note(error)}</div>` : nothing} ${custodyHead(telling)} ${this.#earlierPage(view)}
      <div class="talk">
        ${repeat(
          daysOf(talkOf(items, this.#sending(view))),
          keyOf,
          ({ lines }) => html`<ol>
            ${repeat(lines, keyOf, (line) => lineTemplate(line, openings, telling, this.#acts))}
          </ol>`,
        )}
      </div>
      ${this.#reading.fresh > 0 ? this.#more.value?.newer(this.#reading) : nothing} ${unreadable > 0 ? html`<div class="unreadable">${this.#view.unreadable(unreadable)}</div>` : nothing}
      ${this.#ways(telling)}
      <div class="reply" part="composer">
        <slot name="composer"><care-composer thread=${view.thread.id}></care-composer></slot>
      </div>
    `;
  }

  #earlierPage({ entries }: ThreadView): TemplateResult | typeof nothing {
    const { words } = this.#text;
    if (entries.next === undefined) return nothing;
    const isAsking = this.#earlier.state === 'asking';
    return html`<div class="earlier">
      <p class="small" role="status">${this.#earlier.state === 'failed' ? words.noEarlier : nothing}</p>
      <button class="button" type="button" @click=${this.#earlier.ask}>
        ${isAsking ? words.loadingEarlier : words.earlier}
      </button>
    </div>`;
  }

  /** What can be done at the end, beside writing. */
  #ways(telling: Telling): TemplateResult {
    const { text, view, common: say } = telling;
    const more = this.#more;
    const isAsked = view.me.kind === 'patient' && (view.thread.turn === 'patient' || isLong(view));
    const there = isAsked ? more.value : more.known;
    return html`<div class="ways">
      ${there?.ways(telling)}
      <details part="more" @toggle=${() => more.value}>
        <summary>${text.keep}</summary>
        ${there?.keeping(telling)}
      </details>
      ${more.hasFailed
        ? html`<p class="small" role="status">${text.notAll}</p>
            <button class="button" type="button" @click=${more.ask}>${say.tryAgain}</button>`
        : nothing}
    </div>`;
  }

  #telling(view: ThreadView): Telling {
    return {
      view,
      text: this.#text.words,
      common: this.#common.words,
      lang: this.#text.lang,
      now: this.#clock.now(),
      isOnline: this.#query.client?.network.isOnline() ?? true,
      isPast: this.#clock.isPast,
      more: this.#more,
    };
  }

  #sending({ thread }: ThreadView): readonly OutboxItem[] {
    return this.#outbox.items(thread.id);
  }

  /** What came while the thread is open is announced by who wrote it: its words are not for everybody in the room. */
  #tellNews(view: ThreadView): void {
    const key = viewKey(view);
    const isNewThread = this.#known?.key !== key;
    if (isNewThread) this.#known = { key, messages: new Set() };
    const news = newcomers(view.entries.items, this.#known!.messages, view.me);
    this.#reading.arrived(isNewThread ? undefined : news.length);
    if (isNewThread) return;
    const names = new Set(news.map(({ author }) => whoIs(author, this.#telling(view))));
    for (const name of names) announce(this.#text.words.arrived(name));
  }

  #tellLate({ thread, me }: ThreadView): void {
    const { client } = this.#view;
    if (client && whoseTurn(thread, me, this.#clock.isPast) === 'late') tellOverdue(this, client, thread.id, thread.dueAt);
  }

  #takeFocus(): void {
    const target = this.renderRoot.querySelector<HTMLElement>('h2, h3, .waiting');
    target?.focus();
    this.#wantsFocus = !target;
  }

  readonly #acts: LineActions = {
    sendAgain: (key) => this.#view.client?.outbox.sendAgain(key),
    change: (key) => this.#change(key),
    signIn: () => void this.dispatchEvent(new SignInEvent()),
  };

  /** Puts what was refused back where it can be changed, under what is being written there. */
  #change(key: SendKey): void {
    const { client } = this.#view;
    const item = client?.outbox.item(key);
    if (!client?.reader || !item) return;
    const { thread, body, detail } = item.draft as MessageDraft;
    if (detail) return this.#more.known?.restore(key);
    if (!client.outbox.take(key)) return;
    const place = draftPlace(client.reader, thread);
    client.drafts.set(place, putBack(client.drafts.get(place), body));
    const slot = this.renderRoot.querySelector<HTMLSlotElement>('slot[name=composer]');
    (slot?.assignedElements({ flatten: true })[0] as HTMLElement | undefined)?.focus();
  }
}
