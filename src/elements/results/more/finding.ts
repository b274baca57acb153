import { html, nothing, type TemplateResult } from 'lit';
import { announce } from '../../../a11y/announcer.js';
import { readRelease } from '../../../client/results.js';
import type { ElementHost } from '../../../controllers/client-controller.js';
import { LocalizeController } from '../../../controllers/localize-controller.js';
import { QueryController } from '../../../controllers/query-controller.js';
import { resultsMore } from '../../../i18n/en/results-more.js';
import type { PersonId } from '../../../model/id.js';
import type { ResultKindId } from '../../../model/release.js';
import type { ReaderView } from '../../shared/reader-view.js';
import { ListSearch } from '../../shared/list-search.js';
import { ALL, type ResultFilter, type ResultsView } from '../results-view.js';
import { addMoreStyles } from './more-styles.js';

/** A kind of test, and what it is called. */
type Kinds = ReadonlyMap<ResultKindId, string>;

/** Looking for results: by words, by kind of test, and by when they were taken. */
export class Finding {
  readonly #host: ElementHost;
  readonly #view: ReaderView<ResultsView>;
  readonly #search: ListSearch<ResultFilter>;
  readonly #text: LocalizeController<typeof resultsMore>;
  readonly #kinds: QueryController<Kinds, readonly string[]>;
  /** What was seen can still be chosen when the list no longer shows it. */
  readonly #seen = new Map<ResultKindId, string>();
  #isChoosing = false;
  /** What it was last said of how many are left. */
  #counted: ResultFilter = ALL;

  /** @param onChange has the list read again. */
  constructor(host: ElementHost, view: ReaderView<ResultsView>, onChange: () => void) {
    this.#host = host;
    this.#view = view;
    addMoreStyles(host);
    this.#search = new ListSearch(
      () => view.client,
      ALL,
      () => {
        host.requestUpdate();
        onChange();
      },
    );
    this.#text = new LocalizeController(host, 'results-more', resultsMore);
    this.#kinds = new QueryController<Kinds, readonly string[]>(host, {
      args: () => (this.#isChoosing && view.value?.isReleased && view.value.subject ? [view.value.subject] : undefined),
      run: async (client, [subject], signal) => {
        const { kinds } = await readRelease(client, subject as PersonId, { signal });
        return new Map(kinds.map(({ id, label }) => [id, label]));
      },
    });
  }

  /** What the list is narrowed to. */
  get filter(): ResultFilter {
    return this.#search.filter;
  }

  /** What stands in the field. */
  get text(): string {
    return this.#search.text;
  }

  get isChoosing(): boolean {
    return this.#isChoosing;
  }

  /** Words were typed: they are looked for soon, or now. */
  type(text: string, isDone: boolean): void {
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
  template(view: ResultsView | undefined): TemplateResult {
    const isLooking = this.#view.state.status !== 'error';
    const found = this.filter === ALL ? '' : view?.filter === this.filter ? this.#found(view) : isLooking && this.#text.words.looking;
    return html`${this.#isChoosing && view ? this.#choices(view) : nothing}
    ${found || this.filter !== ALL
      ? html`<div class="found">
          <span>${found || nothing}</span>
          <button class="button quiet" type="button" @click=${this.#clear}>${this.#text.words.showAll}</button>
        </div>`
      : nothing}`;
  }

  /** Says how many were found, once for each thing that was looked for. */
  tell(view: ResultsView): void {
    if (view.filter === this.#counted || view.filter !== this.filter) return;
    this.#counted = view.filter;
    if (view.filter !== ALL) announce(this.#found(view));
  }

  #found({ results: { items, next } }: ResultsView): string {
    const { found, nothingFound } = this.#text.words;
    return items.length === 0 ? nothingFound : found(items.length, next !== undefined);
  }

  #choices({ results }: ResultsView): TemplateResult {
    const { words } = this.#text;
    for (const { kind } of results.items) if (kind) this.#seen.set(kind.id, kind.label);
    const { state } = this.#kinds;
    const kinds = new Map([...(state.status === 'ready' ? state.value : []), ...this.#seen]);
    const { kind, from, to } = this.filter;
    const day = (name: 'from' | 'to', value = ''): TemplateResult => html`<div class="field">
      <label for=${name}>${words[name]}</label>
      <input id=${name} type="date" .value=${value} @input=${this.#narrow} @change=${this.#narrow} />
    </div>`;
    return html`<div class="filters">
      ${kinds.size > 1
        ? html`<div class="field">
            <label for="kind">${words.kind}</label>
            <select id="kind" @input=${this.#narrow}>
              <option value="" .selected=${!kind}>${words.any}</option>
              ${[...kinds].map(([id, label]) => html`<option value=${id} .selected=${id === kind}>${label}</option>`)}
            </select>
          </div>`
        : nothing}
      ${day('from', from)} ${day('to', to)}
    </div>`;
  }

  readonly #narrow = (event: Event): void => {
    // Around it they listen for words that are typed.
    event.stopPropagation();
    const { id, value, validity } = event.currentTarget as HTMLInputElement;
    // A day that is half typed is none yet; 0002 is a year being typed.
    if (validity.badInput || (id !== 'kind' && value && value < '1900')) return;
    this.#search.narrow({ [id]: value });
  };

  readonly #clear = (): void => {
    this.#search.clear();
    void this.#host.updateComplete.then(() => this.#host.shadowRoot!.querySelector<HTMLElement>('input')?.focus());
  };
}
