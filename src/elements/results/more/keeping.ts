import { html, nothing, type TemplateResult } from 'lit';
import { announce } from '../../../a11y/announcer.js';
import type { ElementHost } from '../../../controllers/client-controller.js';
import { LocalizeController } from '../../../controllers/localize-controller.js';
import { resultCard } from '../../../i18n/en/result-card.js';
import type { ResultsMoreWords } from '../../../i18n/en/results-more.js';
import { resultsRecord } from '../../../i18n/en/results-record.js';
import { icon } from '../../../primitives/icon.js';
import { alertIcon, checkIcon } from '../../../primitives/icons.js';
import { download } from '../../shared/download.js';
import type { ReaderView } from '../../shared/reader-view.js';
import { printRecord } from '../../shared/record-print.js';
import type { ResultsView } from '../results-view.js';
import { paperOf } from './result-paper.js';
import { tableOf } from './result-table.js';

type KeepAs = 'print' | 'table' | 'data';

/** Keeps the results on show: on paper, or in a file. What is covered stays where it is. */
export class Keeping {
  readonly #host: ElementHost;
  readonly #view: ReaderView<ResultsView>;
  readonly #words: LocalizeController<typeof resultsRecord>;
  readonly #card: LocalizeController<typeof resultCard>;
  #printing: AbortController | undefined;
  #keptFor: string | undefined;
  /** How it went, and for which list. */
  #said: { readonly of: ResultsView['subject']; readonly words: string; readonly hasFailed: boolean } | undefined;

  constructor(host: ElementHost, view: ReaderView<ResultsView>) {
    this.#host = host;
    this.#view = view;
    this.#words = new LocalizeController(host, 'results-record', resultsRecord);
    this.#card = new LocalizeController(host, 'result-card', resultCard);
    // What was laid out for one reader is not printed for the next.
    host.addController({
      hostUpdate: () => void (view.client?.reader !== this.#keptFor && this.#printing?.abort()),
      hostDisconnected: () => this.#printing?.abort(),
    });
  }

  template(view: ResultsView, words: ResultsMoreWords): TemplateResult {
    const { items, next } = view.results;
    const open = items.filter(({ cover }) => !cover);
    const leftOut = items.length - open.length;
    const said = this.#said?.of === view.subject ? this.#said : undefined;
    const way = (as: KeepAs, label: string): TemplateResult => html`<button
      class="button"
      type="button"
      @click=${() => void this.#keep(as, view, words)}
    >
      ${label}
    </button>`;
    return html`<p>
        ${open.length === 0 ? words.nothingToKeep : words.keepText(open.length, next !== undefined)}
        ${leftOut > 0 ? words.leftOut(leftOut) : nothing}
      </p>
      ${open.length === 0
        ? nothing
        : html`<div class="row">${way('print', words.print)} ${way('table', words.asTable)} ${way('data', words.asData)}</div>`}
      ${said?.words
        ? html`<p class=${said.hasFailed ? 'state heed' : 'state'}>${icon(said.hasFailed ? alertIcon : checkIcon)} ${said.words}</p>`
        : nothing}`;
  }

  async #keep(as: KeepAs, view: ResultsView, words: ResultsMoreWords): Promise<void> {
    let [said, hasFailed] = [as === 'print' ? '' : words.kept, false];
    try {
      await this.#write(as, view);
    } catch {
      [said, hasFailed] = [words.notKept, true];
    }
    this.#said = { of: view.subject, words: said, hasFailed };
    if (said) announce(said);
    this.#host.requestUpdate();
  }

  async #write(as: KeepAs, view: ResultsView): Promise<void> {
    const results = view.results.items.filter(({ cover }) => !cover);
    const leftOut = view.results.items.length - results.length;
    const now = this.#view.client!.clock.now();
    const [words, card] = [this.#words.words, this.#card.words];
    // The day alone: what a file is called is seen by others.
    const name = `results-${new Date(now).toISOString().slice(0, 10)}`;
    if (as === 'table') return download(`${name}.csv`, 'text/csv', tableOf(results, words, card));
    if (as === 'data') {
      // Whoever reads this has to know that something is missing.
      const data = { subject: view.subject, leftOut, unreadable: view.results.unreadable, results };
      return download(`${name}.json`, 'application/json', JSON.stringify(data, undefined, 2));
    }
    this.#printing?.abort();
    const { signal } = (this.#printing = new AbortController());
    this.#keptFor = this.#view.client?.reader;
    const { lang } = this.#words;
    const { direction } = getComputedStyle(this.#host);
    return printRecord(paperOf(results, view, { words, card, lang, now, leftOut }), { lang, direction, name: words.title }, signal);
  }
}
