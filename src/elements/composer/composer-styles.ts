import { css } from 'lit';

/** A label, a place to write, and one filled button. */
export const composerStyles = css`
  .composer {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--care-space-2);
    padding: var(--care-composer-padding, var(--care-space-4));
  }
  label > b {
    margin-inline-end: var(--care-space-1);
  }
  [hidden] {
    display: none;
  }
  textarea {
    min-block-size: 5em;
  }
  .kept {
    padding: var(--care-space-3) var(--care-space-4);
    white-space: pre-wrap;
    unicode-bidi: plaintext;
    background: var(--care-color-mine);
    border-radius: var(--_radius);
  }
`;
