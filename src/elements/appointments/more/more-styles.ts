import { css } from 'lit';

/** What opens in a visit, and what is said once it is done. */
export const moreStyles = css`
  .panel {
    padding-inline-start: var(--care-space-4);
    border-inline-start: var(--care-bar) solid var(--care-color-accent);
  }
  .panel:focus-visible {
    outline-offset: 6px;
  }
  .panel .choices,
  .writing textarea {
    max-inline-size: var(--care-measure);
  }
  .writing textarea {
    min-block-size: 4.5em;
  }
  .enclosed {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--care-space-3);
    padding: var(--care-space-4);
    border: 1px solid var(--care-color-divider);
    border-radius: var(--_radius);
  }
  .unsure {
    padding: var(--care-space-2) var(--care-space-3);
    border: 1px dashed var(--care-color-control-border);
  }
  .waits {
    display: grid;
    gap: 0;
  }
  .waits > .choice {
    padding-inline: 0;
  }
  /* One box to tick, and no list: the tick and the weight say it. */
  .waits > .choice:has(:checked) {
    background: none;
  }
  .waits > .choice::before {
    display: none;
  }
  .waits > p:last-of-type {
    padding-inline-start: calc(2.125 * var(--_rem));
  }
  .past {
    padding-block-start: var(--care-space-5);
  }
  .past .appointment:last-child {
    padding-block-end: 0;
  }
  .appointment:has(.picking) {
    max-inline-size: none;
  }
  @media print {
    .panel,
    .waits,
    .enclosed {
      display: none;
    }
  }
`;
