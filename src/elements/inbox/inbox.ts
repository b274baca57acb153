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
import type { ThreadId } from '../../model/id.js';
import type { Thread } from '../../model/thread.js';
import { icon } from '../../primitives/icon.js';
import { backIcon, offlineIcon } from '../../primitives/icons.js';
import { note, waiting } from '../../primitives/note.js';
import { phoneButton } from '../../primitives/phone-link.js';
import { baseStyles } from '../../theme/base-styles.js';
import { controlStyles } from '../../theme/control-styles.js';
import { noteStyles } from '../../theme/note-styles.js';
import { NextPage } from '../shared/next-page.js';
import { nameOf } from '../shared/person-words.js';
import { offlineError } from '../shared/offline-error.js';
import { phoneQuery } from '../shared/phone-query.js';
import { problemNote } from '../shared/problem-note.js';
import { ThreadSelectEvent } from './inbox-events.js';
import { inboxStyles } from './inbox-styles.js';
import { type InboxView, readInbox, threadId } from './inbox-view.js';
import { NearEnd } from './near-end.js';
import { type RowTelling, threadRow } from './thread-row.js';

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

  /** The thread that is open, by its id. */
  @property() thread?: ThreadId | undefined;

  readonly #text = new LocalizeController(this, 'inbox', english);
  readonly #common = new LocalizeController(this, 'common', common);
  readonly #clock = new ClockController(this);
  readonly #outbox = new OutboxController(this);
  readonly #changed = new Set<ThreadId>();
  readonly #view = new QueryController<InboxView, readonly []>(this, {
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
    query: this.#view,
    idOf: threadId,
    listOf: ({ threads }) => threads,
    read: (client, _, after, signal) => listThreads(client, { after }, { signal }),
    withList: (view, threads) => ({ ...view, threads }),
  });
  readonly #nearEnd = new NearEnd(this, () => void (this.#more.state === 'idle' && this.#more.ask()));
  readonly #broken = phoneQuery(this, () => this.#view.state.status === 'error');
  /** When the newest message of each thread was written, to notice what is new. */
  #newest: ReadonlyMap<ThreadId, string> | undefined;
  #focusNext: ThreadId | 'thread' | undefined;

  /** Reads the list again. */
  refresh(): Promise<void> {
    return this.#view.refresh();
  }

  override render(): TemplateResult {
    return html`<div class="care">${this.#content()}</div>`;
  }

  protected override updated(): void {
    const { state: view } = this.#view;
    if (view.status === 'ready') this.#tellNews(view.value);
    this.#moveFocus();
  }

  #content(): TemplateResult {
    const { state: view } = this.#view;
    const { words } = this.#text;
    if (view.status === 'pending') return waiting(words.waiting);
    if (view.status === 'error') return this.#problem(view.error, this.#broken.phone);
    const { threads } = view.value;
    const isEmpty = threads.items.length === 0 && threads.unreadable === 0 && this.thread === undefined;
    const error = view.problem ?? offlineError(this.#view.client);
    // An open thread says by itself that one is offline; twice would be once too often.
    const isSaid = !error || (error.code === 'offline' && this.thread !== undefined);
    return html`
      ${isSaid ? nothing : html`<div class="problem">${this.#problem(error, view.value.practice?.phone)}</div>`}
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
    return html`<div class="inbox" ?data-open=${this.thread !== undefined}>
      <div class="list">${this.#list(view)} ${this.#foot(view, error)}</div>
      ${this.thread === undefined
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
    return html`<ul class="threads" aria-label=${this.#text.words.label}>
      ${repeat(
        threads.items,
        threadId,
        (thread) => threadRow(thread, telling),
      )}
    </ul>`;
  }

  /** What comes after the last row: more, what could not be read, and from when this is. */
  #foot({ threads, practice, readAt }: InboxView, error: AdapterError | undefined): TemplateResult {
    const { words, lang } = this.#text;
    const isAsking = this.#more.state === 'asking';
    const call = phoneButton(practice?.phone, this.#common.words.call);
    const time = formatWhen(new Date(readAt).toISOString(), this.#clock.now(), { lang });
    return html`
      ${threads.next === undefined
        ? nothing
        : html`<div class="foot more">
            <p role="status">${this.#more.state === 'failed' ? words.noMore : nothing}</p>
            <button class="button" type="button" @click=${this.#more.ask}>${isAsking ? words.loadingMore : words.showMore}</button>
          </div>`}
      ${threads.unreadable > 0
        ? html`<div class="foot">${note({ tone: 'attention', text: words.unreadable(threads.unreadable), actions: call })}</div>`
        : nothing}
      ${error ? html`<p class="foot soft">${words.readAt(time)}</p>` : nothing}
    `;
  }

  #problem(error: AdapterError, phone: string | undefined): TemplateResult {
    const { words } = this.#common;
    const isAllHere = error.code === 'offline' && this.#view.state.status === 'ready';
    if (isAllHere) return note({ ...this.#text.words.offline, mark: offlineIcon });
    return problemNote(error, { host: this, words, phone, retry: () => void this.refresh() });
  }

  /** What came in other threads is announced by who wrote it; the open one tells its own news. */
  #tellNews({ threads, me }: InboxView): void {
    const before = this.#newest;
    this.#newest = new Map(threads.items.map(({ id, lastMessage }) => [id, lastMessage?.at ?? '']));
    if (!before) return;
    for (const { id, lastMessage } of threads.items) {
      if (!lastMessage || lastMessage.author.id === me.id || id === this.thread) continue;
      const known = before.get(id);
      if (known === undefined || Date.parse(lastMessage.at) > Date.parse(known)) {
        announce(this.#text.words.arrived(nameOf(lastMessage.author, this.#common.words.somebody)));
      }
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
      if (isStacked) this.renderRoot.querySelector<HTMLElement>('care-thread')?.focus();
    } else if (next !== undefined) {
      const rows = [...this.renderRoot.querySelectorAll<HTMLButtonElement>('button.thread')];
      rows.find(({ value }) => value === next)?.focus();
    }
  }
}
