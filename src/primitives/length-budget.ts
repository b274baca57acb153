import { html, type TemplateResult } from 'lit';

export interface LengthBudgetOptions {
  readonly id: string;
  readonly length: number;
  readonly budget: number;
  /** How much is left or over, in words. */
  readonly count: string;
  /** What else there is to say: that nothing is cut. */
  readonly note?: unknown;
}

/** A line that fills, and the words beside it. Nothing is ever cut: what is over stays, and is said. */
export function lengthBudget({ id, length, budget, count, note = '' }: LengthBudgetOptions): TemplateResult {
  const over = length > budget;
  return html`<div part="budget" class=${over ? 'budget over' : 'budget'} id=${id}>
    <svg aria-hidden="true" preserveAspectRatio="none" viewBox="0 0 100 3">
      <rect width="100" height="3" />
      <rect class="used" width=${Math.min(100, (length / budget) * 100)} height="3" />
    </svg>
    <span>${note}</span><span class="count">${count}</span>
  </div>`;
}
