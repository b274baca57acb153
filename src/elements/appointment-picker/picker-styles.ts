import { css } from 'lit';

/** A month and a day's times: one under the other, side by side where there is room. */
export const pickerStyles = css`
  h2:focus-visible {
    outline-offset: 4px;
  }
  .picker {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--care-space-5);
    align-items: start;
  }
  @container (min-width: 42.36em) {
    .picker {
      grid-template-columns: minmax(0, 24em) minmax(0, 1fr);
      gap: var(--care-space-6);
    }
  }
  .calendar {
    max-inline-size: 27em;
  }
  .head {
    display: grid;
    grid-template-columns: auto 1fr auto;
    align-items: center;
    text-align: center;
  }
  .turn,
  .turn:not(.quiet) {
    inline-size: var(--care-control-height);
    padding: 0;
  }
  .turn .onward {
    display: grid;
    rotate: 180deg;
  }
  table {
    inline-size: 100%;
    table-layout: fixed;
    border-spacing: 0;
    text-align: center;
    font-variant-numeric: tabular-nums;
  }
  th {
    padding: var(--care-space-2) 0;
    font-size: var(--care-text-xs);
    font-weight: 400;
    color: var(--care-color-text-soft);
  }
  td {
    padding: 1px;
  }
  [part='day'] {
    display: grid;
    place-content: center;
    inline-size: 100%;
    block-size: var(--care-control-height);
    padding: 0;
    font: inherit;
    color: var(--care-color-text-soft);
    cursor: default;
    background: none;
    border: 1px solid transparent;
    border-radius: var(--_radius);
  }
  [part='day'].free {
    font-weight: 600;
    color: var(--care-color-text);
    cursor: pointer;
  }
  .free::after {
    inline-size: 1.1em;
    margin-inline: auto;
    content: '';
    border-block-end: 2px solid var(--care-color-accent);
  }
  .free:hover {
    background: var(--care-color-surface-sunk);
  }
  [part='day'][aria-pressed='true'] {
    color: var(--care-color-on-accent);
    background: var(--care-brand-fill, var(--care-color-accent));
  }
  [aria-pressed='true']::after {
    border-color: currentColor;
  }
  [part='day'][aria-current] {
    border-color: var(--care-color-control-border);
  }
  .slots {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(8em, 1fr));
    gap: var(--care-space-2);
  }
  /* A time reads in its own direction, whatever stands around it. */
  .slots time {
    unicode-bidi: plaintext;
  }
  .slots .option {
    padding-inline-end: var(--care-space-2);
  }
  .day > .stack {
    clear: both;
  }
  .times {
    min-block-size: 12em;
  }
  @media (forced-colors: active) {
    [part='day']:not([aria-current]) {
      border-color: Canvas;
    }
    [part='day'][aria-pressed='true'] {
      forced-color-adjust: none;
      color: HighlightText;
      background: Highlight;
    }
  }
`;
