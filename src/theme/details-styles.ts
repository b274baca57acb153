import { css } from 'lit';

/** One line that opens: the safety notice, and whatever is not for everybody. */
export const detailsStyles = css`
  .details {
    border-block: 1px solid var(--care-color-divider);
  }
  .details > summary {
    display: flex;
    align-items: center;
    gap: var(--care-space-2);
    min-block-size: var(--care-control-height);
    padding-block: var(--care-space-2);
    font-weight: 500;
    list-style: none;
    cursor: pointer;
  }
  .details > summary::-webkit-details-marker {
    display: none;
  }
  .details > summary > .icon:last-child {
    margin-inline-start: auto;
    transition: rotate var(--care-gentle);
  }
  .details[open] > summary > .icon:last-child {
    rotate: 180deg;
  }
  .details > div {
    max-inline-size: var(--care-measure);
    padding-block-end: var(--care-space-4);
    padding-inline-start: calc(var(--care-icon) + var(--care-space-2));
  }
`;
