import { AdapterError } from 'carethread/adapter';
import { type Client, listRequests } from 'carethread/client';
import type { Appointment, AppointmentId } from 'carethread/model';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { moment } from '../words.js';

/** The visits that patients ask or wait for, longest waiting first. Fires `arrange` with the one that is chosen. */
export class StaffRequests extends LitElement {
  @property({ attribute: false }) client?: Client | undefined;
  /** The one that is open. */
  @property({ attribute: false }) open?: AppointmentId | undefined;

  /** Undefined: not read yet, or not to be had here. */
  @state() private requests: readonly Appointment[] | undefined;
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
    const { requests } = this;
    if (!requests) return nothing;
    return html`<section class="box" aria-labelledby="box-requests">
      <h2 id="box-requests">Visits asked for <span class="count">${requests.length}${this.hasMore ? ' or more' : nothing}</span></h2>
      ${requests.length === 0 ? html`<p class="soft">Nobody waits for a visit.</p>` : nothing}
      <ul>
        ${repeat(requests, ({ id }) => id, (request) => html`<li>${this.#row(request)}</li>`)}
      </ul>
    </section>`;
  }

  #row(request: Appointment): TemplateResult {
    const { id, subject, label, status, answerBy } = request;
    const late = answerBy !== undefined && Date.parse(answerBy) < Date.now();
    const promised = answerBy ? (late ? `Late. Was due ${moment(answerBy)}` : `Due ${moment(answerBy)}`) : 'Waits for an answer';
    const choose = (): void => void this.dispatchEvent(new CustomEvent('arrange', { detail: request }));
    return html`<button class="row" type="button" aria-current=${id === this.open ? 'true' : nothing} @click=${choose}>
      <bdi class="who">${subject.name}</bdi>
      <span class="age"></span>
      <bdi class="what">${label}</bdi>
      <span class="how"><span class=${late ? 'late' : nothing}>${status === 'waiting' ? 'Takes any time that opens' : promised}</span></span>
    </button>`;
  }

  async #read(): Promise<void> {
    try {
      const { items, next } = await listRequests(this.client!, {}, { signal: new AbortController().signal });
      this.requests = items;
      this.hasMore = next !== undefined;
    } catch (error) {
      // The desk itself says when the server cannot be reached. What it does not offer is not shown.
      if (error instanceof AdapterError && !error.retryable) this.requests = undefined;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'staff-requests': StaffRequests;
  }
  interface HTMLElementEventMap {
    /** The request that a time is to be found for. */
    arrange: CustomEvent<Appointment>;
  }
}
