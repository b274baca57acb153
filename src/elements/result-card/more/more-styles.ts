import { css } from 'lit';

/** What lies below a result. */
export const moreStyles = css`
  .files {
    display: grid;
    gap: var(--care-space-3);
  }
  .files p:empty {
    display: none;
  }
  .outside-words {
    display: grid;
    gap: var(--care-space-2);
    max-inline-size: var(--care-measure);
    padding-block-end: var(--care-space-3);
  }
  .correction dl {
    display: grid;
    gap: 0;
  }
  .correction dd + dt {
    margin-block-start: var(--care-space-2);
  }
  .mistake {
    max-inline-size: var(--care-measure);
    padding-inline-start: var(--care-space-4);
    border-inline-start: var(--care-bar) solid var(--care-color-control-border);
  }
  @media print {
    .mistake {
      display: none;
    }
  }
`;
