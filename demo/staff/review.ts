import { type Client, readResult, reviewCorrection } from 'carethread/client';
import type { Correction, Result } from 'carethread/model';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { type Review, reviewForm } from './forms/review-form.js';
import { isWaiting } from './reported.js';
import { failureWords, moment } from './words.js';

const DONE: Readonly<Record<Review['state'], string>> = {
  'under-review': 'Noted. The patient reads that you look into it.',
  changed: 'Noted. The patient reads that the record was changed.',
  declined: 'Noted. The patient reads why it stays as it is.',
};

/** A result that a patient says is wrong: what it says, what they say, and what becomes of it. */
export class StaffReview extends LitElement {
  @property({ attribute: false }) client?: Client;
  @property({ attribute: false }) result?: Result;

  @state() private isBusy = false;
  /** What came of the last act. */
  @state() private outcome = '';

  /** The act under way. None: what it was about is no longer looked at. */
  #act: object | undefined;

  // A page's own part, in the page's own styles.
  protected override createRenderRoot(): this {
    return this;
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    const before = changed.get('result') as Result | undefined;
    if (!before || before.id === this.result?.id) return;
    this.outcome = '';
    this.isBusy = false;
    this.#act = undefined;
  }

  override render(): TemplateResult | typeof nothing {
    const { result } = this;
    if (!result) return nothing;
    return html`<div class="review">
      <h2 tabindex="-1"><bdi>${result.subject.name}</bdi> says this is wrong</h2>
      ${repeat(result.corrections.filter(isWaiting), ({ id }) => `${result.id} ${id}`, (one) => this.#report(one))}
      <p class="outcome" role="status" tabindex="-1">${this.outcome}</p>
      <care-result-card result-id=${result.id} compact></care-result-card>
    </div>`;
  }

  #report(correction: Correction): TemplateResult {
    const { wrong, right, reportedBy, reportedAt, state } = correction;
    return html`<div class="report">
      <p class="soft">
        Reported ${reportedBy ? html`by <bdi>${reportedBy.name}</bdi>` : nothing} ${moment(reportedAt)}.
        ${state === 'under-review' ? 'Somebody looks into it.' : nothing}
      </p>
      <dl>
        <dt>What is wrong</dt>
        <dd>${wrong}</dd>
        <dt>What is right</dt>
        <dd>${right}</dd>
      </dl>
      ${reviewForm(correction, {
        isBusy: this.isBusy,
        cancel: () => void this.dispatchEvent(new CustomEvent('left')),
        submit: (review) => void this.#do(review),
      })}
    </div>`;
  }

  async #do(review: Review): Promise<void> {
    const { client, result } = this;
    if (!client || !result || this.isBusy) return;
    if (review.state === 'declined' && !review.note) {
      this.outcome = 'Say why it stays as it is. The patient reads it.';
      this.querySelector<HTMLElement>('textarea')?.focus();
      return;
    }
    this.isBusy = true;
    const act = (this.#act = {});
    const { signal } = new AbortController();
    const [outcome, next] = await reviewCorrection(client, { result: result.id, ...review }, { signal }).then(
      (changed) => [DONE[review.state], changed] as const,
      // A colleague may have been quicker: what they did is shown.
      async (error: unknown) => [failureWords(error), await readResult(client, result.id, { signal }).catch(() => result)] as const,
    );
    // Somebody slow to answer leads nobody back from what they look at now.
    if (this.#act !== act || this.result?.id !== result.id) return;
    this.outcome = outcome;
    this.result = next;
    this.isBusy = false;
    await this.updateComplete;
    this.querySelector<HTMLElement>('.outcome')?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'staff-review': StaffReview;
  }
  interface HTMLElementEventMap {
    /** Whoever looked at a report goes back. */
    left: CustomEvent;
  }
}
