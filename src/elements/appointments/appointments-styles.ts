import { css } from 'lit';

/** What stands around the list. */
export const appointmentsStyles = css`
  h2:focus-visible {
    outline-offset: 4px;
  }
  .whose {
    max-inline-size: 22em;
  }
  @media print {
    .whose {
      display: none;
    }
  }
`;
