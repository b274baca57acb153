import { html, nothing, type TemplateResult } from 'lit';
import type { ElementHost } from '../../../controllers/client-controller.js';
import { LocalizeController } from '../../../controllers/localize-controller.js';
import { resultCardMore as english } from '../../../i18n/en/result-card-more.js';
import type { Measurement } from '../../../model/measurement.js';
import type { Result } from '../../../model/result.js';
import { icon } from '../../../primitives/icon.js';
import { downIcon } from '../../../primitives/icons.js';
import type { ReaderView } from '../../shared/reader-view.js';
import type { Surroundings } from '../../shared/surroundings.js';
import type { Telling } from '../telling.js';
import { correctionsView } from './corrections-view.js';
import { Files } from './files-view.js';
import { History } from './history.js';
import { CardKeeping } from './keeping.js';
import { MistakeReport } from './mistake-report.js';
import { moreStyles } from './more-styles.js';
import { trendView } from './trend-view.js';
import type { ReactiveElement } from 'lit';

type Part = TemplateResult | typeof nothing;

/** What few results need or lies below the fold: history, files, reports of mistakes, and what a range means. */
export class CardMore {
  readonly #host: ReactiveElement;
  readonly #text: LocalizeController<typeof english>;
  readonly #history: History;
  readonly #files: Files;
  readonly #mistake: MistakeReport;
  readonly #keeping: CardKeeping;
  /** The codes whose past the reader wants to see. */
  readonly #wanted = new Set<string>();
  /** The codes whose table has been opened. */
  readonly #tables = new Set<string>();
  #isOnPaper = false;

  constructor(host: ReactiveElement & ElementHost, view: ReaderView<Surroundings>) {
    this.#host = host;
    const root = host.shadowRoot!;
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, moreStyles.styleSheet!];
    this.#text = new LocalizeController(host, 'result-card-more', english);
    this.#text.hostUpdate();
    const client = () => view.client;
    this.#history = new History(host, client);
    this.#files = new Files(host, client);
    this.#mistake = new MistakeReport(host, client);
    this.#keeping = new CardKeeping(host, client);
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
    const listen = (): void => {
      addEventListener('beforeprint', open);
      addEventListener('afterprint', close);
    };
    host.addController({
      hostConnected: listen,
      hostDisconnected: () => {
        removeEventListener('beforeprint', open);
        removeEventListener('afterprint', close);
      },
    });
  }

  /** Its values over time. Undefined while there is nothing to compare. */
  trend(measurement: Measurement, telling: Telling, heading: unknown = html`<h4>${this.#text.words.overTime}</h4>`): TemplateResult | undefined {
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
  overTime(measurement: Measurement, telling: Telling): Part {
    const { words } = this.#text;
    const code = measurement.code!;
    const toggle = (event: Event): void => {
      if (!(event.currentTarget as HTMLDetailsElement).open || this.#wanted.has(code)) return;
      this.#wanted.add(code);
      this.#host.requestUpdate();
    };
    const content = (): TemplateResult => {
      const shown = this.trend(measurement, telling, nothing);
      const isAsking = this.#history.past(code, telling.result) === 'asking';
      return shown ?? html`<p class="small soft" role="status">${isAsking ? words.gettingHistory : words.nothingBefore}</p>`;
    };
    return html`<details class="over-time" @toggle=${toggle}>
      <summary><span>${words.overTime}<span class="said">: ${measurement.name}</span></span> ${icon(downIcon)}</summary>
      ${this.#wanted.has(code) ? content() : nothing}
    </details>`;
  }

  files({ result }: Telling): Part {
    return this.#files.template(result.files, this.#text.words);
  }

  outside(): Part {
    return html`<div class="outside-words">${this.#text.words.outside.map((words) => html`<p>${words}</p>`)}</div>`;
  }

  corrections(telling: Telling): Part {
    return correctionsView(telling, this.#text.words);
  }

  get isKeeping(): boolean {
    return this.#keeping.isOpen;
  }

  /** Shows the ways to keep it, or puts them away. */
  toggleKeeping(): void {
    this.#keeping.toggle();
  }

  keeping(telling: Telling): Part {
    return this.#keeping.template(telling, this.#text.words);
  }

  openReport(): void {
    this.#mistake.open();
  }

  report({ result, common, me }: Telling, changed: (result: Result) => void): Part {
    return me.kind === 'staff' ? nothing : this.#mistake.template(result, this.#text.words, common, changed);
  }
}
