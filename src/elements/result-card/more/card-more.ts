import { html, nothing, type ReactiveElement, type TemplateResult } from 'lit';
import type { ElementHost } from '../../../controllers/client-controller.js';
import { LocalizeController } from '../../../controllers/localize-controller.js';
import { resultCardMore as english } from '../../../i18n/en/result-card-more.js';
import type { ResultId } from '../../../model/id.js';
import type { Result } from '../../../model/result.js';
import type { ReaderView } from '../../shared/reader-view.js';
import type { Surroundings } from '../../shared/surroundings.js';
import type { Telling } from '../telling.js';
import { correctionsView } from './corrections-view.js';
import { Files } from './files-view.js';
import { CardKeeping } from './keeping.js';
import { MistakeReport } from './mistake-report.js';
import { moreStyles } from './more-styles.js';

type Part = TemplateResult | typeof nothing;

/** What few results need: files, reports of mistakes, ways to keep one, and what a range means. */
export class CardMore {
  readonly #text: LocalizeController<typeof english>;
  readonly #files: Files;
  readonly #mistake: MistakeReport;
  readonly #keeping: CardKeeping;

  constructor(host: ReactiveElement & ElementHost, view: ReaderView<Surroundings>) {
    const root = host.shadowRoot!;
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, moreStyles.styleSheet!];
    this.#text = new LocalizeController(host, 'result-card-more', english);
    this.#text.hostUpdate();
    const client = () => view.client;
    this.#files = new Files(host, client);
    this.#mistake = new MistakeReport(host, client);
    this.#keeping = new CardKeeping(host, client);
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

  openReport(id: ResultId): void {
    this.#mistake.open(id);
  }

  report({ result, common, me }: Telling, changed: (result: Result) => void): Part {
    return me.kind === 'staff' ? nothing : this.#mistake.template(result, this.#text.words, common, changed);
  }
}
