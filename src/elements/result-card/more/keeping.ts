import { html, nothing, type ReactiveElement, type TemplateResult } from 'lit';
import { announce } from '../../../a11y/announcer.js';
import type { Client } from '../../../client/client.js';
import type { ElementHost } from '../../../controllers/client-controller.js';
import type { ResultCardMoreWords } from '../../../i18n/en/result-card-more.js';
import { icon } from '../../../primitives/icon.js';
import { alertIcon, checkIcon } from '../../../primitives/icons.js';
import { Later } from '../../shared/later.js';
import type { KeepAs, ResultRecord } from '../../shared/result-record.js';
import type { Telling } from '../telling.js';

/** The ways to keep one result: on paper, or in a file. */
export class CardKeeping {
  readonly #host: ReactiveElement;
  readonly #record: Later<ResultRecord>;
  #isOpen = false;
  /** How it went, and with which result. */
  #said: { readonly of: string; readonly words: string; readonly hasFailed: boolean } | undefined;

  constructor(host: ReactiveElement & ElementHost, client: () => Client | undefined) {
    this.#host = host;
    this.#record = new Later(host, async () => {
      const { ResultRecord } = await import('../../shared/result-record.js');
      return new ResultRecord(host, client);
    });
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  toggle(): void {
    this.#isOpen = !this.#isOpen;
    this.#said = undefined;
    this.#host.requestUpdate();
    void this.#record.ask();
  }

  template(telling: Telling, words: ResultCardMoreWords): TemplateResult | typeof nothing {
    if (!this.#isOpen) return nothing;
    const said = this.#said?.of === telling.result.id ? this.#said : undefined;
    const way = (as: KeepAs, label: string): TemplateResult => html`<button
      class="button"
      type="button"
      @click=${() => void this.#keep(as, telling, words)}
    >
      ${label}
    </button>`;
    return html`<div class="stack close">
      <div class="row">${way('print', words.print)} ${way('table', words.asCsv)} ${way('data', words.asJson)}</div>
      ${said
        ? html`<p class=${said.hasFailed ? 'state heed' : 'state'}>${icon(said.hasFailed ? alertIcon : checkIcon)} ${said.words}</p>`
        : nothing}
    </div>`;
  }

  async #keep(as: KeepAs, { result, practice }: Telling, words: ResultCardMoreWords): Promise<void> {
    let [said, hasFailed] = [as === 'print' ? '' : words.saved, false];
    try {
      const record = await this.#record.ask();
      // Its words are looked up with the next update.
      await this.#host.updateComplete;
      await record!.keep(as, { results: [result], leftOut: 0, unreadable: 0, person: result.subject, practice });
    } catch {
      [said, hasFailed] = [words.notSaved, true];
    }
    this.#said = said ? { of: result.id, words: said, hasFailed } : undefined;
    if (said) announce(said);
    this.#host.requestUpdate();
  }
}
