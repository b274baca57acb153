import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { announce } from '../../../a11y/announcer.js';
import type { AdapterError } from '../../../adapter/errors.js';
import { noteVisit } from '../../../client/results.js';
import type { ElementHost } from '../../../controllers/client-controller.js';
import type { ClockController } from '../../../controllers/clock-controller.js';
import { LocalizeController } from '../../../controllers/localize-controller.js';
import { QueryController } from '../../../controllers/query-controller.js';
import type { CommonWords } from '../../../i18n/en/common.js';
import { resultsBody } from '../../../i18n/en/results-body.js';
import type { PersonId } from '../../../model/id.js';
import type { Visit } from '../../../model/release.js';
import type { Result } from '../../../model/result.js';
import { Later } from '../../shared/later.js';
import type { ReaderView } from '../../shared/reader-view.js';
import { searchBar } from '../../shared/search-bar.js';
import type { Finding } from '../more/finding.js';
import type { Panel, PanelName } from '../more/panel.js';
import { ALL, listKey, resultId, type ResultFilter, type ResultsView } from '../results-view.js';
import { bodyStyles } from './body-styles.js';
import { freshLine, isFresh } from './fresh.js';
import { panelButtons, whoseChoice } from './list-head.js';
import { listFoot } from './list-foot.js';
import { LongList } from './long-list.js';

/** Fewer results than this are all drawn: they can be found in the page, and read from end to end. */
const FEW = 60;

type ListHost = ElementHost & { readonly askUrl?: string | undefined };

/** What the list lends to what stands in it. */
export interface ListTools {
  readonly query: QueryController<ResultsView, readonly string[]>;
  readonly view: ReaderView<ResultsView>;
  readonly clock: ClockController;
  readonly common: LocalizeController<CommonWords>;
}

/** The list itself, with what is over and under it: fetched while the results are on their way. */
export class ListBody {
  readonly #host: ListHost;
  readonly #query: QueryController<ResultsView, readonly string[]>;
  readonly #view: ReaderView<ResultsView>;
  readonly #clock: ClockController;
  readonly #common: LocalizeController<CommonWords>;
  readonly #text: LocalizeController<typeof resultsBody>;
  readonly #visit: QueryController<Visit, readonly string[]>;
  readonly #finding: Later<Finding>;
  readonly #long: LongList;
  readonly #panel: Later<Panel>;
  #isFreshOnly = false;
  /** The newest that has been shown, to notice what comes. */
  #known: { readonly of: string; readonly ids: ReadonlySet<string> } | undefined;

  constructor(host: ListHost, { query, view, clock, common }: ListTools) {
    this.#host = host;
    [this.#query, this.#view, this.#clock, this.#common] = [query, view, clock, common];
    const root = host.shadowRoot!;
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, bodyStyles.styleSheet!];
    this.#text = new LocalizeController(host, 'results-body', resultsBody);
    this.#visit = new QueryController(host, {
      args: () => {
        const { value } = view;
        return value?.isVisited && value.subject ? [value.subject, value.me.id] : undefined;
      },
      run: (client, [subject], signal) => noteVisit(client, subject as PersonId, { signal }),
    });
    this.#finding = new Later(host, async () => {
      const { Finding } = await import('../more/finding.js');
      return new Finding(host, view, () => void query.refresh());
    });
    this.#long = new LongList(host, query);
    this.#panel = new Later(host, async () => {
      const { Panel } = await import('../more/panel.js');
      return new Panel(host, view);
    });
  }

  /** What the list is narrowed to. */
  get filter(): ResultFilter {
    return this.#finding.known?.filter ?? ALL;
  }

  /** Whose results to show, where the page has not said so. */
  whose(view: ResultsView): TemplateResult | typeof nothing {
    return whoseChoice(view, this.#text.words, (subject) => this.#view.client?.selection.choose(subject));
  }

  /** The list, or that there is nothing yet. */
  template(view: ResultsView | undefined, error: AdapterError | undefined): TemplateResult {
    const isEmpty = view && this.filter === ALL && !view.results.items.length && !view.results.unreadable;
    return isEmpty ? this.#empty(view) : this.#all(view, error);
  }

  /** What has come while the list is looked at is said; what it says is not. */
  tell(view: ResultsView): void {
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
    const more = this.#finding.hasFailed ? html`<p class="found" role="status">${words.notLoaded}</p>` : finding?.template(view);
    const search = searchBar({
      text: words,
      words: finding?.text ?? '',
      isChoosing: finding?.isChoosing ?? false,
      more,
      onType: this.#type,
      onFilter: () => void this.#finding.ask().then((found) => found?.toggle()),
    });
    const buttons = panelButtons(view, { text: words, open: panel?.shown, onOpen: this.#open });
    const opened = this.#panel.hasFailed ? html`<p role="status">${words.notLoaded}</p>` : view && panel?.template(view);
    const fresh =
      view && since && this.filter === ALL
        ? freshLine(view, { text: words, lang, since, now: this.#clock.now(), isOnly: this.#isFreshOnly, onOnly: this.#onlyFresh })
        : nothing;
    const list = view && !(error && view.filter !== this.filter) ? this.#list(view, since, error) : nothing;
    return html`<div class="tools">${search}${buttons}${opened}</div>${fresh}${list}`;
  }

  #list(view: ResultsView, since: string | undefined, error: AdapterError | undefined): TemplateResult {
    const { words, lang } = this.#text;
    const { results } = view;
    const isNew = (result: Result): boolean => isFresh(result, since);
    const items = this.#isFreshOnly && since && this.filter === ALL ? results.items.filter(isNew) : results.items;
    const isWhole = items.length < FEW && results.next === undefined;
    const setSize = isWhole ? nothing : results.next === undefined ? items.length : -1;
    const row = (result: Result, index: number): TemplateResult => {
      const mark = isNew(result) ? html`<p class="fresh" part="new">${words.fresh}</p>` : nothing;
      const place = isWhole ? nothing : index + 1;
      return html`<li part="result" aria-setsize=${setSize} aria-posinset=${place}>${mark}<care-result-card .result=${result} .around=${view} .askUrl=${this.#host.askUrl} .eager=${!isWhole}></care-result-card></li>`;
    };
    const rows = repeat(
      this.#long.draw(items, isWhole),
      ({ index }) => items[index]!.id,
      ({ index }) => row(items[index]!, index),
    );
    const foot = listFoot(view, {
      text: words,
      lang,
      now: this.#clock.now(),
      isOld: Boolean(error),
      phone: this.#view.phone,
      call: this.#common.words.call,
    });
    return html`<ul class=${isWhole ? 'results whole' : 'results'} aria-label=${words.label} @release=${this.#onRelease}>${rows}</ul>${this.#long.foot(view, words)}${foot}`;
  }

  get #since(): string | undefined {
    const { state } = this.#visit;
    return state.status === 'ready' ? state.value.since : undefined;
  }

  readonly #type = async (words: string, isDone: boolean): Promise<void> => {
    const reader = this.#view.client?.reader;
    const finding = await this.#finding.ask();
    if (reader === this.#view.client?.reader) return finding?.type(words, isDone);
    // What one person looks for is not looked for by who has signed in meanwhile.
    const field = this.#host.shadowRoot!.querySelector('input');
    if (field) field.value = '';
  };

  readonly #onlyFresh = (): void => {
    this.#isFreshOnly = !this.#isFreshOnly;
    const { words } = this.#text;
    const items = this.#view.value?.results.items ?? [];
    announce(this.#isFreshOnly ? words.freshShown(items.filter((result) => isFresh(result, this.#since)).length) : words.allShown);
    this.#host.requestUpdate();
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
