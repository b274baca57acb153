import { html, nothing, type TemplateResult } from 'lit';
import { listResults } from '../../../client/results.js';
import type { ElementHost } from '../../../controllers/client-controller.js';
import type { QueryController } from '../../../controllers/query-controller.js';
import { type DrawnRow, WindowController } from '../../../controllers/window-controller.js';
import type { ResultsBodyWords } from '../../../i18n/en/results-body.js';
import type { Result } from '../../../model/result.js';
import { NearEnd } from '../../shared/near-end.js';
import { NextPage } from '../../shared/next-page.js';
import { listKey, resultId, type ResultsView } from '../results-view.js';

/** How high a result is, as a rule: a heading, a comment, a value on its line. Pixels. */
const GUESS = 420;

/** What a list needs that does not fit on one page: the pages after it, and only what is in sight to be drawn. */
export class LongList {
  readonly #window: WindowController;
  readonly #more: NextPage<Result, ResultsView>;

  constructor(host: ElementHost, query: QueryController<ResultsView, readonly string[]>) {
    this.#window = new WindowController(host, { list: '.results', guess: GUESS });
    this.#more = new NextPage<Result, ResultsView>(host, {
      query,
      idOf: resultId,
      keyOf: listKey,
      listOf: ({ results }) => results,
      read: (client, { filter, subject }, after, signal) => listResults(client, { ...filter, subject: subject!, after }, { signal }),
      withList: (view, results) => ({ ...view, results }),
    });
    new NearEnd(host, () => void (this.#more.state === 'idle' && this.#more.ask()));
  }

  /** Which rows to draw now; `isWhole`: all of them. */
  draw(items: readonly Result[], isWhole: boolean): readonly DrawnRow[] {
    return this.#window.draw(items.map(resultId), isWhole);
  }

  /** The way to the next page. */
  foot({ results }: ResultsView, text: ResultsBodyWords): TemplateResult | typeof nothing {
    const { state, ask } = this.#more;
    if (results.next === undefined) return nothing;
    const label = state === 'asking' ? text.loadingMore : text.showMore;
    return html`<div class="more"><p role="status">${state === 'failed' ? text.noMore : nothing}</p><button class="button" type="button" @click=${ask}>${label}</button></div>`;
  }
}
