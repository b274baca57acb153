import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { ClientController } from '../../controllers/client-controller.js';
import { ClockController } from '../../controllers/clock-controller.js';
import { LocalizeController } from '../../controllers/localize-controller.js';
import { QueryController } from '../../controllers/query-controller.js';
import { common } from '../../i18n/en/common.js';
import { results as english } from '../../i18n/en/results.js';
import type { PersonId } from '../../model/id.js';
import { note, waiting } from '../../primitives/note.js';
import { baseStyles } from '../../theme/base-styles.js';
import { controlStyles } from '../../theme/control-styles.js';
import { noteStyles } from '../../theme/note-styles.js';
import { FocusKeeper } from '../shared/focus-keeper.js';
import { Later } from '../shared/later.js';
import { ReaderView } from '../shared/reader-view.js';
import type { ListBody } from './body/list-body.js';
import { problemOf } from './problem.js';
import { resultsHead } from './results-head.js';
import { resultsStyles } from './results-styles.js';
import { ALL, readResults, type ResultsView } from './results-view.js';

/**
 * A person's results, taken last first, each as a `care-result-card`: what is new since the last visit, what is covered,
 * and how far this list goes. They can be searched, narrowed, printed and saved. What a card fires can be heard here.
 *
 * @tag care-results
 * @slot empty - Shown when there are no results yet.
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
  readonly #view = new ReaderView(this, this.#query, this.#common);
  readonly #clients: ClientController;
  readonly #body: Later<ListBody> = new Later(this, async () => {
    // What draws a card comes along, so that nobody waits for it after the list.
    const card = customElements.get('care-result-card') as { prepare?(): Promise<unknown> } | undefined;
    const [{ ListBody }] = await Promise.all([import('./body/list-body.js'), card?.prepare?.()]);
    return new ListBody(this, { query: this.#query, view: this.#view, clock: this.#clock, common: this.#common });
  });

  constructor() {
    super();
    let leave: (() => void) | undefined;
    this.#clients = new ClientController(this, (client) => {
      leave?.();
      leave = client?.selection.listen(() => this.requestUpdate());
    });
    new FocusKeeper(this, 'h2');
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // Beside the session and the results, so that nobody waits for it after them.
    void this.#body.ask();
  }

  /** Reads the list again. */
  refresh(): Promise<void> {
    return this.#query.refresh();
  }

  override render(): TemplateResult {
    const { value } = this.#view;
    const head = resultsHead(value, { text: this.#text.words, common: this.#common.words });
    const whose = value && !this.subject ? this.#body.known?.whose(value) : nothing;
    return html`<div class="care"><div class="stack">${head}${whose}${this.#content(value)}</div></div>`;
  }

  protected override updated(): void {
    const { value } = this.#view;
    if (value) this.#body.known?.tell(value);
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
    if (view && !view.subject && view.me.kind === 'staff') return html`<p>${words.choosePatient}</p>`;
    const body = this.#body.known;
    if (!body) return this.#body.hasFailed ? this.#notLoaded() : waiting(words.waiting);
    if (view && !view.subject) return nothing;
    return html`${error ? problemOf(error, this.#told).note : nothing}${body.template(view, error)}`;
  }

  #notLoaded(): TemplateResult {
    const again = html`<button class="button" type="button" @click=${this.#body.ask}>${this.#common.words.tryAgain}</button>`;
    return note({ tone: 'attention', text: this.#text.words.notLoaded, actions: again });
  }

  /** What the list is narrowed to. */
  get #filter() {
    return this.#body.known?.filter ?? ALL;
  }
}
