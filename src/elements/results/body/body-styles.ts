import { css } from 'lit';

/** A list on the page's own paper: no box around it, and a line over each result. */
export const bodyStyles = css`
  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: var(--care-space-2) var(--care-space-5);
    align-items: start;
    justify-content: space-between;
  }
  .tools > * {
    flex: 1 1 100%;
  }
  .tools > .search {
    flex-basis: 22em;
  }
  .tools > .row {
    flex: 0 1 auto;
  }
  .search {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: var(--care-space-3) var(--care-space-2);
    max-inline-size: 37em;
  }
  .search .button {
    inline-size: auto;
  }
  .whose {
    max-inline-size: 22em;
  }
  .since {
    padding-inline-start: var(--care-space-3);
    border-inline-start: var(--care-bar) solid var(--care-color-accent);
  }
  .since [aria-pressed='true'] {
    background: var(--care-color-selected);
    border-color: var(--care-color-accent);
    outline: 1px solid var(--care-color-accent);
    outline-offset: calc(-1px - var(--_border));
  }
  /* What moves it while it is measured is the element itself. */
  .results {
    overflow-anchor: none;
  }
  .results > li {
    padding-block-end: var(--care-space-6);
  }
  .whole > li {
    contain-intrinsic-block-size: auto 26em;
    content-visibility: auto;
    /* What is not drawn out of sight cuts what hangs over: rings of the focus, too. */
    overflow-clip-margin: 8px;
  }
  /* A tab on the line over what is new. */
  .results .fresh {
    margin-block-end: var(--care-space-1);
    font-size: var(--care-text-s);
    font-weight: 600;
    color: var(--care-color-accent);
  }
  .more {
    display: grid;
    gap: var(--care-space-2);
    justify-items: start;
  }
`;
