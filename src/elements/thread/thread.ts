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
import type { Entry, MessageDraft } from '../../model/message.js';
import { offlineIcon } from '../../primitives/icons.js';
import { note, waiting } from '../../primitives/note.js';
import { phoneButton } from '../../primitives/phone-link.js';
import { baseStyles } from '../../theme/base-styles.js';
import { controlStyles } from '../../theme/control-styles.js';
import { handoverStyles } from '../../theme/handover-styles.js';
import { noteStyles } from '../../theme/note-styles.js';
import { draftPlace } from '../shared/draft-place.js';
import { NextPage } from '../shared/next-page.js';
import { offlineError } from '../shared/offline-error.js';
import { phoneQuery } from '../shared/phone-query.js';
import { problemNote } from '../shared/problem-note.js';
import { custodyHead } from './custody-head.js';
import { lineTemplate } from './line-template.js';
import { newcomers } from './newcomers.js';
import { readBy } from './read-by.js';
import { ReadingController } from './reading-controller.js';
import { entryId, talkOf, withSent } from './talk.js';
import { type LineActions, type Telling, whoIs } from './telling.js';
import { talkStyles } from './talk-styles.js';
import { readView, type ThreadView } from './thread-view.js';

/**
 * One thread: who has it now and by when there is an answer, and all that was written and done, by name and role.
 *
 * @tag care-thread
 * @slot composer - Where the reader replies. A `<care-composer>` by default.
 * @fires {SignInEvent} care-sign-in - The reader wants to sign in, to read or to send what waits. Cancelable.
 * @csspart title - What the thread is called.
 * @csspart custody - Who has it now.
 * @csspart late - What stands there instead when the answer is late.
 * @csspart handover - The line of who had it.
 * @csspart message - One message.
 * @csspart byline - Who wrote it, and when.
 * @csspart event - Something that happened between messages.
 * @csspart state - How far one of the reader's own messages has come.
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
  readonly #view = new QueryController<ThreadView, readonly [ThreadId]>(this, {
    args: () => (this.thread ? [this.thread] : undefined),
    run: (client, [id], signal, previous) => readView(client, id, signal, previous),
    concerns: ({ thread }, [id]) => thread === id,
  });
  readonly #earlier = new NextPage<Entry, ThreadView>(this, {
    query: this.#view,
    idOf: entryId,
    listOf: ({ entries }) => entries,
    read: (client, { thread: { id } }, after, signal) => listEntries(client, { thread: id, after }, { signal }),
    withList: (view, entries) => {
      // What is older is no news.
      newcomers(entries.items, this.#known!.messages, view.me);
      return { ...view, entries };
    },
  });
  readonly #reading = new ReadingController(this, () => this.#shown());
  readonly #broken = phoneQuery(this, () => this.#view.state.status === 'error');
  #known: { readonly thread: ThreadId; readonly messages: Set<MessageId> } | undefined;
  #wantsFocus = false;

  /** Reads the thread again. */
  refresh(): Promise<void> {
    return this.#view.refresh();
  }

  /** Puts the focus on the thread's title, as soon as there is one. */
  override focus(): void {
    this.#wantsFocus = true;
    this.requestUpdate();
  }

  protected override willUpdate(): void {
    const { state: view } = this.#view;
    if (view.status !== 'ready') return;
    const entries = withSent(view.value.entries, this.#sending(view.value));
    if (entries !== view.value.entries) this.#view.set({ ...view, value: { ...view.value, entries } });
  }

  override render(): TemplateResult {
    return html`<div class="care">${this.#content()}</div>`;
  }

  protected override updated(): void {
    const { state: view } = this.#view;
    if (view.status === 'ready') this.#tellNews(view.value);
    if (this.#wantsFocus) this.#takeFocus(view.status === 'pending');
  }

  #content(): TemplateResult | typeof nothing {
    const { state: view } = this.#view;
    if (!this.thread) return nothing;
    if (view.status === 'pending') return waiting(this.#text.words.waiting);
    if (view.status === 'error') return this.#problem(view.error, this.#broken.phone);
    return this.#thread(view.value, view.problem ?? offlineError(this.#view.client));
  }

  #thread(view: ThreadView, error: AdapterError | undefined): TemplateResult {
    const telling = this.#telling(view);
    const { items, unreadable } = view.entries;
    const openings = readBy(items, view.thread.readMarks, view.me);
    return html`
      ${error ? html`<div class="problem">${this.#problem(error, view.practice?.phone)}</div>` : nothing} ${custodyHead(telling)} ${this.#earlierPage(view)}
      <ol class="talk">
        ${repeat(
          talkOf(items, this.#sending(view)),
          ({ key }) => key,
          (line) => lineTemplate(line, openings, telling, this.#actions),
        )}
      </ol>
      ${unreadable > 0 ? this.#unreadable(unreadable, view.practice?.phone) : nothing}
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

  #unreadable(count: number, phone: string | undefined): TemplateResult {
    const actions = phoneButton(phone, this.#common.words.call);
    return html`<div class="unreadable">${note({ tone: 'attention', text: this.#text.words.unreadable(count), actions })}</div>`;
  }

  #problem(error: AdapterError, phone: string | undefined): TemplateResult {
    const { words } = this.#common;
    const isAllHere = error.code === 'offline' && this.#view.state.status === 'ready';
    if (isAllHere) return note({ ...this.#text.words.offline, mark: offlineIcon });
    return problemNote(error, { host: this, words, phone, retry: () => void this.refresh() });
  }

  #telling(view: ThreadView): Telling {
    return {
      view,
      text: this.#text.words,
      common: this.#common.words,
      lang: this.#text.lang,
      now: this.#clock.now(),
      isOnline: this.#view.client?.network.isOnline() ?? true,
      isPast: this.#clock.isPast,
    };
  }

  #sending({ thread }: ThreadView): readonly OutboxItem[] {
    return this.#outbox.items(thread.id);
  }

  #shown(): ReturnType<ConstructorParameters<typeof ReadingController>[1]> {
    const { client, state: view } = this.#view;
    return client && view.status === 'ready' ? { client, view: view.value } : undefined;
  }

  /** What came while the thread is open is announced by who wrote it: its words are not for everybody in the room. */
  #tellNews(view: ThreadView): void {
    const isNewThread = this.#known?.thread !== view.thread.id;
    if (isNewThread) this.#known = { thread: view.thread.id, messages: new Set() };
    const writers = newcomers(view.entries.items, this.#known!.messages, view.me);
    if (isNewThread) return;
    for (const writer of writers) announce(this.#text.words.arrived(whoIs(writer, this.#telling(view))));
  }

  #takeFocus(isWaiting: boolean): void {
    const target = this.renderRoot.querySelector<HTMLElement>('h2, h3, .waiting');
    target?.focus();
    this.#wantsFocus = isWaiting;
  }

  readonly #actions: LineActions = {
    sendAgain: (key) => this.#view.client?.outbox.sendAgain(key),
    change: (key) => this.#change(key),
    signIn: () => void this.dispatchEvent(new SignInEvent()),
  };

  /** Puts a refused message's words back where they can be changed, under what is being written there. */
  #change(key: SendKey): void {
    const { client } = this.#view;
    const draft = client?.outbox.item(key)?.draft as MessageDraft | undefined;
    if (!client || !draft) return;
    const written = client.drafts.get(draftPlace(draft.thread));
    client.drafts.set(draftPlace(draft.thread), written ? `${written}\n\n${draft.body}` : draft.body);
    client.outbox.take(key);
    const slot = this.renderRoot.querySelector<HTMLSlotElement>('slot[name=composer]');
    (slot?.assignedElements({ flatten: true })[0] as HTMLElement | undefined)?.focus();
  }
}
