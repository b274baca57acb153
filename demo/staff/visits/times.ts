import type { VisitChoice } from 'carethread/adapter';
import type { Client } from 'carethread/client';
import type { CalendarDay } from 'carethread/model';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { failureWords } from '../words.js';
import { type FreeDay, nextDays } from './free-days.js';
import { dayWords, slotWords } from './visit-words.js';

type Choice = Pick<VisitChoice, 'subject' | 'service'>;

/** The free times of a visit, day by day, as fields named `slot` of the form that this stands in. */
export class StaffTimes extends LitElement {
  @property({ attribute: false }) client?: Client | undefined;
  @property({ attribute: false }) choice?: Choice | undefined;
  /** Whether several times can be chosen. */
  @property({ type: Boolean }) many = false;

  @state() private days: readonly FreeDay[] | undefined;
  @state() private next: CalendarDay | undefined;
  @state() private problem: unknown;

  /** What is read now. None: what it was read for is no longer looked at. */
  #reading: object | undefined;

  // A page's own part, in the page's own styles; and fields belong to the form around them.
  protected override createRenderRoot(): this {
    return this;
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    const before = changed.get('choice') as Choice | undefined;
    const isSame = before?.subject === this.choice?.subject && before?.service === this.choice?.service;
    if (!changed.has('client') && (isSame || !changed.has('choice'))) return;
    this.days = this.next = undefined;
    void this.#read();
  }

  override render(): TemplateResult {
    const { days, next, problem } = this;
    if (problem) {
      return html`<p role="alert">${failureWords(problem)}</p>
        <p class="buttons"><button type="button" @click=${() => void this.#read(next)}>Try again</button></p>`;
    }
    if (!days) return html`<p class="soft">Getting the free times…</p>`;
    if (days.length === 0) return html`<p class="soft">No time is free in the next two months.</p>`;
    return html`
      ${repeat(days, ({ day }) => day, (day) => this.#day(day))}
      ${next ? html`<p class="buttons"><button type="button" @click=${() => void this.#more(next)}>Later days</button></p>` : nothing}
    `;
  }

  #day({ day, slots }: FreeDay): TemplateResult {
    const type = this.many ? 'checkbox' : 'radio';
    return html`<fieldset class="times" data-day=${day}>
      <legend>${dayWords(day)}</legend>
      ${repeat(slots, ({ id }) => id, (slot) => {
        return html`<label class="tick"><input type=${type} name="slot" value=${slot.id} /> <span>${slotWords(slot)}</span></label>`;
      })}
    </fieldset>`;
  }

  /** Reads the first days again: a time turned out to be taken, or was opened. What is chosen of others stays so. */
  look(): void {
    void this.#read();
  }

  async #more(from: CalendarDay): Promise<void> {
    await this.#read(from);
    await this.updateComplete;
    this.querySelector<HTMLElement>(`[data-day="${from}"] input`)?.focus();
  }

  async #read(from?: CalendarDay): Promise<void> {
    const { client, choice } = this;
    if (!client || !choice) return;
    const reading = (this.#reading = {});
    this.problem = undefined;
    try {
      const { days, next } = await nextDays(client, choice, from, { signal: new AbortController().signal });
      if (this.#reading !== reading) return;
      this.days = from === undefined ? days : [...(this.days ?? []), ...days];
      this.next = next;
    } catch (error) {
      if (this.#reading === reading) this.problem = error;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'staff-times': StaffTimes;
  }
}
