import { type Client, readResult, reviewCorrection } from 'carethread/client';
import type { Correction, Result } from 'carethread/model';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
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

  // A page's own part, in the page's own styles.
  protected override createRenderRoot(): this {
    return this;
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    const before = changed.get('result') as Result | undefined;
    if (before && before.id !== this.result?.id) this.outcome = '';
  }

  override render(): TemplateResult | typeof nothing {
    const { result } = this;
    if (!result) return nothing;
    return html`<div class="review">
      <h2 tabindex="-1"><bdi>${result.subject.name}</bdi> says this is wrong</h2>
      ${result.corrections.filter(isWaiting).map((one) => this.#report(one))}
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
    const { signal } = new AbortController();
    try {
      this.result = await reviewCorrection(client, { result: result.id, ...review }, { signal });
      this.outcome = DONE[review.state];
    } catch (error) {
      this.outcome = failureWords(error);
      // A colleague may have been quicker: what they did is shown.
      this.result = await readResult(client, result.id, { signal }).catch(() => result);
    }
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
