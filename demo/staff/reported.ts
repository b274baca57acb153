import { AdapterError } from 'carethread/adapter';
import { type Client, listReported } from 'carethread/client';
import { type Correction, type Result, resultLabel } from 'carethread/model';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { waited } from './words.js';

/** Whether a report of a mistake still waits for somebody. */
export const isWaiting = ({ state }: Correction): boolean => state === 'sent' || state === 'under-review';

/** The results that patients say are wrong, longest waiting first. Fires `report` with the one that is chosen. */
export class StaffReported extends LitElement {
  @property({ attribute: false }) client?: Client;
  /** The id of the one that is open. */
  @property({ attribute: false }) open?: string | undefined;

  /** Undefined: not read yet, or not to be had here. */
  @state() private results: readonly Result[] | undefined;
  /** Whether there are more than these. */
  @state() private hasMore = false;

  #stop: (() => void) | undefined;

  // A page's own part, in the page's own styles.
  protected override createRenderRoot(): this {
    return this;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop?.();
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has('client')) return;
    this.#stop?.();
    this.#stop = this.client?.changes.listen(() => void this.#read());
    void this.#read();
  }

  override render(): TemplateResult | typeof nothing {
    const { results } = this;
    if (!results) return nothing;
    return html`<section class="box" aria-labelledby="box-reported">
      <h2 id="box-reported">Reported mistakes <span class="count">${results.length}${this.hasMore ? ' or more' : nothing}</span></h2>
      ${results.length === 0 ? html`<p class="soft">Nobody has reported one.</p>` : nothing}
      <ul>
        ${repeat(results, ({ id }) => id, (result) => html`<li>${this.#row(result)}</li>`)}
      </ul>
    </section>`;
  }

  #row(result: Result): TemplateResult {
    const { id, subject, corrections } = result;
    const first = corrections.find(isWaiting);
    const choose = (): void => void this.dispatchEvent(new CustomEvent('report', { detail: result }));
    return html`<button class="row" type="button" aria-current=${id === this.open ? 'true' : nothing} @click=${choose}>
      <bdi class="who">${subject.name}</bdi>
      <span class="age">${first ? waited(first.reportedAt, Date.now()) : nothing}</span>
      <bdi class="what">${resultLabel(result, 'America/Los_Angeles')}</bdi>
      <span class="how">${first?.state === 'under-review' ? 'Somebody looks into it' : 'Nobody has looked at it yet'}</span>
    </button>`;
  }

  async #read(): Promise<void> {
    try {
      const { items, next } = await listReported(this.client!, {}, { signal: new AbortController().signal });
      this.results = items;
      this.hasMore = next !== undefined;
    } catch (error) {
      // The desk itself says when the server cannot be reached. What it does not offer is not shown.
      if (error instanceof AdapterError && !error.retryable) this.results = undefined;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'staff-reported': StaffReported;
  }
  interface HTMLElementEventMap {
    /** The result whose report is to be looked at. */
    report: CustomEvent<Result>;
  }
}
