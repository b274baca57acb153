import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { announce } from '../../a11y/announcer.js';
import type { AdapterError } from '../../adapter/errors.js';
import { listThreads } from '../../client/messages.js';
import { ClockController } from '../../controllers/clock-controller.js';
import { LocalizeController } from '../../controllers/localize-controller.js';
import { OutboxController } from '../../controllers/outbox-controller.js';
import { QueryController } from '../../controllers/query-controller.js';
import { common } from '../../i18n/en/common.js';
import { inbox as english } from '../../i18n/en/inbox.js';
import { formatWhen } from '../../i18n/format.js';
import type { PersonId, ThreadId } from '../../model/id.js';
import type { Thread } from '../../model/thread.js';
import { icon } from '../../primitives/icon.js';
import { backIcon } from '../../primitives/icons.js';
import { waiting } from '../../primitives/note.js';
import { baseStyles } from '../../theme/base-styles.js';
import { controlStyles } from '../../theme/control-styles.js';
import { noteStyles } from '../../theme/note-styles.js';
import { FocusKeeper } from '../shared/focus-keeper.js';
import { NextPage } from '../shared/next-page.js';
import { nameOf } from '../shared/person-words.js';
import { ReaderView } from '../shared/reader-view.js';
import { ThreadSelectEvent } from '../../controllers/thread-select-event.js';
import { inboxStyles } from './inbox-styles.js';
import { type InboxView, readInbox, threadId } from './inbox-view.js';
import { NearEnd } from './near-end.js';
import { type RowTelling, threadRow } from './thread-row.js';

/** What the inbox asks of the thread it shows: elements know each other by tag, and never by class. */
interface ThreadPane extends HTMLElement {
  showNew(): void;
}

/**
 * The reader's threads, newest first: with whom, what about, who must act and by when. Opens a thread in itself, beside
 * the list where there is room for both.
 *
 * @tag care-inbox
 * @slot empty - Shown when there is nothing to read yet.
 * @fires {ThreadSelectEvent} care-thread-select - The reader chose a thread. Cancelable: then it is not opened here.
 * @fires {SignInEvent} care-sign-in - The reader wants to sign in. Cancelable.
 * @csspart thread - The button for one thread.
 * @csspart title - What it is called, or for staff whose it is.
 * @csspart who - Who deals with it.
 * @csspart unread - How many new messages there are in it.
 * @csspart turn - Who must act.
 * @csspart notice - What is said when there is nothing to show, or something went wrong.
 * @cssprop [--care-inbox-gap=0] - Space between threads.
 */
export class CareInbox extends LitElement {
  static readonly tagName = 'care-inbox';
  static override styles = [baseStyles, controlStyles, noteStyles, inboxStyles];

  /** The thread that is open, by its id. Empty or not there: none is. */
  @property() thread?: ThreadId | undefined;

  readonly #text = new LocalizeController(this, 'inbox', english);
  readonly #common = new LocalizeController(this, 'common', common);
  readonly #clock = new ClockController(this);
  readonly #outbox = new OutboxController(this);
  readonly #changed = new Set<ThreadId>();
  readonly #query = new QueryController<InboxView, readonly []>(this, {
    args: () => [],
    run: async (client, _, signal, previous) => {
      const changed = new Set(this.#changed);
      const view = await readInbox(client, changed, signal, previous);
      for (const id of changed) this.#changed.delete(id);
      return view;
    },
    concerns: ({ thread }) => Boolean(thread && this.#changed.add(thread)),
  });
  readonly #more = new NextPage<Thread, InboxView>(this, {
    query: this.#query,
    idOf: threadId,
    keyOf: ({ me }) => me.id,
    listOf: ({ threads }) => threads,
    read: (client, _, after, signal) => listThreads(client, { after }, { signal }),
    withList: (view, threads) => ({ ...view, threads }),
  });
  readonly #nearEnd = new NearEnd(this, () => void (this.#more.state === 'idle' && this.#more.ask()));
  readonly #view = new ReaderView(this, this.#query, this.#common);
  /** Until when this reader knows each thread, and all threads together, to notice what is new. In milliseconds. */
  #known: { readonly me: PersonId; readonly at: ReadonlyMap<ThreadId, number>; readonly floor: number } | undefined;
  #focusNext: ThreadId | 'thread' | undefined;

  constructor() {
    super();
    new FocusKeeper(this, '.threads, h3, .waiting');
  }

  /** Reads the list again. */
  refresh(): Promise<void> {
    return this.#query.refresh();
  }

  protected override willUpdate(): void {
    const { value } = this.#view;
    // What somebody else had open is not opened for who signs in next.
    if (value && this.#known && this.#known.me !== value.me.id) this.thread = undefined;
  }

  override render(): TemplateResult {
    return html`<div class="care">${this.#content()}</div>`;
  }

  protected override updated(): void {
    const { value } = this.#view;
    if (value) this.#tellNews(value);
    this.#view.tell();
    this.#moveFocus();
  }

  #content(): TemplateResult {
    const { state: view } = this.#view;
    const { words } = this.#text;
    if (view.status === 'pending') return waiting(words.waiting);
    if (view.status === 'error') return this.#view.note(view.error);
    const { threads } = view.value;
    const isEmpty = threads.items.length === 0 && threads.unreadable === 0 && !this.thread;
    const { error } = this.#view;
    // An open thread says by itself that one is offline; twice would be once too often.
    const isSaid = !error || (error.code === 'offline' && Boolean(this.thread));
    return html`
      ${isSaid ? nothing : html`<div class="problem">${this.#view.note(error)}</div>`}
      ${isEmpty ? this.#empty(view.value) : this.#panes(view.value, error)}
    `;
  }

  #empty({ me }: InboxView): TemplateResult {
    const { words } = this.#text;
    return html`<slot name="empty">
      <div class="stack close">
        <h3>${words.emptyTitle}</h3>
        <p>${me.kind === 'staff' ? words.emptyForStaff : words.empty}</p>
      </div>
    </slot>`;
  }

  #panes(view: InboxView, error: AdapterError | undefined): TemplateResult {
    const { words } = this.#text;
    return html`<div class="inbox" ?data-open=${Boolean(this.thread)}>
      <div class="list">${this.#list(view)} ${this.#foot(view, error)}</div>
      ${!this.thread
        ? html`<p class="choose">${words.choose}</p>`
        : html`<div class="open">
            <button class="button quiet back" type="button" @click=${this.#close}>
              ${icon(backIcon, { turns: true })} ${words.back}
            </button>
            <care-thread thread=${this.thread}></care-thread>
          </div>`}
    </div>`;
  }

  #list({ me, practice, threads }: InboxView): TemplateResult {
    const telling: RowTelling = {
      me,
      text: this.#text.words,
      common: this.#common.words,
      lang: this.#text.lang,
      zone: practice?.zone,
      now: this.#clock.now(),
      current: this.thread,
      isPast: this.#clock.isPast,
      sending: ({ id }) => this.#outbox.items(id),
      onSelect: this.#onSelect,
    };
    return html`<ul class="threads" tabindex="-1" aria-label=${this.#text.words.label}>
      ${repeat(
        threads.items,
        threadId,
        (thread) => threadRow(thread, telling),
      )}
    </ul>`;
  }

  /** What comes after the last row: more, what could not be read, and from when this is. */
  #foot({ threads, readAt }: InboxView, error: AdapterError | undefined): TemplateResult {
    const { words, lang } = this.#text;
    const isAsking = this.#more.state === 'asking';
    const time = formatWhen(new Date(readAt).toISOString(), this.#clock.now(), { lang });
    return html`
      ${threads.next === undefined
        ? nothing
        : html`<div class="foot more">
            <p role="status">${this.#more.state === 'failed' ? words.noMore : nothing}</p>
            <button class="button" type="button" @click=${this.#more.ask}>${isAsking ? words.loadingMore : words.showMore}</button>
          </div>`}
      ${threads.unreadable > 0
        ? html`<div class="foot">${this.#view.unreadable(threads.unreadable)}</div>`
        : nothing}
      ${error ? html`<p class="foot soft">${words.readAt(time)}</p>` : nothing}
    `;
  }

  /** What came in other threads is announced by who wrote it; the open one tells its own news. */
  #tellNews({ threads: { items, next }, me }: InboxView): void {
    const before = this.#known;
    // Further down is what has changed before: it is no news when it is paged in.
    const floor = next === undefined ? 0 : Math.min(...items.map(({ updatedAt }) => Date.parse(updatedAt)));
    const at = new Map(items.map(({ id, lastMessage }) => [id, Date.parse(lastMessage?.at ?? '1970')]));
    this.#known = { me: me.id, at, floor };
    if (before?.me !== me.id) return;
    for (const { id, lastMessage } of items) {
      if (!lastMessage || lastMessage.author.id === me.id || id === this.thread) continue;
      if (at.get(id)! <= (before.at.get(id) ?? before.floor)) continue;
      announce(this.#text.words.arrived(nameOf(lastMessage.author, this.#common.words.somebody)));
    }
  }

  readonly #onSelect = ({ currentTarget }: Event): void => {
    const id = (currentTarget as HTMLButtonElement).value as ThreadId;
    if (!this.dispatchEvent(new ThreadSelectEvent(id))) return;
    this.thread = id;
    this.#focusNext = 'thread';
  };

  readonly #close = (): void => {
    this.#focusNext = this.thread;
    this.thread = undefined;
  };

  /** Where only one pane has room the focus goes along: to the thread's title, and back to the row it came from. */
  #moveFocus(): void {
    const next = this.#focusNext;
    this.#focusNext = undefined;
    if (next === 'thread') {
      const back = this.renderRoot.querySelector('.back');
      const isStacked = back && getComputedStyle(back).display !== 'none';
      const thread = this.renderRoot.querySelector<ThreadPane>('care-thread');
      if (isStacked) thread?.focus();
      thread?.showNew();
    } else if (next !== undefined) {
      const rows = [...this.renderRoot.querySelectorAll<HTMLButtonElement>('button.thread')];
      rows.find(({ value }) => value === next)?.focus();
    }
  }
}
