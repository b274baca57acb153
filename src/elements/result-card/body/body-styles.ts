import { css } from 'lit';

/** What a result says: its words, its value, and the line it lies on. */
export const bodyStyles = css`
  .care :where(blockquote, figure) {
    min-inline-size: 0;
    margin: 0;
  }
  .words {
    max-inline-size: var(--care-measure);
    white-space: pre-wrap;
    unicode-bidi: plaintext;
  }
  .comment {
    max-inline-size: var(--care-measure);
    padding-inline-start: var(--care-space-4);
    border-inline-start: var(--care-bar) solid var(--care-color-accent);
  }
  .comment footer {
    margin-block-start: var(--care-space-2);
  }
  .baseline {
    align-items: baseline;
  }
  .value {
    font-size: calc(2.125 * var(--_rem));
    font-weight: 600;
    font-variant-numeric: tabular-nums;
    line-height: 1.1;
    letter-spacing: -0.02em;
  }
  .value.long {
    max-inline-size: var(--care-measure);
    font-size: var(--care-text-l);
    line-height: 1.4;
    letter-spacing: 0;
  }
  :host([compact]) .value {
    font-size: var(--care-text-xl);
  }
  .unit {
    font-size: var(--care-text-m);
    font-weight: 400;
    color: var(--care-color-text-soft);
    letter-spacing: 0;
  }
  .flag {
    font-weight: 600;
  }
  .flag.heed {
    color: var(--care-color-attention);
  }
  .flag.within {
    color: var(--care-color-done);
  }
  .flag.down > .icon {
    rotate: 180deg;
  }

  /* Left to right in every language, as on the lab's paper. */
  .drawn {
    display: block;
    inline-size: 100%;
    max-inline-size: var(--care-measure);
    overflow: visible;
    font: var(--care-text-xs) / 1 var(--_font);
    font-variant-numeric: tabular-nums;
    direction: ltr;
  }
  .drawn text {
    fill: var(--care-color-text-soft);
  }
  .track {
    stroke: var(--care-color-control-border);
    stroke-width: 2;
  }
  .range {
    fill: var(--care-color-done-wash);
    stroke: var(--care-color-done);
    vector-effect: non-scaling-stroke;
  }
  .range-end {
    stroke: var(--care-color-done);
    stroke-width: 2;
  }
  .concern {
    stroke: var(--care-color-attention);
    stroke-width: 2;
    stroke-dasharray: 3 3;
  }
  .drawn .concern-word {
    fill: var(--care-color-attention);
  }
  .marker {
    fill: var(--care-color-text);
    stroke: var(--care-color-surface);
    stroke-width: 2;
  }
  .far {
    fill: none;
    stroke: var(--care-color-text);
    stroke-width: 2;
  }
  .drawn .yours {
    font-size: var(--care-text-s);
    font-weight: 600;
    fill: var(--care-color-text);
  }

  .panel > li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: var(--care-space-1) var(--care-space-4);
    align-items: start;
    padding-block: var(--care-space-3);
    border-block-end: 1px solid var(--care-color-divider);
  }
  .panel > .group {
    padding-block-end: var(--care-space-1);
    border: 0;
  }
  .panel .drawn {
    margin-block-start: 0.33em;
  }
  .amount {
    font-weight: 600;
    font-variant-numeric: tabular-nums;
    text-align: end;
  }
  .amount > .unit {
    font-size: var(--care-text-s);
  }
  .panel :is(.flag, .over-time) {
    font-size: var(--care-text-s);
  }
  .panel :is(.where, .over-time, .amount.long) {
    grid-column: 1 / -1;
  }
  .amount.long {
    font-weight: 400;
    text-align: start;
    white-space: pre-wrap;
  }

  summary {
    display: flex;
    gap: var(--care-space-2);
    align-items: center;
    min-block-size: var(--care-control-height);
    color: var(--care-color-accent);
    list-style: none;
    cursor: pointer;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary > .icon {
    transition: rotate var(--care-gentle);
  }
  [open] > summary > .icon {
    rotate: 180deg;
  }
  /* Letters are large for the line they stand at. */
  @container (max-width: 16em) {
    .roomy {
      display: none;
    }
  }
  @container (min-width: 42.35em) {
    .with-trend {
      display: grid;
      grid-template-columns: minmax(0, 5fr) minmax(0, 6fr);
      gap: var(--care-space-6);
      align-items: start;
    }
    .panel > li {
      grid-template-columns: minmax(0, 12em) 8em minmax(0, 1fr) 7em;
    }
    .panel :is(.where, .amount.long) {
      grid-column: 3;
    }
    .panel .wordy > .amount {
      grid-column: 2 / 4;
    }
    .panel .flag {
      grid-row: 1;
      grid-column: 4;
    }
  }
  @media (forced-colors: active) {
    .range {
      fill: Canvas;
      stroke: CanvasText;
    }
    .marker {
      forced-color-adjust: none;
      fill: CanvasText;
      stroke: Canvas;
    }
    .drawn text {
      fill: CanvasText;
    }
  }
  @media print {
    summary {
      display: none;
    }
  }
`;
