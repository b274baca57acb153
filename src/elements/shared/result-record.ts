import type { Client } from '../../client/client.js';
import type { ElementHost } from '../../controllers/client-controller.js';
import { LocalizeController } from '../../controllers/localize-controller.js';
import { resultCardBody } from '../../i18n/en/result-card-body.js';
import { resultsRecord } from '../../i18n/en/results-record.js';
import type { Result } from '../../model/result.js';
import { download } from './download.js';
import { printRecord } from './record-print.js';
import { type KeptResults, paperOf } from './result-record-paper.js';
import { tableOf } from './result-record-table.js';

/** On paper, as a table (CSV), or as data (JSON). */
export type KeepAs = 'print' | 'table' | 'data';

/** Keeps results outside of the page: on paper, or in a file. What is covered stays where it is. */
export class ResultRecord {
  readonly #host: ElementHost;
  readonly #client: () => Client | undefined;
  readonly #words: LocalizeController<typeof resultsRecord>;
  readonly #body: LocalizeController<typeof resultCardBody>;
  #printing: AbortController | undefined;
  #keptFor: string | undefined;

  constructor(host: ElementHost, client: () => Client | undefined) {
    this.#host = host;
    this.#client = client;
    this.#words = new LocalizeController(host, 'results-record', resultsRecord);
    this.#body = new LocalizeController(host, 'result-card-body', resultCardBody);
    // What was laid out for one reader is not printed for the next.
    host.addController({
      hostUpdate: () => void (client()?.reader !== this.#keptFor && this.#printing?.abort()),
      hostDisconnected: () => this.#printing?.abort(),
    });
  }

  /** Fails where the browser does not take it. */
  async keep(as: KeepAs, kept: KeptResults): Promise<void> {
    const { leftOut, unreadable, person } = kept;
    // What was withdrawn says nothing of anybody, wherever it is kept.
    const results = kept.results.map((result): Result =>
      result.status === 'withdrawn' ? { ...result, measurements: [], report: undefined, files: [] } : result,
    );
    const client = this.#client()!;
    const now = client.clock.now();
    const { words, lang } = this.#words;
    // The day alone: what a file is called is seen by others.
    const name = `results-${new Date(now).toISOString().slice(0, 10)}`;
    if (as === 'table') return download(`${name}.csv`, 'text/csv', tableOf(results, words, this.#body.words));
    if (as === 'data') {
      // Whoever reads this has to know that something is missing.
      const data = { subject: person?.id, leftOut, unreadable, results };
      return download(`${name}.json`, 'application/json', JSON.stringify(data, undefined, 2));
    }
    this.#printing?.abort();
    const { signal } = (this.#printing = new AbortController());
    this.#keptFor = client.reader;
    const { direction } = getComputedStyle(this.#host);
    const paper = paperOf({ ...kept, results }, { words, card: this.#body.words, lang, now });
    return printRecord(paper, { lang, direction, name: words.title }, signal);
  }
}
