import { html, nothing, type TemplateResult } from 'lit';
import { announce } from '../../../a11y/announcer.js';
import type { ThreadFilter } from '../../../adapter/ports/messages.js';
import type { ElementHost } from '../../../controllers/client-controller.js';
import { LocalizeController } from '../../../controllers/localize-controller.js';
import { QueryController } from '../../../controllers/query-controller.js';
import { common } from '../../../i18n/en/common.js';
import { inbox } from '../../../i18n/en/inbox.js';
import { inboxFinding } from '../../../i18n/en/inbox-finding.js';
import type { PersonId } from '../../../model/id.js';
import type { ReaderView } from '../../shared/reader-view.js';
import { ALL, type InboxView } from '../inbox-view.js';
import { type FilterPanel, readFilterPanel } from './filter-panel.js';
import { findingStyles } from './finding-styles.js';
import { ThreadSearch } from './thread-search.js';

/** Looking for threads: by words, and by what they have in common. */
export class Finding {
  readonly #host: ElementHost;
  readonly #view: ReaderView<InboxView>;
  readonly #search: ThreadSearch;
  readonly #text: LocalizeController<typeof inboxFinding>;
  readonly #inbox: LocalizeController<typeof inbox>;
  readonly #common: LocalizeController<typeof common>;
  readonly #panel: QueryController<FilterPanel>;
  #isChoosing = false;
  /** What it was last said of how many are left. */
  #counted: ThreadFilter = ALL;

  /** @param onChange has the list read again. */
  constructor(host: ElementHost, view: ReaderView<InboxView>, onChange: () => void) {
    this.#host = host;
    this.#view = view;
    const root = host.shadowRoot!;
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, findingStyles.styleSheet!];
    this.#search = new ThreadSearch(() => view.client, onChange);
    this.#text = new LocalizeController(host, 'inbox-finding', inboxFinding);
    this.#inbox = new LocalizeController(host, 'inbox', inbox);
    this.#common = new LocalizeController(host, 'common', common);
    this.#panel = new QueryController(host, {
      args: () => (this.#isChoosing ? [] : undefined),
      run: (client, _, signal) => readFilterPanel(client, { signal }),
    });
  }

  /** What the list is narrowed to. */
  get filter(): ThreadFilter {
    return this.#search.filter;
  }

  /** What stands in the field. */
  get text(): string {
    return this.#search.text;
  }

  get isChoosing(): boolean {
    return this.#isChoosing;
  }

  /**
   * Words were typed: they are looked for soon, or now.
   *
   * @param reader who typed them. They are not looked for by who has signed in while this was on its way.
   */
  type(text: string, isDone: boolean, reader: PersonId | undefined): void {
    if (reader !== this.#view.client?.reader) return;
    this.#search.type(text);
    // What is drawn knows what stands in the field, so that it can be emptied.
    this.#host.requestUpdate();
    if (isDone) this.#search.search();
  }

  /** Shows what can be chosen, or puts it away. */
  toggle(): void {
    this.#isChoosing = !this.#isChoosing;
    this.#host.requestUpdate();
  }

  /** Under the field: what can be chosen, how many that leaves, and the way back to all. */
  template(view: InboxView | undefined): TemplateResult {
    const isLooking = this.#view.state.status !== 'error';
    const found = this.filter === ALL ? '' : view?.filter === this.filter ? this.#found(view) : isLooking && this.#text.words.looking;
    return html`${this.#isChoosing && view ? html`<div class="filters" id="filters">${this.#choices(view)}</div>` : nothing}
    ${found || this.filter !== ALL
      ? html`<div class="found">
          <span>${found || nothing}</span>
          <button class="button quiet" type="button" @click=${this.#clear}>${this.#text.words.showAll}</button>
        </div>`
      : nothing}`;
  }

  /** Says how many were found, once for each thing that was looked for. */
  tell(view: InboxView): void {
    if (view.filter === this.#counted || view.filter !== this.filter) return;
    this.#counted = view.filter;
    if (view.filter !== ALL) announce(this.#found(view));
  }

  #found({ threads: { items, next } }: InboxView): string {
    const { found, nothingFound } = this.#text.words;
    return items.length === 0 ? nothingFound : found(items.length, next !== undefined);
  }

  #choices(view: InboxView): TemplateResult {
    const { state } = this.#panel;
    const { words } = this.#text;
    if (state.status !== 'ready') return html`<p class="soft">${state.status === 'error' ? words.noChoices : words.gettingChoices}</p>`;
    return state.value({
      text: words,
      inbox: this.#inbox.words,
      common: this.#common.words,
      threads: view.threads.items,
      filter: this.filter,
      onNarrow: (conditions) => this.#search.narrow(conditions),
      onActFor: (subject) => this.#search.actFor(subject),
    });
  }

  readonly #clear = (): void => {
    this.#search.clear();
    void this.#host.updateComplete.then(() => this.#host.shadowRoot!.querySelector<HTMLElement>('input')?.focus());
  };
}
