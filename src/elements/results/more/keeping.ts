import { html, nothing, type TemplateResult } from 'lit';
import { announce } from '../../../a11y/announcer.js';
import type { ElementHost } from '../../../controllers/client-controller.js';
import type { ResultsMoreWords } from '../../../i18n/en/results-more.js';
import { icon } from '../../../primitives/icon.js';
import { alertIcon, checkIcon } from '../../../primitives/icons.js';
import type { ReaderView } from '../../shared/reader-view.js';
import { type KeepAs, ResultRecord } from '../../shared/result-record.js';
import type { ResultsView } from '../results-view.js';

/** Keeps the results on show: on paper, or in a file. What is covered stays where it is. */
export class Keeping {
  readonly #host: ElementHost;
  readonly #record: ResultRecord;
  /** How it went, and for which list. */
  #said: { readonly of: ResultsView['subject']; readonly words: string; readonly hasFailed: boolean } | undefined;

  constructor(host: ElementHost, view: ReaderView<ResultsView>) {
    this.#host = host;
    this.#record = new ResultRecord(host, () => view.client);
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
      const { results, subjects, subject, practice } = view;
      const open = results.items.filter(({ cover }) => !cover);
      const person = subjects.find(({ id }) => id === subject) ?? open[0]?.subject;
      const leftOut = results.items.length - open.length;
      await this.#record.keep(as, { results: open, leftOut, unreadable: results.unreadable, person, practice });
    } catch {
      [said, hasFailed] = [words.notKept, true];
    }
    this.#said = { of: view.subject, words: said, hasFailed };
    if (said) announce(said);
    this.#host.requestUpdate();
  }
}
