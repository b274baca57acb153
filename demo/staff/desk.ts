import { type Client, listStaff } from 'carethread/client';
import type { Person, QueueItem, Thread } from 'carethread/model';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { closeForm, routeForm } from './act-forms.js';
import { type Act, carryOut } from './acts.js';
import { boxList } from './box-list.js';
import { type Boxes, newlyWaiting } from './boxes.js';
import { createDeskFeed, type DeskFeed } from './desk-feed.js';
import { failureWords } from './words.js';

/** The practice's side: three boxes of threads, and one of them open to be answered, passed on or closed. */
export class StaffDesk extends LitElement {
  @property({ attribute: false }) client?: Client | undefined;

  @state() private boxes: Boxes | undefined;
  @state() private problem: unknown;
  @state() private open: Thread | undefined;
  /** Which form is open below the thread. */
  @state() private form: 'none' | 'route' | 'close' = 'none';
  @state() private colleagues: readonly Person[] = [];
  @state() private isBusy = false;
  /** What came of the last act. */
  @state() private outcome = '';
  /** What arrived, for those who do not see it arrive. */
  @state() private news = '';

  #feed: DeskFeed | undefined;

  // A page's own part, in the page's own styles.
  protected override createRenderRoot(): this {
    return this;
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
      read: (boxes, open) => this.#show(boxes, open),
      failed: (error) => (this.problem = error),
    });
  }

  override render(): TemplateResult {
    const { boxes, open } = this;
    if (!boxes) return html`<div class="desk">${this.problem ? this.#failure() : html`<p>Getting the messages…</p>`}</div>`;
    const choose = (item: QueueItem): void => void this.#choose(item);
    return html`
      <p class="hidden" role="status">${this.news}</p>
      ${this.problem ? this.#failure() : nothing}
      <div class="desk" ?data-open=${open !== undefined}>
        <div class="boxes">${boxList({ boxes, open: open?.id, now: Date.now(), choose })}</div>
        <div class="pane">${open ? this.#thread(open, boxes.me) : html`<p class="soft choose">Choose a message.</p>`}</div>
      </div>
    `;
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

  #thread(thread: Thread, me: Person): TemplateResult {
    const { custody, id } = thread;
    const isMine = custody.state === 'held' && custody.holder?.id === me.id;
    return html`
      <button class="back" type="button" @click=${() => void this.#back()}>All boxes</button>
      <care-thread thread=${id}>
        <div slot="composer">
          ${isMine && this.form === 'none' ? html`<care-composer thread=${id}></care-composer>` : nothing}
          <div class="acts">
            <p class="outcome" role="status" tabindex="-1">${this.outcome}</p>
            ${custody.state === 'closed' ? nothing : this.#acts(isMine, custody.state === 'waiting')}
          </div>
        </div>
      </care-thread>
    `;
  }

  #acts(isMine: boolean, isWaiting: boolean): TemplateResult {
    const form = {
      isBusy: this.isBusy,
      cancel: () => void this.#openForm('none'),
      submit: (act: Act) => void this.#do(act),
    };
    if (this.form === 'route') return routeForm(this.colleagues, form);
    if (this.form === 'close') return closeForm(form);
    const claim = (): void => void this.#do({ does: 'claim' });
    return html`<p class="buttons">
      ${isWaiting ? html`<button class="main" type="button" @click=${claim}>Take this</button>` : nothing}
      <button type="button" data-form="route" @click=${() => void this.#openForm('route')}>Pass to a colleague</button>
      ${isMine ? html`<button type="button" data-form="close" @click=${() => void this.#openForm('close')}>Close</button>` : nothing}
    </p>`;
  }

  #show(boxes: Boxes, open: Thread | undefined): void {
    const names = newlyWaiting(this.boxes, boxes);
    if (names.length > 0) this.news = `Waiting now: ${names.join(', ')}`;
    this.boxes = boxes;
    this.problem = undefined;
    if (open && open.id === this.open?.id) this.open = open;
  }

  async #choose({ thread }: QueueItem): Promise<void> {
    this.open = thread;
    this.form = 'none';
    this.outcome = '';
    await this.updateComplete;
    this.querySelector('care-thread')?.focus();
  }

  async #back(): Promise<void> {
    const row = this.querySelector<HTMLElement>('.row[aria-current]') ?? this.querySelector<HTMLElement>('.row');
    this.open = undefined;
    await this.updateComplete;
    row?.focus();
  }

  async #openForm(form: 'none' | 'route' | 'close'): Promise<void> {
    const before = this.form;
    this.outcome = '';
    if (form === 'route' && this.client) await this.#readColleagues(this.client);
    this.form = form;
    await this.updateComplete;
    const first = form === 'none' ? `[data-form=${before}]` : '.act :is(select, input)';
    this.querySelector<HTMLElement>(first)?.focus();
  }

  async #readColleagues(client: Client): Promise<void> {
    const { signal } = new AbortController();
    const staff = await listStaff(client, { signal }).catch((error: unknown) => {
      this.outcome = failureWords(error);
    });
    const holder = this.open?.custody.holder?.id;
    this.colleagues = (staff?.items ?? []).filter(({ id }) => id !== holder);
  }

  async #do(act: Act): Promise<void> {
    const { client, boxes, open } = this;
    if (!client || !boxes || !open || this.isBusy) return;
    this.isBusy = true;
    const { isDone, words, thread } = await carryOut(client, boxes.me, open, act);
    this.isBusy = false;
    if (this.open?.id !== open.id) return;
    this.outcome = words;
    if (thread) this.open = thread;
    if (isDone) this.form = 'none';
    this.#feed?.look();
    await this.updateComplete;
    // The button that was pressed may be gone, and with it the place one was at.
    if (isDone) this.querySelector<HTMLElement>('.outcome')?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'staff-desk': StaffDesk;
  }
}
