import { css } from 'lit';

/** Words that are kept, and how far those on their way have come. */
export const moreStyles = css`
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
  .unsure + .state {
    font-weight: 500;
    color: var(--care-color-text);
  }
  .refused + .state {
    font-weight: 500;
    color: var(--care-color-attention);
  }
`;
