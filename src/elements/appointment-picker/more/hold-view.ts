import { html, nothing, type TemplateResult } from 'lit';
import type { PickerMoreWords } from '../../../i18n/en/appointment-picker-more.js';
import type { Holding } from './holding.js';

/** A line that shrinks, and beside it in words how long a time is kept. */
export function holdView(holding: Holding, time: string, words: PickerMoreWords, canExtend: boolean): TemplateResult {
  const { left, state } = holding;
  if (!left) return html`<p class="small soft" part="hold">${state === 'none' ? words.unkept(time) : words.keeping(time)}</p>`;
  const button = html`<button class="button quiet small" type="button" @click=${holding.extend}>${words.moreTime}</button>`;
  return html`<div class="hold" part="hold">
    <svg aria-hidden="true" preserveAspectRatio="none" viewBox="0 0 100 3">
      <rect width="100" height="3" />
      <rect class="left" width=${Math.min(100, (left.seconds / left.whole) * 100)} height="3" />
    </svg>
    <p class="small">
      <span role="timer"><b>${words.kept(time)}</b> <span class="figures">${words.keptFor(left.seconds)}</span></span>
      ${canExtend && left.canExtend ? button : nothing}
    </p>
  </div>`;
}
