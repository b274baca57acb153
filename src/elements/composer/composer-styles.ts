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
  .kept {
    padding: var(--care-space-3) var(--care-space-4);
    white-space: pre-wrap;
    unicode-bidi: plaintext;
    background: var(--care-color-mine);
    border-radius: var(--_radius);
  }
  /* Dashed edge: not known to be there. Solid bar: not sent. Both are borders, which forced colours keep. */
  .kept.unsure {
    outline: 1px dashed var(--care-color-control-border);
    outline-offset: -1px;
    background: none;
  }
  .kept.refused {
    border-inline-start: var(--care-bar) solid var(--care-color-attention);
  }
`;
