import { css } from 'lit';

/** What stands beside the month once a time is chosen, and in its place. */
export const moreStyles = css`
  .zone {
    display: flex;
    gap: var(--care-space-2);
    color: var(--care-color-text-soft);
  }
  .zone b {
    font-weight: 500;
    color: var(--care-color-text);
  }
  .choices {
    max-inline-size: 42em;
  }
  .hold {
    display: grid;
    gap: var(--care-space-2);
  }
  .hold svg {
    inline-size: 100%;
    block-size: 3px;
    fill: var(--care-color-divider);
  }
  .hold .left {
    fill: var(--care-color-accent);
  }
  .hold svg:dir(rtl) {
    scale: -1 1;
  }
  .hold p {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--care-space-3);
    align-items: center;
  }
  .hold .button {
    inline-size: auto;
  }
  .figures {
    font-variant-numeric: tabular-nums;
  }
  #talk {
    min-block-size: 4.5em;
  }
  .unknown .note {
    border: 1px dashed var(--care-color-control-border);
  }
  .note ul {
    display: grid;
    justify-items: start;
  }
  .note li > a {
    display: inline-flex;
    align-items: center;
    min-block-size: var(--care-control-height);
  }
  .note:has(> h3:focus-visible) {
    outline: 3px solid var(--care-color-accent);
    outline-offset: 2px;
  }
  .note > h3:focus-visible {
    outline: none;
  }
  .lost .row > p {
    flex: 1 0 100%;
  }
  .ask {
    max-inline-size: var(--care-measure);
    margin: 0;
  }
  .ask > .stack > h3 {
    justify-self: start;
  }
  /* A group has no edge of its own: a bar says what its words say. */
  fieldset[aria-invalid='true'] {
    padding-inline-start: var(--care-space-3);
    border: 0;
    border-inline-start: var(--care-bar) solid var(--care-color-attention);
  }
  .wish > .row {
    align-items: start;
  }
  .wish fieldset {
    flex: 0 1 auto;
  }
  .wish fieldset legend {
    line-height: 1.5;
    font-family: inherit;
  }
  .wish .row > .stack,
  .wish .field {
    gap: var(--care-space-1);
  }
  .wish .row > .button {
    align-self: end;
  }
  .done {
    max-inline-size: var(--care-measure);
  }
  .when {
    font-size: var(--care-text-xl);
    font-weight: 600;
    line-height: 1.25;
    letter-spacing: -0.012em;
  }
  .facts {
    display: grid;
    gap: var(--care-space-3);
  }
  .facts:empty {
    display: none;
  }
  .facts dt {
    font-size: var(--care-text-s);
    color: var(--care-color-text-soft);
  }
  .own {
    white-space: pre-wrap;
    unicode-bidi: plaintext;
  }
  @media (prefers-reduced-motion: reduce) {
    .hold svg {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .hold svg {
      forced-color-adjust: none;
      fill: GrayText;
    }
    .hold .left {
      fill: Highlight;
    }
  }
`;
