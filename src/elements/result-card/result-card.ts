import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { announce } from '../../a11y/announcer.js';
import { readResult, uncoverResult } from '../../client/results.js';
import { ClockController } from '../../controllers/clock-controller.js';
import { LocalizeController } from '../../controllers/localize-controller.js';
import { QueryController } from '../../controllers/query-controller.js';
import { common } from '../../i18n/en/common.js';
import { resultCard as english } from '../../i18n/en/result-card.js';
import type { ResultId } from '../../model/id.js';
import type { Cover, Result } from '../../model/result.js';
import { note, waiting } from '../../primitives/note.js';
import { baseStyles } from '../../theme/base-styles.js';
import { controlStyles } from '../../theme/control-styles.js';
import { noteStyles } from '../../theme/note-styles.js';
import { FocusKeeper } from '../shared/focus-keeper.js';
import { Later } from '../shared/later.js';
import { ReaderView } from '../shared/reader-view.js';
import { readSurroundings, type Surroundings } from '../shared/surroundings.js';
import type { CardBody } from './body/card-body.js';
import { cardHead } from './card-head.js';
import { cardStyles } from './card-styles.js';
import { type CoverActs, coveredView } from './covered-view.js';
import type { FirstTelling } from './telling.js';

interface CardView extends Surroundings {
  readonly result: Result | undefined;
}

const cards = new Set<CareResultCard>();

/** What draws a result: fetched once for all cards of a page, so that one more try is one for each. */
const drawing = new Later({ requestUpdate: () => cards.forEach((card) => card.requestUpdate()) }, async () => {
  const { CardBody } = await import('./body/card-body.js');
  return CardBody;
});

/**
 * One result, as a person can read it: what the clinician says of it first, then the value on a line with what is usual,
 * and in words. What cannot be placed on a line is said; nothing is guessed, and nothing is left out. A covered result
 * stays at the practice until the reader opens it.
 *
 * @tag care-result-card
 * @fires {ResultAskEvent} care-result-ask - The reader wants to ask about it. Cancelable: to ask in another way.
 * @fires {SignInEvent} care-sign-in - The reader wants to sign in. Cancelable.
 * @csspart title - What the result is called.
 * @csspart comment - What a clinician says of it.
 * @csspart value - A value with its unit, or why there is none.
 * @csspart flag - What the lab says of it.
 * @csspart line - The line it lies on.
 * @csspart trend - Its values over time.
 * @csspart covered - What stands in the place of a covered result.
 * @csspart file - A file that belongs to it.
 * @csspart correction - A mistake that was reported, and what became of it.
 * @csspart field - A question in the report of a mistake.
 * @csspart budget - How much may still be written there.
 * @csspart ask - The button that asks about it.
 * @csspart notice - What is said when there is nothing to show, or something went wrong.
 */
export class CareResultCard extends LitElement {
  static readonly tagName = 'care-result-card';
  static override styles = [baseStyles, controlStyles, noteStyles, cardStyles];

  /** The result, where the page has read it. */
  @property({ attribute: false }) result?: Result | undefined;
  /** The result to read and show, by its id. */
  @property({ attribute: 'result-id' }) resultId?: ResultId | undefined;
  /** Only what it says, to stand in something else: no history, and nothing to do. */
  @property({ type: Boolean }) compact = false;
  /** Where one can ask about it, when no form for that is on the page. */
  @property({ attribute: 'ask-url' }) askUrl?: string | undefined;
  /** Who reads and where, where the page knows that; it is asked for otherwise. */
  @property({ attribute: false }) around?: Surroundings | undefined;

  /** Its history is read at once, and not only when it comes near: it stands in a list that has nothing else in the page. */
  @property({ type: Boolean }) eager = false;

  readonly #text = new LocalizeController(this, 'result-card', english);
  readonly #common = new LocalizeController(this, 'common', common);
  readonly #clock = new ClockController(this);
  readonly #query = new QueryController<CardView, readonly string[]>(this, {
    args: () => (this.result ? (this.around ? undefined : ['']) : this.resultId ? [this.resultId] : undefined),
    run: async (client, [id], signal) => {
      const [around, result] = await Promise.all([
        readSurroundings(client, { signal }),
        id ? readResult(client, id as ResultId, { signal }) : undefined,
      ]);
      return { ...around, result };
    },
    concerns: ({ kind, result }, [id]) => kind === 'result' && Boolean(id) && (!result || result === id),
  });
  readonly #view = new ReaderView(this, this.#query, this.#common);
  #body: CardBody | undefined;
  /** What the backend answered to something done here, until the page or the backend says it anew. */
  #newer: Result | undefined;
  #cover: CoverActs['state'] = 'resting';
  /** Whose result that is about. */
  #coverOf: string | undefined;

  constructor() {
    super();
    new FocusKeeper(this, 'h3, .waiting');
  }

  /** Fetches what draws a result, for who knows that one will come. Resolves where it cannot be had, too: cards say so. */
  static prepare(): Promise<unknown> {
    return drawing.ask();
  }

  /** Puts the focus on what the result is called. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('h3')?.focus(options);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    cards.add(this);
    // Beside the session and the result, so that nobody waits for it after them.
    void drawing.ask();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    cards.delete(this);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const shown = this.result ?? this.#view.value?.result;
    if (changed.has('result') || shown?.id !== this.#newer?.id) this.#newer = undefined;
    // How it went with one says nothing of the next.
    const of = shown && `${this.#query.client?.reader}/${shown.id}`;
    if (of !== this.#coverOf) this.#cover = 'resting';
    this.#coverOf = of;
    const Body = drawing.known;
    if (Body) this.#body ??= new Body(this, this.#view);
  }

  override render(): TemplateResult {
    return html`<div class="care">${this.#content()}</div>`;
  }

  protected override updated(): void {
    this.#view.tell();
  }

  #content(): TemplateResult | typeof nothing {
    const { state } = this.#view;
    const around = this.around ?? this.#view.value;
    const result = this.#newer ?? this.result ?? this.#view.value?.result;
    if (around && result) return this.#card({ ...around, result });
    if (!this.result && !this.resultId) return nothing;
    return state.status === 'error' ? this.#view.note(state.error) : waiting(this.#text.words.waiting);
  }

  #card(view: Surroundings & { readonly result: Result }): TemplateResult {
    const { result } = view;
    const { error } = this.#view;
    const { words } = this.#text;
    const telling: FirstTelling = { ...view, text: words, common: this.#common.words, lang: this.#text.lang, now: this.#clock.now() };
    if (result.cover?.dueAt) this.#clock.isPast(result.cover.dueAt);
    const problem = error && !this.result ? this.#view.note(error) : nothing;
    const content = result.cover ? this.#covered(result.cover, telling) : this.#drawn(telling);
    return html`<article class="card" aria-label=${result.name.trim() || words.untitled}>${problem}${cardHead(telling, this.#body?.standing(telling))}${content}</article>`;
  }

  #covered(cover: Cover, telling: FirstTelling): TemplateResult {
    return coveredView(cover, telling, {
      state: this.#cover,
      uncover: () => void this.#uncover(telling.result.id),
      change: this.#isInList && (() => this.dispatchEvent(new CustomEvent('release', { bubbles: true }))),
    });
  }

  #drawn(telling: FirstTelling): TemplateResult {
    const { text, common } = telling;
    if (this.#body) {
      const { compact: isCompact, eager: isEager, askUrl } = this;
      return this.#body.template(telling, { isCompact, isEager, askUrl, changed: (newer) => this.#take(newer) });
    }
    if (!drawing.hasFailed) return waiting(text.waiting);
    const again = html`<button class="button" type="button" @click=${drawing.ask}>${common.tryAgain}</button>`;
    return note({ tone: 'attention', text: text.notLoaded, actions: again });
  }

  async #uncover(id: ResultId): Promise<void> {
    const { client } = this.#query;
    if (!client || this.#cover === 'asking') return;
    const set = (state: CoverActs['state']): void => {
      this.#cover = state;
      this.requestUpdate();
    };
    set('asking');
    const of = this.#coverOf;
    const isSame = (): boolean => this.#coverOf === of && of === `${client.reader}/${id}`;
    try {
      const newer = await uncoverResult(client, id, { signal: new AbortController().signal });
      // Who signed in meanwhile has not opened it, and another result is not open.
      if (!isSame()) return;
      if (newer.id === id) this.#take(newer);
      set('resting');
      if (!newer.cover) announce(this.#text.words.shown);
    } catch {
      if (isSame()) set('failed');
    }
  }

  #take(newer: Result): void {
    this.#newer = newer;
    this.requestUpdate();
  }

  /** Whether it stands in the list, where one chooses what is covered. */
  get #isInList(): boolean {
    const { host } = this.getRootNode() as Partial<ShadowRoot>;
    return host?.localName === 'care-results';
  }
}
