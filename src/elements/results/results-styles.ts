import { css } from 'lit';

/** What stands around the list. */
export const resultsStyles = css`
  h2:focus-visible {
    outline-offset: 4px;
  }
`;
