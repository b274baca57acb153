import { css } from 'lit';

/** A label, a place to write, and one filled button. */
export const composerStyles = css`
  .composer,
  form,
  .under-way {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--care-space-2);
  }
  .composer {
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
`;
