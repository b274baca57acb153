import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { announce } from '../../a11y/announcer.js';
import type { AdapterError } from '../../adapter/errors.js';
import { noteVisit } from '../../client/results.js';
import { ClientController } from '../../controllers/client-controller.js';
import { ClockController } from '../../controllers/clock-controller.js';
import { LocalizeController } from '../../controllers/localize-controller.js';
import { QueryController } from '../../controllers/query-controller.js';
import { common } from '../../i18n/en/common.js';
import { results as english } from '../../i18n/en/results.js';
import type { PersonId } from '../../model/id.js';
import type { Visit } from '../../model/release.js';
import type { Result } from '../../model/result.js';
import { waiting } from '../../primitives/note.js';
import { baseStyles } from '../../theme/base-styles.js';
import { controlStyles } from '../../theme/control-styles.js';
import { noteStyles } from '../../theme/note-styles.js';
import { FocusKeeper } from '../shared/focus-keeper.js';
import { Later } from '../shared/later.js';
import { ReaderView } from '../shared/reader-view.js';
import { searchBar } from '../shared/search-bar.js';
import { freshLine, isFresh } from './fresh.js';
import { listFoot } from './list-foot.js';
import type { Finding } from './more/finding.js';
import type { LongList } from './more/long-list.js';
import type { Panel, PanelName } from './more/panel.js';
import { problemOf } from './problem.js';
import { panelButtons, resultsHead } from './results-head.js';
import { resultsStyles } from './results-styles.js';
import { ALL, listKey, readResults, resultId, type ResultsView } from './results-view.js';

/** Fewer results than this are all drawn: they can be found in the page, and read from end to end. */
const FEW = 60;

/** How many of more are drawn until it is known which are in sight. */
const FIRST = 2;

/**
 * A person's results, taken last first, each as a `care-result-card`: what is new since the last visit, what is covered,
 * and how far this list goes. They can be searched, narrowed, printed and saved.
 *
 * @tag care-results
 * @slot empty - Shown when there are no results yet.
 * @fires {ResultAskEvent} care-result-ask - The reader wants to ask about a result. Cancelable: then the contact form
 *   on the page does not take it.
 * @fires {SignInEvent} care-sign-in - The reader wants to sign in. Cancelable.
 * @csspart title - The heading: whose results these are.
 * @csspart source - Where they come from, and which are not here.
 * @csspart search - The field for words to look for.
 * @csspart result - One result.
 * @csspart new - That a result is new since the last visit.
 * @csspart choice - One of several things to choose from.
 * @csspart notice - What is said when there is nothing to show, or something went wrong.
 */
export class CareResults extends LitElement {
  static readonly tagName = 'care-results';
  static override styles = [baseStyles, controlStyles, noteStyles, resultsStyles];

  /** Whose results, by their id. None: of whom the reader acts for, or their own. Staff have to be told. */
  @property() subject?: PersonId | undefined;

  /** Where one can ask about a result, when no form for that is on the page. */
  @property({ attribute: 'ask-url' }) askUrl?: string | undefined;

  readonly #text = new LocalizeController(this, 'results', english);
  readonly #common = new LocalizeController(this, 'common', common);
  readonly #clock = new ClockController(this);
  readonly #query: QueryController<ResultsView, readonly string[]> = new QueryController(this, {
    args: () => [this.subject ?? '', this.#clients.client?.selection.subject ?? ''],
    run: (client, whose, signal, previous) => readResults(client, whose, this.#filter, signal, previous),
    concerns: ({ kind }) => kind === 'result',
  });
  readonly #visit: QueryController<Visit, readonly string[]> = new QueryController(this, {
    args: () => {
      const { value } = this.#view;
      return value?.isVisited && value.subject ? [value.subject, value.me.id] : undefined;
    },
    run: (client, [subject], signal) => noteVisit(client, subject as PersonId, { signal }),
  });
  readonly #view = new ReaderView(this, this.#query, this.#common);
  readonly #clients: ClientController;
  readonly #finding: Later<Finding> = new Later(this, async () => {
    const { Finding } = await import('./more/finding.js');
    return new Finding(this, this.#view, () => void this.#query.refresh());
  });
  readonly #long: Later<LongList> = new Later(this, async () => {
    const { LongList } = await import('./more/long-list.js');
    return new LongList(this, this.#query);
  });
  readonly #panel: Later<Panel> = new Later(this, async () => {
    const { Panel } = await import('./more/panel.js');
    return new Panel(this, this.#view);
  });
  #isFreshOnly = false;
  /** The newest that has been shown, to notice what comes. */
  #known: { readonly of: string; readonly ids: ReadonlySet<string> } | undefined;

  constructor() {
    super();
    let leave: (() => void) | undefined;
    this.#clients = new ClientController(this, (client) => {
      leave?.();
      leave = client?.selection.listen(() => this.requestUpdate());
    });
    new FocusKeeper(this, 'h2');
  }

  /** Reads the list again. */
  refresh(): Promise<void> {
    return this.#query.refresh();
  }

  override render(): TemplateResult {
    const { value } = this.#view;
    return html`<div class="care">
      <div class="stack">
        ${resultsHead(value, { text: this.#text.words, common: this.#common.words, isAsked: Boolean(this.subject), onChoose: this.#choose })}
        ${this.#content(value)}
      </div>
    </div>`;
  }

  protected override updated(): void {
    const { value } = this.#view;
    if (value) this.#tellNews(value);
    const { error } = this.#view;
    this.#view.tell(error && problemOf(error, this.#told).title);
  }

  get #told() {
    const retry = (): void => void this.#query.refresh();
    return { host: this, view: this.#view, text: this.#text.words, common: this.#common.words, retry };
  }

  #content(view: ResultsView | undefined): unknown {
    const { words } = this.#text;
    const { state, error } = this.#view;
    if (state.status === 'pending') return waiting(words.waiting);
    // A search that is refused does not take away the way back.
    if (!view && (this.#filter === ALL || error!.code === 'auth-required')) return problemOf(error!, this.#told).note;
    if (view && !view.subject) return view.me.kind === 'staff' ? html`<p>${words.choosePatient}</p>` : nothing;
    const isEmpty = view && this.#filter === ALL && !view.results.items.length && !view.results.unreadable;
    return html`${error ? problemOf(error, this.#told).note : nothing} ${isEmpty ? this.#empty(view) : this.#all(view, error)}`;
  }

  #empty({ me }: ResultsView): TemplateResult {
    const { words } = this.#text;
    return html`<slot name="empty">
      <div class="stack close">
        <h3>${words.emptyTitle}</h3>
        <p>${me.kind === 'staff' ? words.emptyForStaff : words.empty}</p>
      </div>
    </slot>`;
  }

  #all(view: ResultsView | undefined, error: AdapterError | undefined): TemplateResult {
    const { words, lang } = this.#text;
    const finding = this.#finding.known;
    const panel = this.#panel.known;
    const since = this.#since;
    return html`
      <div class="tools">
        ${searchBar({
          text: words,
          words: finding?.text ?? '',
          isChoosing: finding?.isChoosing ?? false,
          more: this.#finding.hasFailed ? html`<p class="found" role="status">${words.notLoaded}</p>` : finding?.template(view),
          onType: this.#type,
          onFilter: () => void this.#finding.ask().then((found) => found?.toggle()),
        })}
        ${panelButtons(view, { text: words, open: panel?.shown, onOpen: this.#open })}
        ${this.#panel.hasFailed ? html`<p role="status">${words.notLoaded}</p>` : view && panel?.template(view)}
      </div>
      ${view && since
        ? freshLine(view, { text: words, lang, since, now: this.#clock.now(), isOnly: this.#isFreshOnly, onOnly: this.#onlyFresh })
        : nothing}
      ${view && !(error && view.filter !== this.#filter) ? this.#list(view, since, error) : nothing}
    `;
  }

  #list(view: ResultsView, since: string | undefined, error: AdapterError | undefined): TemplateResult {
    const { words, lang } = this.#text;
    const { results } = view;
    const isNew = (result: Result): boolean => isFresh(result, since);
    const items = this.#isFreshOnly && since ? results.items.filter(isNew) : results.items;
    const isShort = items.length < FEW && results.next === undefined;
    const long = isShort ? this.#long.known : this.#long.value;
    // What a long list needs cannot be had: then all that is there is drawn.
    const isWhole = isShort || this.#long.hasFailed;
    const rows = long?.draw(items, isWhole) ?? items.slice(0, isWhole ? undefined : FIRST).map((_, index) => ({ index }));
    const row = (result: Result, index: number): TemplateResult => html`<li
      part="result"
      aria-setsize=${isWhole ? nothing : results.next === undefined ? items.length : -1}
      aria-posinset=${isWhole ? nothing : index + 1}
    >
      ${isNew(result) ? html`<p class="fresh" part="new">${words.fresh}</p>` : nothing}
      <care-result-card .result=${result} .around=${view} .askUrl=${this.askUrl}></care-result-card>
    </li>`;
    return html`<ul class=${isWhole ? 'results whole' : 'results'} aria-label=${words.label} @release=${this.#onRelease}>
        ${repeat(rows, ({ index }) => items[index]!.id, ({ index }) => row(items[index]!, index))}
      </ul>
      ${long ? long.foot(view, words) : this.#long.hasFailed ? html`<p role="status">${words.notLoaded}</p>` : nothing}
      ${listFoot(view, {
        text: words,
        lang,
        now: this.#clock.now(),
        isOld: Boolean(error),
        phone: this.#view.phone,
        call: this.#common.words.call,
      })}`;
  }

  /** What has come while the list is looked at is said; what it says is not. */
  #tellNews(view: ResultsView): void {
    const of = listKey(view);
    const { items } = view.results;
    const before = this.#known;
    const first = items.slice(0, 50);
    this.#known = { of, ids: new Set([...(before?.of === of ? before.ids : []), ...items.map(resultId)]) };
    if (before?.of === of) {
      const count = first.filter(({ id, arrivedAt }) => !before.ids.has(id) && isFresh({ arrivedAt }, this.#shownAt)).length;
      if (count > 0) announce(this.#text.words.arrived(count));
    } else {
      this.#isFreshOnly = false;
      this.#shownAt = new Date(this.#clock.now()).toISOString();
    }
    this.#finding.known?.tell(view);
  }

  /** When this list was first shown. */
  #shownAt: string | undefined;

  get #since(): string | undefined {
    const { state } = this.#visit;
    return state.status === 'ready' ? state.value.since : undefined;
  }

  /** What the list is narrowed to. */
  get #filter() {
    return this.#finding.known?.filter ?? ALL;
  }

  readonly #choose = (subject: PersonId): void => {
    this.#clients.client?.selection.choose(subject);
  };

  readonly #type = async (words: string, isDone: boolean): Promise<void> => {
    const reader = this.#view.client?.reader;
    const finding = await this.#finding.ask();
    if (reader === this.#view.client?.reader) return finding?.type(words, isDone);
    // What one person looks for is not looked for by who has signed in meanwhile.
    const field = this.renderRoot.querySelector('input');
    if (field) field.value = '';
  };

  readonly #onlyFresh = (): void => {
    this.#isFreshOnly = !this.#isFreshOnly;
    this.requestUpdate();
  };

  readonly #open = (name: PanelName, opener: HTMLElement): void => {
    void this.#panel.ask().then((panel) => panel?.toggle(name, opener));
  };

  /** A covered result leads to what is covered. */
  readonly #onRelease = (event: Event): void => {
    const card = event.target as HTMLElement;
    void this.#panel.ask().then((panel) => panel?.show('release', card));
  };
}
