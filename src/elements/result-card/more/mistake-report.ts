import { html, nothing, type ReactiveElement, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { announce } from '../../../a11y/announcer.js';
import { AdapterError } from '../../../adapter/errors.js';
import type { Client } from '../../../client/client.js';
import { newSendKey } from '../../../client/outbox-item.js';
import { reportMistake } from '../../../client/results.js';
import type { CommonWords } from '../../../i18n/en/common.js';
import type { ResultCardMoreWords } from '../../../i18n/en/result-card-more.js';
import type { ResultId, SendKey } from '../../../model/id.js';
import type { Result } from '../../../model/result.js';
import { textLength } from '../../../model/text-length.js';
import { icon } from '../../../primitives/icon.js';
import { alertIcon, clockIcon } from '../../../primitives/icons.js';
import { lengthBudget } from '../../../primitives/length-budget.js';
import { problemWords } from '../../shared/problem-note.js';
import { reportPlace } from '../report-place.js';

/** How long each answer may be, by {@link textLength}. */
const BUDGET = 750;

type Part = 'wrong' | 'right';
type Place = Parameters<typeof reportPlace>[2];
const PARTS: readonly Part[] = ['wrong', 'right'];

/** A report of a mistake, while it is written and on its way. Open or not, and its words: both stay while this page does. */
export class MistakeReport {
  readonly #host: ReactiveElement;
  readonly #client: () => Client | undefined;
  /** By whom, and of which result. */
  #of: string | undefined;
  #isSending = false;
  /** Whether what is missing is said: not before somebody has tried to send. */
  #isTried = false;
  #said: { readonly words: string; readonly isUnsure: boolean } | undefined;
  /** The key of these words, kept for every try of them. */
  #sent: { readonly key: SendKey; readonly words: string } | undefined;

  constructor(host: ReactiveElement, client: () => Client | undefined) {
    this.#host = host;
    this.#client = client;
  }

  open(id: ResultId): void {
    this.#keep('open', id, 'yes');
    this.#focus('textarea');
  }

  template(result: Result, words: ResultCardMoreWords, common: CommonWords, changed: (result: Result) => void): TemplateResult | typeof nothing {
    const of = `${this.#client()?.reader}/${result.id}`;
    if (this.#of !== of) {
      this.#isTried = false;
      this.#said = undefined;
    }
    this.#of = of;
    if (!this.#read('open', result.id)) return nothing;
    const submit = (event: Event): void => {
      event.preventDefault();
      void this.#send(result.id, words, common, changed);
    };
    const said = this.#said;
    return html`<form class="mistake stack near" novalidate @submit=${submit} @input=${stop} @beforeinput=${stop}>
      <h4>${words.reportTitle}</h4>
      <p class="small soft">${words.reportIntro}</p>
      ${PARTS.map((part) => this.#field(part, result.id, words))}
      <p class=${said ? (said.isUnsure ? 'state' : 'state heed') : 'said'} role="status">
        ${said ? html`${icon(said.isUnsure ? clockIcon : alertIcon)}<span>${said.words}</span>` : nothing}
      </p>
      <div class="row">
        <button class="button main" aria-disabled=${this.#isSending ? 'true' : nothing}>
          ${this.#isSending ? words.sending : said ? common.tryAgain : words.send}
        </button>
        <button class="button" type="button" aria-disabled=${this.#isSending ? 'true' : nothing} @click=${() => this.#isSending || this.#close(result.id)}>${words.cancel}</button>
      </div>
    </form>`;
  }

  #field(part: Part, id: ResultId, words: ResultCardMoreWords): TemplateResult {
    const text = this.#read(part, id);
    const length = textLength(text);
    const problem = this.#isTried ? problemOf(text, words) : '';
    const count = length > BUDGET ? words.over(length - BUDGET) : words.left(BUDGET - length);
    return html`<div class="field" part="field">
      <label for=${part}>${words[part]}</label>
      ${problem ? html`<p class="state heed" id="${part}-problem">${icon(alertIcon)}<span>${problem}</span></p>` : nothing}
      <textarea
        id=${part}
        rows="3"
        .value=${live(text)}
        autocomplete="off"
        spellcheck=${this.#host.getAttribute('spellcheck') === 'true' ? 'true' : 'false'}
        writingsuggestions="false"
        aria-required="true"
        aria-invalid=${problem ? 'true' : nothing}
        aria-describedby="${part}-problem ${part}-budget"
        @input=${({ target }: Event) => this.#write(part, id, (target as HTMLTextAreaElement).value)}
      ></textarea>
      ${lengthBudget({ id: `${part}-budget`, length, budget: BUDGET, count })}
    </div>`;
  }

  async #send(id: ResultId, words: ResultCardMoreWords, common: CommonWords, changed: (result: Result) => void): Promise<void> {
    const client = this.#client();
    if (!client || this.#isSending) return;
    const [wrong, right] = [this.#read('wrong', id), this.#read('right', id)];
    this.#isTried = true;
    const first = PARTS.find((part) => problemOf(this.#read(part, id), words));
    if (first) return this.#focus(`#${first}`);
    const same = JSON.stringify([id, wrong, right]);
    // Other words under the same key would be refused; the same ones under another could be there twice.
    if (this.#sent?.words !== same) this.#sent = { key: newSendKey(), words: same };
    const { reader } = client;
    this.#isSending = true;
    this.#host.requestUpdate();
    try {
      const newer = await reportMistake(client, { result: id, wrong, right }, { key: this.#sent.key, signal: new AbortController().signal });
      // Somebody else has signed in: it has arrived, and is not theirs to see.
      if (client.reader !== reader) return;
      for (const part of PARTS) this.#keep(part, id, '');
      changed(newer);
      this.#close(id, '.corrections');
      announce(words.sent);
    } catch (error) {
      if (client.reader !== reader) return;
      const failure = error instanceof AdapterError ? error : new AdapterError('unknown-outcome', 'no answer');
      const isUnsure = failure.code === 'unknown-outcome' || failure.code === 'malformed';
      this.#said = { words: isUnsure ? words.unsure : `${words.kept} ${problemWords(failure, common).title}`, isUnsure };
    } finally {
      this.#isSending = false;
      this.#host.requestUpdate();
    }
  }

  #close(id: ResultId, focus = 'h3'): void {
    this.#keep('open', id, '');
    this.#isTried = false;
    this.#said = undefined;
    this.#focus(focus);
  }

  #write(part: Part, id: ResultId, text: string): void {
    this.#keep(part, id, text);
    this.#host.requestUpdate();
  }

  #read(part: Place, id: ResultId): string {
    const client = this.#client();
    return client ? client.drafts.get(reportPlace(client, id, part)) : '';
  }

  #keep(part: Place, id: ResultId, text: string): void {
    const client = this.#client();
    client?.drafts.set(reportPlace(client, id, part), text);
  }

  #focus(what: string): void {
    this.#host.requestUpdate();
    void this.#host.updateComplete.then(() => this.#host.renderRoot.querySelector<HTMLElement>(what)?.focus());
  }
}

function problemOf(text: string, { missing, tooLong }: ResultCardMoreWords): string {
  return text.trim() === '' ? missing : textLength(text) > BUDGET ? tooLong : '';
}

/** Text events stop here: scripts of the page have no business with them. */
const stop = (event: Event): void => event.stopPropagation();
