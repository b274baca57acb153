import { css } from 'lit';

/** One result: its head, and what stands in its place while it is covered. */
export const cardStyles = css`
  .card {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--care-space-5);
    padding-block-start: var(--care-space-5);
    border-block-start: 2px solid var(--care-color-text);
  }
  :host([compact]) .card {
    gap: var(--care-space-3);
    padding: 0;
    border: 0;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    gap: var(--care-space-1) var(--care-space-4);
    align-items: baseline;
    justify-content: space-between;
  }
  .covered {
    display: grid;
    gap: var(--care-space-4);
    padding: var(--care-space-5);
    border: 1px dashed var(--care-color-control-border);
    border-radius: var(--_radius);
  }
  .covered > p:empty {
    display: none;
  }
  @container (max-width: 23.53em) {
    .covered {
      padding: var(--care-space-4);
    }
  }
  @media print {
    .covered > .row {
      display: none;
    }
    .card {
      break-inside: avoid-page;
    }
  }
`;
