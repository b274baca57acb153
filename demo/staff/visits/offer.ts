import { type Client, listServices } from 'carethread/client';
import { type PersonId, type Service, type ServiceId, SlotId } from 'carethread/model';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { actForm, type FormOptions, linesField } from '../forms/form-parts.js';
import { failureWords } from '../words.js';
import { openOwnTimes, ownTime } from './own-time.js';
import { whyNot } from './why-not.js';

/** Times for a visit, and what is written with them. */
export interface OfferedTimes {
  readonly does: 'offer';
  readonly subject: PersonId;
  readonly service: ServiceId;
  readonly slots: readonly SlotId[];
  readonly body: string;
}

/** More than this is no help to choose. */
const MOST = 5;

/** Which times to offer to a patient in a message: for what, and one to five free ones. */
export class StaffOffer extends LitElement {
  @property({ attribute: false }) client?: Client | undefined;
  @property({ attribute: false }) subject?: PersonId | undefined;
  @property({ attribute: false }) form?: FormOptions<OfferedTimes>;

  @state() private services: readonly Service[] | undefined;
  @state() private chosen: ServiceId | undefined;
  @state() private isOpening = false;
  @state() private problem = '';
  /** What came of opening times. */
  @state() private opened = '';

  // A page's own part, in the page's own styles.
  protected override createRenderRoot(): this {
    return this;
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('client') || changed.has('subject')) void this.#read();
  }

  override render(): TemplateResult | typeof nothing {
    const { form, services, client, subject } = this;
    if (!form || !subject) return nothing;
    if (!services) {
      return html`<div class="act">
        <p role="status">${this.problem || 'Getting what visits can be for…'}</p>
        <p class="buttons"><button type="button" @click=${form.cancel}>Back</button></p>
      </div>`;
    }
    const service = services.find(({ id }) => id === this.chosen) ?? services[0];
    const fields = service
      ? html`
          <label>
            What for?
            <select name="service" @input=${this.#onService}>
              ${services.map(({ id, label }) => html`<option value=${id} ?selected=${id === service.id}>${label}</option>`)}
            </select>
          </label>
          <p role="alert">${this.problem}</p>
          <staff-times many .client=${client} .choice=${{ subject, service: service.id }}></staff-times>
          <details class="more">
            <summary>Open other times</summary>
            ${ownTime(service, { askCount: true })}
            <p class="buttons">
              <button type="button" aria-disabled=${this.isOpening} @click=${() => void this.#open(service)}>Open for booking</button>
              <span role="status">${this.opened}</span>
            </p>
          </details>
          ${linesField('body', 'What do you write with it? (you can leave this empty)')}
        `
      : html`<p>No visit of this patient can be booked.</p>`;
    return actForm('Offer these times', form, fields, (value) => {
      const ticked = [...this.querySelectorAll<HTMLInputElement>('[name=slot]:checked')].map((input) => SlotId.parse(input.value));
      this.problem = ticked.length === 0 ? 'Choose the times to offer.' : ticked.length > MOST ? `Choose ${MOST} times at most.` : '';
      if (service && !this.problem) form.submit({ does: 'offer', subject, service: service.id, slots: ticked, body: value('body') });
    });
  }

  readonly #onService = ({ currentTarget }: Event): void => {
    const { value } = currentTarget as HTMLSelectElement;
    this.chosen = this.services?.find(({ id }) => id === value)?.id;
  };

  /** Opens the times that were filled in: everybody can book them from now on, and they can be offered. */
  async #open(service: Service): Promise<void> {
    const { client } = this;
    if (!client || this.isOpening) return;
    this.isOpening = true;
    const value = (name: string): string => this.querySelector<HTMLInputElement | HTMLSelectElement>(`[name=${name}]`)?.value ?? '';
    try {
      const slots = await openOwnTimes(client, service, value, { signal: new AbortController().signal });
      this.opened = slots.length > 0 ? 'Opened. Everybody can book it from now on.' : 'Say the day and the time.';
      if (slots.length > 0) this.querySelector('staff-times')?.look();
    } catch (error) {
      this.opened = whyNot(error);
    }
    this.isOpening = false;
  }

  async #read(): Promise<void> {
    const { client, subject } = this;
    if (!client || !subject) return;
    this.services = undefined;
    try {
      const { items } = await listServices(client, subject, { signal: new AbortController().signal });
      if (this.subject !== subject) return;
      // Whoever waits on the button that goes with this is led to what comes in its place.
      const isHere = this.contains(document.activeElement);
      this.services = items.filter(({ booking }) => booking === 'direct');
      await this.updateComplete;
      if (isHere) this.querySelector<HTMLElement>('select, button')?.focus();
    } catch (error) {
      this.problem = failureWords(error);
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'staff-offer': StaffOffer;
  }
}
