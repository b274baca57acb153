import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { announce } from '../../a11y/announcer.js';
import type { AdapterError } from '../../adapter/errors.js';
import type { ThreadFilter } from '../../adapter/ports/messages.js';
import { listThreads } from '../../client/messages.js';
import { ClockController } from '../../controllers/clock-controller.js';
import { LocalizeController } from '../../controllers/localize-controller.js';
import { OutboxController } from '../../controllers/outbox-controller.js';
import { QueryController } from '../../controllers/query-controller.js';
import { ThreadSelectEvent } from '../../controllers/thread-select-event.js';
import { common } from '../../i18n/en/common.js';
import { inbox as english } from '../../i18n/en/inbox.js';
import type { ThreadId } from '../../model/id.js';
import type { Thread } from '../../model/thread.js';
import { icon } from '../../primitives/icon.js';
import { backIcon } from '../../primitives/icons.js';
import { waiting } from '../../primitives/note.js';
import { baseStyles } from '../../theme/base-styles.js';
import { controlStyles } from '../../theme/control-styles.js';
import { noteStyles } from '../../theme/note-styles.js';
import { FocusKeeper } from '../shared/focus-keeper.js';
import { Later } from '../shared/later.js';
import { NearEnd } from '../shared/near-end.js';
import { NextPage } from '../shared/next-page.js';
import { nameOf } from '../shared/person-words.js';
import { ReaderView } from '../shared/reader-view.js';
import { searchBar } from '../shared/search-bar.js';
import type { Finding } from './finding/finding.js';
import { type Known, knownOf, newsSince } from './inbox-news.js';
import { inboxStyles } from './inbox-styles.js';
import { ALL, type InboxView, readInbox, threadId } from './inbox-view.js';
import { listFoot } from './list-foot.js';
import { type RowTelling, threadRow } from './thread-row.js';
import type { UrlParameter } from './url-parameter.js';

/** What the inbox asks of the thread it shows: elements know each other by tag, and never by class. */
interface ThreadPane extends HTMLElement {
  showNew(): void;
}

/**
 * The reader's threads, newest first: with whom, what about, who must act and by when. They can be searched, and
 * narrowed. Opens a thread in itself, beside the list where there is room for both.
 *
 * @tag care-inbox
 * @slot empty - Shown when there is nothing to read yet.
 * @fires {ThreadSelectEvent} care-thread-select - The reader chose a thread. Cancelable: then it is not opened here.
 * @fires {SignInEvent} care-sign-in - The reader wants to sign in. Cancelable.
 * @csspart search - The field for words to look for.
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

  /**
   * The parameter of the page's address that keeps the open thread's id: Back then closes it, and a reload opens it
   * again. None, or one that is not made of letters, digits, `-` and `_`: the address is not touched.
   */
  @property({ attribute: 'url-parameter' }) urlParameter?: string | undefined;

  readonly #text = new LocalizeController(this, 'inbox', english);
  readonly #common = new LocalizeController(this, 'common', common);
  readonly #clock = new ClockController(this);
  readonly #outbox = new OutboxController(this);
  readonly #changed = new Set<ThreadId>();
  #tried = ALL;
  readonly #query: QueryController<InboxView> = new QueryController(this, {
    args: () => [],
    run: async (client, _, signal, previous) => {
      const changed = new Set(this.#changed);
      const filter = this.#filter;
      const view = await readInbox(client, filter, changed, signal, previous).finally(() => (this.#tried = filter));
      for (const id of changed) this.#changed.delete(id);
      return view;
    },
    concerns: ({ thread }) => Boolean(thread && this.#changed.add(thread)),
  });
  readonly #more = new NextPage<Thread, InboxView>(this, {
    query: this.#query,
    idOf: threadId,
    keyOf: ({ me, filter }) => me.id + JSON.stringify(filter),
    listOf: ({ threads }) => threads,
    read: (client, { filter }, after, signal) => listThreads(client, { ...filter, after }, { signal }),
    withList: (view, threads) => ({ ...view, threads }),
  });
  readonly #nearEnd = new NearEnd(this, () => void (this.#more.state === 'idle' && this.#more.ask()));
  readonly #view = new ReaderView(this, this.#query, this.#common);
  readonly #finding: Later<Finding> = new Later(this, async () => {
    const { Finding } = await import('./finding/finding.js');
    return new Finding(this, this.#view, () => {
      this.requestUpdate();
      void this.#query.refresh();
    });
  });
  /** Keeps what is open in the page's address, where the page wants it kept. */
  readonly #address: Later<UrlParameter> = new Later(this, async () => {
    const { UrlParameter } = await import('./url-parameter.js');
    const address = new UrlParameter(this, () => this.urlParameter, (id) => this.#goTo(id as ThreadId | undefined));
    this.thread = (address.read() as ThreadId | undefined) ?? this.thread;
    address.write(this.thread, false);
    return address;
  });
  /** What the reader has been shown, to notice what is new. */
  #known: Known | undefined;
  /** A row, the thread where it has taken the list's place, or the thread wherever it is. */
  #focusNext: ThreadId | 'thread' | 'title' | undefined;
  /** Whether the reader opened or closed a thread: Back undoes that. */
  #isStep = false;

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

  protected override updated(changed: PropertyValues<this>): void {
    const { value } = this.#view;
    // What the page itself does to its address is left as it is.
    if (this.urlParameter && this.#address.value && changed.has('thread')) this.#address.value.write(this.thread, this.#isStep);
    this.#isStep = false;
    if (value) this.#tellNews(value);
    this.#view.tell();
    this.#moveFocus();
  }

  #content(): TemplateResult {
    const { state, error, value } = this.#view;
    if (state.status === 'pending') return waiting(this.#text.words.waiting);
    // A search that is refused takes away neither what is open nor the way back.
    if (!value && (this.#tried === ALL || error!.code === 'auth-required')) return this.#view.note(error!);
    const isEmpty = value && this.#filter === ALL && !this.thread && !value.threads.items.length && !value.threads.unreadable;
    // An open thread says by itself that one is offline; twice would be once too often.
    const isSaid = !error || (error.code === 'offline' && Boolean(this.thread));
    return html`
      ${isSaid ? nothing : html`<div class="problem">${this.#view.note(error)}</div>`}
      ${isEmpty ? this.#empty(value) : this.#panes(value, error)}
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

  #panes(view: InboxView | undefined, error: AdapterError | undefined): TemplateResult {
    const { words } = this.#text;
    return html`<div class="inbox" ?data-open=${Boolean(this.thread)}>
      <div class="list">${this.#searchBar(view)} ${this.#results(view, error)}</div>
      ${!this.thread
        ? html`<p class="choose">${words.choose}</p>`
        : html`<div class="open">
            <button class="button quiet back" type="button" @click=${this.#close}>
              ${icon(backIcon, { turns: true })} ${words.back}
            </button>
            <care-thread thread=${this.thread} @care-thread-select=${this.#onLink}></care-thread>
          </div>`}
    </div>`;
  }

  #searchBar(view: InboxView | undefined): TemplateResult {
    const finding = this.#finding.known;
    return searchBar({
      text: this.#text.words,
      words: finding?.text ?? '',
      isChoosing: finding?.isChoosing ?? false,
      more: this.#finding.hasFailed ? html`<p class="found" role="status">${this.#text.words.noFinding}</p>` : finding?.template(view),
      onType: (words, isDone, reader = this.#view.client?.reader) =>
        void this.#finding.ask().then((found) => found?.type(words, isDone, reader)),
      onFilter: () => void this.#finding.ask().then((found) => found?.toggle()),
    });
  }

  #results(view: InboxView | undefined, error: AdapterError | undefined): TemplateResult | typeof nothing {
    // Rows of what was looked for before stay only until it is known that these are not to be had.
    return !view || (error && view.filter !== this.#filter) ? nothing : html`${this.#list(view)}
        ${listFoot(view, {
          text: this.#text.words,
          lang: this.#text.lang,
          now: this.#clock.now(),
          more: this.#more,
          unreadable: (count) => this.#view.unreadable(count),
          isOld: Boolean(error),
        })}`;
  }

  #list(view: InboxView): TemplateResult {
    const telling: RowTelling = {
      me: view.me,
      text: this.#text.words,
      common: this.#common.words,
      lang: this.#text.lang,
      zone: view.practice?.zone,
      now: this.#clock.now(),
      current: this.thread,
      isPast: this.#clock.isPast,
      sending: ({ id }) => this.#outbox.items(id),
      onSelect: this.#onSelect,
    };
    return html`<ul class="threads" tabindex="-1" aria-label=${this.#text.words.label}>
      ${repeat(this.#more.part(view), threadId, (thread) => threadRow(thread, telling))}
    </ul>`;
  }

  /** What came in other threads is announced by who wrote it; the open one tells its own news. */
  #tellNews(view: InboxView): void {
    const known = knownOf(view);
    for (const author of newsSince(this.#known, known, view, this.thread)) {
      announce(this.#text.words.arrived(nameOf(author, this.#common.words.somebody)));
    }
    this.#known = known;
    this.#finding.known?.tell(view);
  }

  readonly #onSelect = ({ currentTarget }: Event): void => {
    this.#open((currentTarget as HTMLButtonElement).value as ThreadId, 'thread');
  };

  /** A thread that the open one leads to is opened here, as if its row had been chosen. */
  readonly #onLink = (event: ThreadSelectEvent): void => {
    event.stopPropagation();
    event.preventDefault();
    const isElsewhere = this.shadowRoot!.activeElement?.localName !== 'care-thread' && this.matches(':focus-within');
    this.#open(event.threadId, isElsewhere ? undefined : 'title');
  };

  #open(id: ThreadId, focusNext: 'thread' | 'title' | undefined): void {
    if (!this.dispatchEvent(new ThreadSelectEvent(id))) return;
    this.thread = id;
    this.#isStep = true;
    this.#focusNext = focusNext;
    // Now, also where it is open already.
    this.requestUpdate();
  }

  readonly #close = (): void => {
    this.#focusNext = this.thread;
    this.#isStep = true;
    this.thread = undefined;
  };

  /** The reader went back or forth on the page. The focus goes along, unless it is on something else of the page. */
  #goTo(id: ThreadId | undefined): void {
    if (id === this.thread) return;
    const isHere = this.matches(':focus-within') || document.activeElement === document.body;
    if (isHere) this.#focusNext = id ? 'title' : this.thread;
    this.thread = id;
  }

  /** What the list is narrowed to. */
  get #filter(): ThreadFilter {
    return this.#finding.known?.filter ?? ALL;
  }

  /** Where only one pane has room the focus goes along: to the thread's title, and back to the row it came from. */
  #moveFocus(): void {
    const next = this.#focusNext;
    this.#focusNext = undefined;
    if (next === 'thread' || next === 'title') {
      const back = this.renderRoot.querySelector('.back');
      const isStacked = back && getComputedStyle(back).display !== 'none';
      const thread = this.renderRoot.querySelector<ThreadPane>('care-thread');
      if (isStacked || next === 'title') thread?.focus();
      thread?.showNew();
    } else if (next !== undefined) {
      const rows = [...this.renderRoot.querySelectorAll<HTMLButtonElement>('button.thread')];
      rows.find(({ value }) => value === next)?.focus();
    }
  }
}
