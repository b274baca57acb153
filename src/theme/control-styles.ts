import { css } from 'lit';

/** Buttons, and text fields. */
export const controlStyles = css`
  .button {
    display: inline-flex;
    gap: var(--care-space-2);
    align-items: center;
    justify-content: center;
    min-block-size: var(--care-control-height);
    padding: var(--care-space-1) var(--care-space-4);
    margin: 0;
    font: inherit;
    font-weight: 600;
    line-height: 1.25;
    color: var(--care-color-text);
    text-align: center;
    text-decoration: none;
    cursor: pointer;
    background: var(--care-color-surface);
    border: var(--_border) solid var(--care-color-control-border);
    border-radius: var(--_radius);
    transition: background-color var(--care-fast);
  }
  .button:hover {
    color: var(--care-color-text);
    background: var(--care-color-surface-sunk);
  }
  .button.main {
    --_fill: var(--care-brand-fill, var(--care-color-accent));
    padding-inline: var(--care-space-5);
    color: var(--care-color-on-accent);
    background: var(--_fill);
    border-color: var(--_fill);
  }
  .button.main:hover {
    --_fill: var(--care-brand-fill-strong, var(--care-color-accent-hover));
  }
  .button.quiet {
    padding-inline: 0;
    font-weight: 400;
    color: var(--care-color-accent);
    text-decoration: underline 1px;
    text-underline-offset: 0.18em;
    background: none;
    border-color: transparent;
  }
  .button.quiet:hover {
    color: var(--care-color-accent-hover);
    text-decoration-thickness: 2px;
  }
  .button.urgent {
    color: var(--care-color-on-urgent);
    background: var(--care-color-urgent);
    border-color: var(--care-color-urgent);
  }
  /* Held, not gone: it can be reached, and says what is in the way. */
  .button[aria-disabled='true'] {
    color: var(--care-color-text-soft);
    background: var(--care-color-surface-sunk);
    border: var(--_border) dashed var(--care-color-control-border);
  }

  .field {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--care-space-1);
  }
  .field > label,
  .label {
    font-weight: 600;
  }
  :where(input:not([type='radio'], [type='checkbox']), textarea, select) {
    display: block;
    inline-size: 100%;
    max-inline-size: 100%;
    min-block-size: var(--care-control-height);
    padding: var(--care-space-2) var(--care-space-3);
    margin: 0;
    font: inherit;
    color: inherit;
    background: var(--care-color-surface);
    border: max(var(--_border), 1px) solid var(--care-color-control-border);
    border-radius: var(--_radius);
  }
  textarea {
    min-block-size: 8.5em;
    resize: vertical;
  }
  input[type='date'] {
    justify-self: start;
    inline-size: auto;
    min-inline-size: min(100%, 10.5em);
  }
  [aria-invalid='true'] {
    border: 2px solid var(--care-color-attention);
  }

  /* Length budget: a line that fills, and the words beside it. */
  .budget {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: var(--care-space-1) var(--care-space-4);
    font-size: var(--care-text-s);
    color: var(--care-color-text-soft);
  }
  .budget svg {
    grid-column: 1 / -1;
    inline-size: 100%;
    block-size: 3px;
    fill: var(--care-color-divider);
  }
  .budget .used {
    fill: var(--care-color-text-soft);
  }
  .budget .count {
    grid-column: 2;
    font-variant-numeric: tabular-nums;
  }
  .budget.over .used {
    fill: var(--care-color-attention);
  }
  .budget.over .count {
    font-weight: 600;
    color: var(--care-color-attention);
  }

  /* A word on how something stands, behind its mark. */
  .state {
    display: flex;
    gap: var(--care-space-2);
    font-size: var(--care-text-s);
    color: var(--care-color-text-soft);
  }
  .state > .icon {
    inline-size: 1.05em;
    block-size: 1.05em;
    margin-block-start: 0.22em;
  }
  .state.heed {
    font-weight: 500;
    color: var(--care-color-attention);
  }

  @container (max-width: 23.53em) {
    .button:not(.quiet) {
      inline-size: 100%;
    }
  }
  @media (forced-colors: active) {
    .button:is(.main, .urgent):not([aria-disabled='true']) {
      forced-color-adjust: none;
      color: HighlightText;
      background: Highlight;
      border-color: Highlight;
    }
    .button.quiet {
      border-color: Canvas;
    }
    /* What is left would be as dark as what is used. */
    .budget svg {
      forced-color-adjust: none;
      fill: Canvas;
    }
    .budget .used {
      fill: CanvasText;
    }
  }
`;
