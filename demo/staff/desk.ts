import type { ThreadSelectEvent } from 'carethread';
import { type Client, readThread } from 'carethread/client';
import type { Appointment, QueueItem, Result, Thread } from 'carethread/model';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { boxList } from './box-list.js';
import { type Boxes, newlyWaiting } from './boxes.js';
import { createDeskFeed, type DeskFeed } from './desk-feed.js';
import { failureWords } from './words.js';

/** The practice's side: boxes of threads, and one of them open to be answered, called about, passed on or closed. */
export class StaffDesk extends LitElement {
  @property({ attribute: false }) client?: Client | undefined;

  @state() private boxes: Boxes | undefined;
  @state() private problem: unknown;
  @state() private open: Thread | undefined;
  /** The result that is open because somebody says it is wrong. */
  @state() private report: Result | undefined;
  /** The visit that is open since a patient asks for it. */
  @state() private visit: Appointment | undefined;
  /** What arrived, for those who do not see it arrive. */
  @state() private news = '';

  #feed: DeskFeed | undefined;

  // A page's own part, in the page's own styles.
  protected override createRenderRoot(): this {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('care-thread-select', (event) => void this.#openLinked(event));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#feed?.stop();
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has('client') || !this.client) return;
    this.#feed?.stop();
    this.#feed = createDeskFeed(this.client, {
      open: () => this.open?.id,
      readOpen: (thread) => {
        if (thread.id === this.open?.id) this.open = thread;
      },
      read: (boxes) => this.#show(boxes),
      failed: (error) => (this.problem = error),
    });
  }

  override render(): TemplateResult {
    const { boxes, open, report, visit, client } = this;
    if (!boxes) return html`<div class="desk">${this.problem ? this.#failure() : html`<p>Getting the messages…</p>`}</div>`;
    const choose = ({ thread }: QueueItem): void => void this.#choose(thread);
    return html`
      <p class="hidden" role="status">${this.news}</p>
      ${this.problem ? this.#failure() : nothing}
      ${boxes.canPause ? html`<staff-pause .client=${client} .practice=${boxes.practice}></staff-pause>` : nothing}
      <div class="desk" ?data-open=${open ?? report ?? visit}>
        <div class="boxes">
          ${boxList({ boxes, open: open?.id, now: Date.now(), choose })}
          <staff-reported .client=${client} .open=${report?.id} @report=${this.#onReport}></staff-reported>
          <staff-requests .client=${client} .open=${visit?.id} @arrange=${this.#onArrange}></staff-requests>
        </div>
        <div class="pane">
          ${this.#pane(boxes)}
        </div>
      </div>
    `;
  }

  #pane(boxes: Boxes): TemplateResult {
    const { open, report, visit } = this;
    if (open) return this.#thread(open, boxes);
    if (report) return this.#review(report);
    return visit ? this.#arrange(visit) : html`<p class="soft choose">Choose a message.</p>`;
  }

  #failure(): TemplateResult {
    return html`<div class="failure" role="alert">
      <p>${failureWords(this.problem)}</p>
      <p class="buttons">
        <button type="button" @click=${() => this.#feed?.look()}>Try again</button>
        <a href="sign-in.html" target="_blank" rel="noopener">Sign in</a>
      </p>
    </div>`;
  }

  #thread(thread: Thread, { me }: Boxes): TemplateResult {
    const acted = ({ detail }: CustomEvent<Thread | undefined>): void => {
      if (detail && detail.id === this.open?.id) this.open = detail;
      this.#feed?.look();
    };
    return html`
      <button class="back" type="button" @click=${() => void this.#back()}>All boxes</button>
      <care-thread thread=${thread.id}>
        <staff-acts slot="composer" .client=${this.client} .me=${me} .thread=${thread} @acted=${acted}></staff-acts>
      </care-thread>
    `;
  }

  #review(result: Result): TemplateResult {
    return html`
      <button class="back" type="button" @click=${() => void this.#back()}>All boxes</button>
      <staff-review .client=${this.client} .result=${result} @left=${() => void this.#back()}></staff-review>
    `;
  }

  #arrange(visit: Appointment): TemplateResult {
    return html`
      <button class="back" type="button" @click=${() => void this.#back()}>All boxes</button>
      <staff-arrange .client=${this.client} .request=${visit} @left=${() => void this.#back()}></staff-arrange>
    `;
  }

  readonly #onArrange = async ({ detail }: CustomEvent<Appointment>): Promise<void> => {
    this.open = this.report = undefined;
    this.visit = detail;
    await this.updateComplete;
    await this.querySelector('staff-arrange')?.updateComplete;
    this.querySelector<HTMLElement>('.review h2')?.focus();
  };

  readonly #onReport = async ({ detail }: CustomEvent<Result>): Promise<void> => {
    this.open = this.visit = undefined;
    this.report = detail;
    await this.updateComplete;
    await this.querySelector('staff-review')?.updateComplete;
    this.querySelector<HTMLElement>('.review h2')?.focus();
  };

  #show(boxes: Boxes): void {
    const names = newlyWaiting(this.boxes, boxes);
    if (names.length > 0) this.news = `Waiting now: ${names.join(', ')}`;
    this.boxes = boxes;
    this.problem = undefined;
  }

  async #choose(thread: Thread): Promise<void> {
    this.report = this.visit = undefined;
    this.open = thread;
    await this.updateComplete;
    this.querySelector('care-thread')?.focus();
  }

  /** A card or an event in the thread points to another one. */
  async #openLinked(event: ThreadSelectEvent): Promise<void> {
    event.preventDefault();
    const { signal } = new AbortController();
    try {
      await this.#choose(await readThread(this.client!, event.threadId, { signal }));
    } catch (error) {
      this.problem = error;
    }
  }

  async #back(): Promise<void> {
    const row = this.querySelector<HTMLElement>('.row[aria-current]') ?? this.querySelector<HTMLElement>('.row');
    this.open = this.report = this.visit = undefined;
    await this.updateComplete;
    row?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'staff-desk': StaffDesk;
  }
}
