import { html, nothing, type ReactiveElement, type TemplateResult } from 'lit';
import type { Client } from '../../../client/client.js';
import type { ElementHost } from '../../../controllers/client-controller.js';
import { LocalizeController } from '../../../controllers/localize-controller.js';
import { resultCardMore as english } from '../../../i18n/en/result-card-more.js';
import type { Measurement } from '../../../model/measurement.js';
import { icon } from '../../../primitives/icon.js';
import { downIcon } from '../../../primitives/icons.js';
import type { Telling } from '../telling.js';
import { History } from './history.js';
import { trendStyles } from './trend-styles.js';
import { trendView } from './trend-view.js';

/** The values over time in a card, and which of their tables and rows the reader has opened. */
export class Trends {
  readonly #host: ReactiveElement & ElementHost;
  readonly #text: LocalizeController<typeof english>;
  readonly #history: History;
  /** The codes whose past the reader wants to see. */
  readonly #wanted = new Set<string>();
  /** The codes whose table has been opened. */
  readonly #tables = new Set<string>();
  #isOnPaper = false;

  constructor(host: ReactiveElement & ElementHost, client: () => Client | undefined) {
    this.#host = host;
    const root = host.shadowRoot!;
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, trendStyles.styleSheet!];
    this.#text = new LocalizeController(host, 'result-card-more', english);
    this.#history = new History(host, client);
    // On paper nothing can be opened: tables are.
    const opened: HTMLDetailsElement[] = [];
    const open = (): void => {
      this.#isOnPaper = true;
      host.requestUpdate();
      // What prints does not wait for the next update.
      (host as unknown as { performUpdate(): void }).performUpdate();
      for (const details of root.querySelectorAll<HTMLDetailsElement>('details.figures:not([open])')) {
        details.open = true;
        opened.push(details);
      }
    };
    const close = (): void => {
      this.#isOnPaper = false;
      for (const details of opened.splice(0)) details.open = false;
      host.requestUpdate();
    };
    host.addController({
      hostConnected: () => {
        addEventListener('beforeprint', open);
        addEventListener('afterprint', close);
      },
      hostDisconnected: () => {
        removeEventListener('beforeprint', open);
        removeEventListener('afterprint', close);
      },
    });
  }

  /** Asks for the past of a measurement, where that has not been done. */
  ask({ code }: Measurement, { result }: Telling): void {
    this.#history.past(code!, result);
  }

  /** Its values over time. Undefined while there is nothing to compare. */
  one(measurement: Measurement, telling: Telling, heading: unknown = html`<h4>${this.#text.words.overTime}</h4>`): TemplateResult | undefined {
    const { words } = this.#text;
    const { code } = measurement;
    const past = this.#history.past(code!, telling.result);
    if (past === 'asking') return undefined;
    if (past !== 'failed') {
      const isTable = this.#isOnPaper || this.#tables.has(code!);
      const onTable = ({ currentTarget }: Event): void => {
        if (!(currentTarget as HTMLDetailsElement).open || this.#isOnPaper) return;
        this.#tables.add(code!);
        this.#host.requestUpdate();
      };
      return trendView(measurement, past, telling, words, { heading, isTable, onTable });
    }
    return html`<div class="row">
      <p class="small" role="status">${words.noHistory}</p>
      <button class="button" type="button" @click=${() => this.#history.again(code!)}>${telling.common.tryAgain}</button>
    </div>`;
  }

  /** The same of one row among others, read when it is opened. */
  row(measurement: Measurement, telling: Telling): TemplateResult {
    const { words } = this.#text;
    const code = measurement.code!;
    const toggle = (event: Event): void => {
      if (!(event.currentTarget as HTMLDetailsElement).open || this.#wanted.has(code)) return;
      this.#wanted.add(code);
      this.#host.requestUpdate();
    };
    const content = (): TemplateResult => {
      const shown = this.one(measurement, telling, nothing);
      const isAsking = this.#history.past(code, telling.result) === 'asking';
      return shown ?? html`<p class="small soft" role="status">${isAsking ? words.gettingHistory : words.nothingBefore}</p>`;
    };
    return html`<details class="over-time" @toggle=${toggle}><summary><span>${words.overTime}<span class="said">: ${measurement.name}</span></span>${icon(downIcon)}</summary>${this.#wanted.has(code) ? content() : nothing}</details>`;
  }
}
