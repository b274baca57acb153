import { css } from 'lit';

/** Choices: rows between hairlines, or short ones side by side. The whole row is the target. */
export const choiceStyles = css`
  legend {
    float: inline-start;
    inline-size: 100%;
  }
  legend + * {
    clear: both;
  }
  :where(input[type='radio'], input[type='checkbox']) {
    display: grid;
    flex: none;
    place-content: center;
    inline-size: calc(1.375 * var(--_rem));
    block-size: calc(1.375 * var(--_rem));
    margin: 0;
    color: var(--care-color-surface);
    cursor: inherit;
    appearance: none;
    background: var(--care-color-surface);
    border: max(1.5px, var(--_border)) solid var(--care-color-control-border);
    border-radius: 50%;
  }
  :where(input[type='checkbox']) {
    border-radius: min(4px, var(--_radius));
  }
  :where(input[type='radio'], input[type='checkbox']):checked {
    border-color: var(--care-color-accent);
  }
  :where(input[type='radio']):checked::before {
    inline-size: calc(0.6875 * var(--_rem));
    block-size: calc(0.6875 * var(--_rem));
    content: '';
    background: var(--care-color-accent);
    border-radius: 50%;
  }
  :where(input[type='checkbox']):checked {
    background: var(--care-color-accent);
  }
  :where(input[type='checkbox']):checked::before {
    inline-size: calc(0.875 * var(--_rem));
    block-size: calc(0.875 * var(--_rem));
    clip-path: polygon(12% 52%, 24% 40%, 42% 58%, 77% 18%, 90% 29%, 43% 82%);
    content: '';
    background: currentColor;
  }

  .choices {
    border-block: 1px solid var(--care-color-divider);
  }
  .choice {
    position: relative;
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 0 var(--care-space-3);
    align-items: start;
    min-block-size: var(--care-control-height);
    padding: var(--care-row-padding) var(--care-space-3);
    cursor: pointer;
  }
  .choice + .choice {
    border-block-start: 1px solid var(--care-color-divider);
  }
  .choice > input {
    margin-block-start: 0.15em;
  }
  .choice:hover {
    background: var(--care-color-surface-sunk);
  }
  /* Chosen is said by the radio, by weight and by the bar; the wash is extra. */
  .choice:has(:checked) {
    background: var(--care-color-selected);
  }
  .choice:has(:checked)::before {
    position: absolute;
    inset-block: -1px;
    inset-inline-start: 0;
    content: '';
    border-inline-start: var(--care-bar) solid var(--care-color-accent);
  }
  .choice .what {
    font-weight: 500;
  }
  .choice:has(:checked) .what {
    font-weight: 600;
  }
  .choice .why {
    grid-column: 2;
    font-size: var(--care-text-s);
    color: var(--care-color-text-soft);
  }
  @container (min-width: 32.94em) {
    .choice:has(.why) {
      grid-template-columns: auto minmax(0, 11.5em) minmax(0, 1fr);
    }
    .choice .why {
      grid-column: 3;
      align-self: baseline;
      padding-block-start: 0.1em;
    }
  }

  .options {
    display: flex;
    flex-wrap: wrap;
    gap: var(--care-space-2);
  }
  .option {
    display: inline-flex;
    gap: var(--care-space-2);
    align-items: center;
    min-block-size: var(--care-control-height);
    padding: var(--care-space-1) var(--care-space-4) var(--care-space-1) var(--care-space-3);
    cursor: pointer;
    background: var(--care-color-surface);
    border: var(--_border) solid var(--care-color-control-border);
    border-radius: var(--_radius);
  }
  /* A double edge, so that nothing moves; an outline, since forced colours take shadows away. */
  .option:has(:checked) {
    background: var(--care-color-selected);
    border-color: var(--care-color-accent);
    outline: 1px solid var(--care-color-accent);
    outline-offset: calc(-1px - var(--_border));
  }
  :is(.choice, .option):has(:focus-visible) {
    z-index: 1;
    outline: 3px solid var(--care-color-accent);
    outline-offset: 0;
  }
  :is(.choice, .option) :focus-visible {
    outline: none;
  }
  input[type='radio']:focus-visible {
    border-radius: 50%;
  }
  @container (max-width: 23.53em) {
    .option {
      flex: 1 1 auto;
    }
  }
  @media (forced-colors: active) {
    :where(input[type='radio'], input[type='checkbox']) {
      appearance: auto;
    }
    :where(input)::before {
      display: none;
    }
  }
`;
