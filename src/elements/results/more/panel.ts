import { html, nothing, type TemplateResult } from 'lit';
import type { ElementHost } from '../../../controllers/client-controller.js';
import { LocalizeController } from '../../../controllers/localize-controller.js';
import { resultsMore } from '../../../i18n/en/results-more.js';
import type { ReaderView } from '../../shared/reader-view.js';
import type { ResultsView } from '../results-view.js';
import { addMoreStyles } from './more-styles.js';
import { Keeping } from './keeping.js';
import { ReleaseChoices } from './release-choices.js';

/** When results are shown, and how to keep them. */
export type PanelName = 'release' | 'keep';

/** What can be done with the list as a whole, one thing at a time, between its head and its rows. */
export class Panel {
  readonly #host: ElementHost;
  readonly #text: LocalizeController<typeof resultsMore>;
  readonly #release: ReleaseChoices;
  readonly #keeping: Keeping;
  #shown: PanelName | undefined;
  #opener: HTMLElement | undefined;

  constructor(host: ElementHost, view: ReaderView<ResultsView>) {
    this.#host = host;
    this.#text = new LocalizeController(host, 'results-more', resultsMore);
    this.#release = new ReleaseChoices(host, () => (this.#shown === 'release' ? view.value : undefined));
    this.#keeping = new Keeping(host, view);
    addMoreStyles(host);
  }

  get shown(): PanelName | undefined {
    return this.#shown;
  }

  /** Opens one by its button, or closes it. */
  toggle(name: PanelName, opener: HTMLElement): void {
    if (this.#shown === name) return this.#close();
    this.show(name, opener);
  }

  /** Opens one, and goes there. The focus comes back to where it was opened. */
  show(name: PanelName, opener: HTMLElement): void {
    this.#shown = name;
    this.#opener = opener;
    this.#host.requestUpdate();
    void this.#host.updateComplete.then(() => this.#host.shadowRoot!.querySelector<HTMLElement>('.panel h3')?.focus());
  }

  template(view: ResultsView): TemplateResult | typeof nothing {
    const { words } = this.#text;
    if (!this.#shown) return nothing;
    const isRelease = this.#shown === 'release';
    return html`<section class="panel stack" aria-labelledby="panel" @keydown=${this.#onKey}>
      <h3 id="panel" tabindex="-1">${isRelease ? words.releaseTitle : words.keepTitle}</h3>
      ${isRelease ? this.#release.template(view, words) : this.#keeping.template(view, words)}
      <div><button class="button" type="button" @click=${this.#close}>${words.close}</button></div>
    </section>`;
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    this.#close();
  };

  readonly #close = (): void => {
    this.#shown = undefined;
    this.#host.requestUpdate();
    // A card that was opened from may have scrolled out of the list, or be covered no more.
    void this.#host.updateComplete.then(() => {
      const isThere = this.#opener?.isConnected;
      (isThere ? this.#opener : this.#host.shadowRoot!.querySelector<HTMLElement>('h2'))?.focus();
    });
  };
}
