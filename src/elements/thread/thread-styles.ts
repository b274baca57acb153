import { css } from 'lit';

/** A thread is a line through time: people write on it, events are marks on it. */
export const threadStyles = css`
  .head {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--care-space-4);
    padding: var(--care-space-4);
    border-block-end: 1px solid var(--care-color-divider);
  }
  .custody {
    display: flex;
    gap: var(--care-space-2);
    align-items: baseline;
  }
  .custody > svg {
    flex: none;
    align-self: start;
    margin-block-start: 0.12em;
    color: var(--care-color-accent);
  }
  .earlier {
    padding: var(--care-space-4) var(--care-space-4) 0;
  }
  .talk {
    padding: var(--care-space-5) var(--care-space-4);
  }
  .talk > li {
    position: relative;
    padding-block-end: var(--care-space-5);
    contain-intrinsic-block-size: auto 7em;
    content-visibility: auto;
  }
  .talk > li:last-child {
    padding-block-end: 0;
  }
  .talk > li:has(> .event):has(+ li > .event) {
    padding-block-end: var(--care-space-2);
  }
  .day {
    font-size: var(--care-text-s);
  }
  .message {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--care-space-2);
    max-inline-size: var(--care-measure);
  }
  .byline {
    display: flex;
    gap: var(--care-space-3);
    align-items: center;
    font-size: var(--care-text-s);
    line-height: 1.35;
  }
  .byline > div {
    flex: 1;
    min-inline-size: 0;
  }
  .name {
    font-size: var(--care-text-m);
    font-weight: var(--care-weight-strong);
  }
  .byline > time {
    align-self: start;
    color: var(--care-color-text-soft);
    white-space: nowrap;
  }
  .words {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--care-space-3);
  }
  .body {
    white-space: pre-wrap;
    unicode-bidi: plaintext;
  }
  .mine .words {
    padding: var(--care-space-3) var(--care-space-4);
    background: var(--care-color-mine);
    border-radius: var(--care-radius);
  }
  /* Dashed edge: not known to be there. Solid bar: not sent. Both are borders, which forced colours keep. */
  .unsure .words {
    outline: 1px dashed var(--care-color-control-border);
    outline-offset: -1px;
    background: none;
  }
  .refused .words {
    border-inline-start: var(--care-bar) solid var(--care-color-attention);
  }
  .state {
    display: flex;
    gap: var(--care-space-2);
    align-items: baseline;
    font-size: var(--care-text-s);
    color: var(--care-color-text-soft);
  }
  .state svg {
    flex: none;
    align-self: start;
    inline-size: 1.05em;
    block-size: 1.05em;
    margin-block-start: 0.2em;
  }
  .unsure .state {
    color: var(--care-color-text);
    font-weight: 500;
  }
  .refused .state {
    color: var(--care-color-attention);
    font-weight: 500;
  }
  .event {
    display: flex;
    gap: var(--care-space-2);
    max-inline-size: var(--care-measure);
    font-size: var(--care-text-s);
    line-height: 1.45;
    color: var(--care-color-text-soft);
  }
  .event > svg {
    flex: none;
    inline-size: 1.1em;
    block-size: 1.1em;
    margin-block-start: 0.2em;
  }
  .event > span {
    flex: 1;
    min-inline-size: 0;
  }
  .event > time {
    margin-inline-start: var(--care-space-2);
    white-space: nowrap;
  }
  @container (min-width: 25rem) {
    .talk > li {
      padding-inline-start: calc(3.25 * var(--care-rem));
    }
    .talk > li:not(:last-child, :has(> .day))::before {
      content: '';
      position: absolute;
      inset-block: 0;
      inset-inline-start: calc(1.125 * var(--care-rem));
      border-inline-start: 1px solid var(--care-color-divider);
    }
    .talk .monogram {
      position: absolute;
      inset-block-start: 0;
      inset-inline-start: 0;
    }
    .event > svg {
      position: absolute;
      inset-block-start: 0;
      inset-inline-start: calc(1.125 * var(--care-rem) - 0.85em);
      inline-size: 1.7em;
      block-size: 1.7em;
      margin: 0;
      padding: 0.3em;
      background: var(--care-color-surface);
    }
  }
`;
