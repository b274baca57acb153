import { css } from 'lit';

/** Visits on the page's own paper: a line over each, the next one under a strong one. */
export const listStyles = css`
  .visits {
    gap: 0;
  }
  .visits > h3 {
    padding-block: var(--care-space-5) var(--care-space-2);
  }
  .appointment {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--care-space-4);
    max-inline-size: var(--care-measure);
    padding-block: var(--care-space-5);
    border-block-start: 1px solid var(--care-color-divider);
  }
  .next {
    border-block-start: 2px solid var(--care-color-text);
  }
  .when {
    font-variant-numeric: tabular-nums;
  }
  .next .when {
    font-size: var(--care-text-xl);
    letter-spacing: -0.012em;
  }
  .facts {
    display: grid;
    gap: var(--care-space-3);
  }
  .facts:not(:has(*)) {
    display: none;
  }
  .facts dt {
    font-size: var(--care-text-s);
    color: var(--care-color-text-soft);
  }
  .told {
    white-space: pre-wrap;
  }
  /* In a line of words, with a target as high as any. */
  .inline,
  .outward {
    position: relative;
    min-block-size: 0;
    padding: 0;
  }
  :is(.inline, .outward)::after {
    position: absolute;
    inset: -0.6em -0.25em;
    content: '';
  }
  @container (min-width: 28.24em) {
    .facts > div {
      display: grid;
      grid-template-columns: 8.5em minmax(0, 1fr);
      gap: 0 var(--care-space-4);
      align-items: baseline;
    }
  }
  @media print {
    .appointment {
      break-inside: avoid;
    }
    .outward,
    .acting {
      display: none;
    }
  }
`;
