import { type Client, pauseMessages, resumeMessages } from 'carethread/client';
import { messagingAt, type Practice } from 'carethread/model';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { pauseForm } from './forms/pause-form.js';
import { failureWords, moment } from './words.js';

/** Whether patients can write now, and the way to pause that and to go on. */
export class StaffPause extends LitElement {
  @property({ attribute: false }) client?: Client;
  @property({ attribute: false }) practice?: Practice;

  @state() private isAsking = false;
  @state() private isBusy = false;
  @state() private problem = '';

  protected override createRenderRoot(): this {
    return this;
  }

  override render(): TemplateResult | typeof nothing {
    const { practice, isBusy } = this;
    if (!practice) return nothing;
    const isPaused = messagingAt(practice, Date.now()).state === 'paused';
    return html`<section class=${isPaused ? 'pause paused' : 'pause'} aria-label="Messages from patients">
      <p role="status" tabindex="-1">${this.problem || stateWords(practice, isPaused)}</p>
      ${this.isAsking && !isPaused
        ? pauseForm(practice, Date.now(), {
            isBusy,
            cancel: () => void this.#ask(false),
            submit: (pause) => void this.#do((client, signal) => pauseMessages(client, pause, { signal })),
          })
        : html`<p class="buttons">${isPaused ? this.#resumeButton() : this.#pauseButton()}</p>`}
    </section>`;
  }

  #pauseButton(): TemplateResult {
    return html`<button type="button" @click=${() => void this.#ask(true)}>Pause messages</button>`;
  }

  #resumeButton(): TemplateResult {
    const resume = (): void => void this.#do((client, signal) => resumeMessages(client, { signal }));
    return html`<button class="main" type="button" aria-disabled=${this.isBusy} @click=${resume}>Take messages again</button>`;
  }

  async #ask(isAsking: boolean): Promise<void> {
    this.isAsking = isAsking;
    this.problem = '';
    await this.updateComplete;
    this.querySelector<HTMLElement>(isAsking ? 'input' : 'button')?.focus();
  }

  async #do(act: (client: Client, signal: AbortSignal) => Promise<Practice>): Promise<void> {
    if (!this.client || this.isBusy) return;
    this.isBusy = true;
    this.problem = '';
    try {
      this.practice = await act(this.client, new AbortController().signal);
      this.isAsking = false;
    } catch (error) {
      this.problem = failureWords(error);
    }
    this.isBusy = false;
    await this.updateComplete;
    this.querySelector<HTMLElement>('p')?.focus();
  }
}

function stateWords({ messaging }: Practice, isPaused: boolean): string {
  if (!isPaused) return 'Patients can write to us.';
  const until = messaging?.until ? ` until ${moment(messaging.until)}` : '';
  const note = messaging?.note ? ` They read: ${messaging.note}` : '';
  return `Messages are paused${until}. Nobody can write to us.${note}`;
}

declare global {
  interface HTMLElementTagNameMap {
    'staff-pause': StaffPause;
  }
}
