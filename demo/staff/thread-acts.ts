import { type Client, listEntries, listResults, listStaff, listThreads } from 'carethread/client';
import type { Message, Person, Result, Thread } from 'carethread/model';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { type Act, carryOut, isWithTheSame } from './acts.js';
import { callForm } from './forms/call-form.js';
import { changeForm } from './forms/change-form.js';
import { closeForm } from './forms/close-form.js';
import { linkForm } from './forms/link-form.js';
import { resultForm } from './forms/result-form.js';
import { routeForm } from './forms/route-form.js';
import { failureWords, whatHappened } from './words.js';

type Form = 'none' | 'call' | 'ask' | 'link' | 'result' | 'offer' | 'change' | 'route' | 'close';

/** What can be done with the thread that is open, one thing at a time. Fires `acted` with what came of each. */
export class StaffActs extends LitElement {
  @property({ attribute: false }) client?: Client;
  @property({ attribute: false }) me?: Person;
  @property({ attribute: false }) thread?: Thread;

  /** Which form is open. */
  @state() private form: Form = 'none';
  @state() private isBusy = false;
  /** What came of the last act. */
  @state() private outcome = '';
  // What the open form needs to know.
  @state() private colleagues: readonly Person[] = [];
  @state() private others: readonly Thread[] = [];
  @state() private results: readonly Result[] = [];
  @state() private last: Message | undefined;

  /** Whether the last act came to nothing. */
  #hasFailed = false;

  // A page's own part, in the page's own styles.
  protected override createRenderRoot(): this {
    return this;
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    const before = changed.get('thread') as Thread | undefined;
    const { thread, me } = this;
    if (!before) return;
    if (before.id !== thread?.id) {
      this.form = 'none';
      this.outcome = '';
      this.#hasFailed = false;
    } else if (this.#hasFailed && me && !isWithTheSame(thread, before)) {
      // It could not be done, and now a colleague has: "try again" is no longer what to read.
      this.outcome = whatHappened(thread, me);
    }
  }

  override render(): TemplateResult | typeof nothing {
    const { thread, me } = this;
    if (!thread || !me) return nothing;
    const { custody, id } = thread;
    const isMine = custody.state === 'held' && custody.holder?.id === me.id;
    return html`
      ${isMine ? html`<care-composer thread=${id} ?hidden=${this.form !== 'none'}></care-composer>` : nothing}
      <div class="acts">
        <p class="outcome" role="status" tabindex="-1">${this.outcome}</p>
        ${custody.state === 'closed' ? nothing : this.#open(thread, isMine)}
      </div>
    `;
  }

  #open(thread: Thread, isMine: boolean): TemplateResult {
    const form = {
      isBusy: this.isBusy,
      cancel: () => void this.#openForm('none'),
      submit: (act: Act) => void this.#do(act),
    };
    switch (this.form) {
      case 'call':
        return callForm(thread.reply, form);
      case 'ask':
        return html`<staff-ask .form=${form}></staff-ask>`;
      case 'link':
        return linkForm(this.others, form);
      case 'result':
        return resultForm(this.results, form);
      case 'offer':
        return html`<staff-offer .client=${this.client} .subject=${thread.subject.id} .form=${form}></staff-offer>`;
      case 'change':
        return changeForm(this.last, form);
      case 'route':
        return routeForm(this.colleagues, form);
      case 'close':
        return closeForm(form);
      case 'none':
        return this.#buttons(thread, isMine);
    }
  }

  #buttons({ custody, turn, subject }: Thread, isMine: boolean): TemplateResult {
    const button = (form: Form, words: string): TemplateResult =>
      html`<button type="button" data-form=${form} @click=${() => void this.#openForm(form)}>${words}</button>`;
    const claim = (): void => void this.#do({ does: 'claim' });
    const mine = html`
      ${button('ask', 'Ask for a detail')} ${button('link', 'Link a thread')} ${button('result', 'Send a result')} ${button('offer', 'Offer times')} ${button('change', 'Change what you wrote')}
    `;
    return html`
      ${isMine && turn === 'nobody' ? html`<p>This is settled: about <bdi>${subject.name}</bdi> nothing is left to do. You can close it.</p>` : nothing}
      <p class="buttons">
        ${custody.state === 'waiting' ? html`<button class="main" type="button" @click=${claim}>Take this</button>` : nothing}
        ${button('call', 'Log a call')} ${isMine ? mine : nothing} ${button('route', 'Pass to a colleague')}
        ${isMine ? button('close', 'Close') : nothing}
      </p>
    `;
  }

  async #openForm(form: Form): Promise<void> {
    const before = this.form;
    this.outcome = '';
    this.#hasFailed = false;
    try {
      if (this.client && this.thread) await this.#readFor(form, this.client, this.thread);
    } catch (error) {
      this.outcome = failureWords(error);
      return;
    }
    this.form = form;
    await this.updateComplete;
    await this.querySelector('staff-ask')?.updateComplete;
    const first = form === 'none' ? `[data-form=${before}]` : '.act :is(select, input, textarea, button)';
    this.querySelector<HTMLElement>(first)?.focus();
  }

  async #readFor(form: Form, client: Client, { id, subject, custody }: Thread): Promise<void> {
    const { signal } = new AbortController();
    if (form === 'route') {
      const { items } = await listStaff(client, { signal });
      this.colleagues = items.filter((one) => one.id !== custody.holder?.id);
    } else if (form === 'link') {
      const { items } = await listThreads(client, { person: subject.id }, { signal });
      this.others = items.filter((one) => one.id !== id && one.subject.id === subject.id);
    } else if (form === 'result') {
      this.results = (await listResults(client, { subject: subject.id }, { signal })).items;
    } else if (form === 'change') {
      const { items } = await listEntries(client, { thread: id }, { signal });
      this.last = items.find((entry): entry is Message => {
        return entry.type === 'message' && entry.author.id === this.me?.id && !entry.retractedAt;
      });
    }
  }

  async #do(act: Act): Promise<void> {
    const { client, me, thread } = this;
    if (!client || !me || !thread || this.isBusy) return;
    this.isBusy = true;
    const outcome = await carryOut(client, me, thread, act);
    this.isBusy = false;
    if (this.thread?.id !== thread.id) return;
    const hasMoved = !outcome.isDone && !isWithTheSame(this.thread, thread);
    this.outcome = hasMoved ? whatHappened(this.thread, me) : outcome.words;
    this.#hasFailed = !outcome.isDone;
    if (outcome.isDone) this.form = 'none';
    this.dispatchEvent(new CustomEvent('acted', { detail: outcome.thread }));
    await this.updateComplete;
    // The button that was pressed may be gone, and with it the place one was at.
    if (outcome.isDone) this.querySelector<HTMLElement>('.outcome')?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'staff-acts': StaffActs;
  }
  interface HTMLElementEventMap {
    /** The thread as it is after an act, where that is known. */
    acted: CustomEvent<Thread | undefined>;
  }
}
