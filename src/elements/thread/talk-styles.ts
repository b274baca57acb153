import { css } from 'lit';

/** A thread is a line through time: people write on it, events are marks on it. */
export const talkStyles = css`
  .head {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--care-space-4);
    padding: var(--care-space-4);
    border-block-end: 1px solid var(--care-color-divider);
  }
  .head h2 {
    font-size: var(--care-text-l);
  }
  /* Marks piled on letters stay in their own box (row I05). */
  .head h2,
  .name,
  .mark,
  .facts :is(dt, dd),
  .body,
  .event > span {
    overflow: clip;
    overflow-clip-margin: 4px;
  }
  /* Where it is narrow the words above say who has it, and the talk below who had it. */
  @container (max-width: 32.93em) {
    .head .handover {
      display: none;
    }
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
  .talk {
    padding: var(--care-space-5) var(--care-space-4);
  }
  .talk > ol {
    contain-intrinsic-block-size: auto 40em;
  }
  .talk > ol > li {
    position: relative;
    padding-block-end: var(--care-space-5);
    contain-intrinsic-block-size: auto 7em;
  }
  .talk > ol,
  .talk > ol > li {
    content-visibility: auto;
    overflow-clip-margin: 8px;
  }
  .talk > :last-child > :last-child {
    padding-block-end: 0;
  }
  .talk > ol > li:has(> .event):has(+ li > .event) {
    padding-block-end: var(--care-space-2);
  }
  .day {
    font-size: var(--care-text-s);
  }
  .earlier,
  .problem {
    padding: var(--care-space-4) var(--care-space-4) 0;
  }
  .unreadable {
    padding: 0 var(--care-space-4) var(--care-space-4);
  }
  .ways {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--care-space-5);
    padding: 0 var(--care-space-4) var(--care-space-2);
    font-size: var(--care-text-s);
  }
  .ways summary {
    min-block-size: var(--care-control-height);
    align-content: center;
    color: var(--care-color-accent);
    cursor: pointer;
  }
  .reply {
    border-block-start: 1px solid var(--care-color-divider);
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
    font-weight: 600;
  }
  .byline > time {
    align-self: start;
    color: var(--care-color-text-soft);
    white-space: nowrap;
  }
  .name,
  .mark {
    display: block;
  }
  .mark::first-letter {
    text-transform: uppercase;
  }
  .monogram {
    display: grid;
    flex: none;
    align-self: start;
    place-items: center;
    inline-size: calc(2.25 * var(--_rem));
    block-size: calc(2.25 * var(--_rem));
    font-size: var(--care-text-xs);
    font-weight: 600;
    background: var(--care-color-surface-sunk);
    border: 1px solid var(--care-color-divider);
    border-radius: var(--_radius);
  }
  .facts {
    display: grid;
    gap: var(--care-space-2);
  }
  .facts > div {
    display: grid;
    gap: 0 var(--care-space-4);
  }
  .facts dt {
    font-size: var(--care-text-s);
    color: var(--care-color-text-soft);
  }
  .mine .byline:not(:has(.mark)) > time {
    align-self: center;
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
    border-radius: var(--_radius);
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
  @container (min-width: 23.53em) {
    .talk > ol > li {
      padding-inline-start: calc(3.25 * var(--_rem));
    }
    .talk > ol > li:not(.talk > :last-child > :last-child, :has(> .day))::before {
      content: '';
      position: absolute;
      inset-block: 0;
      inset-inline-start: calc(1.125 * var(--_rem));
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
      inset-inline-start: calc(1.125 * var(--_rem) - 0.85em);
      inline-size: 1.7em;
      block-size: 1.7em;
      margin: 0;
      padding: 0.3em;
      background: var(--care-color-surface);
    }
  }
  @media print {
    .ways,
    .reply {
      display: none;
    }
    .talk > ol,
    .talk > ol > li {
      content-visibility: visible;
    }
    .talk > ol > li {
      break-inside: avoid;
    }
  }
`;
