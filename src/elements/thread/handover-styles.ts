import { css } from 'lit';

/** The hand-over line: a thin line, a dot for each who had the thread, a ring where it is now, a tick when it is due. */
export const handoverStyles = css`
  .handover {
    display: none;
  }
  @container (min-width: 35rem) {
    .handover {
      display: grid;
      grid-auto-columns: minmax(0, 1fr);
      grid-auto-flow: column;
      font-size: var(--care-text-s);
      line-height: 1.4;
      color: var(--care-color-text-soft);
    }
    .handover > li {
      position: relative;
      padding-block-start: var(--care-space-5);
      padding-inline-end: var(--care-space-3);
    }
    .handover > li > * {
      display: block;
    }
    .handover > li::before {
      content: '';
      position: absolute;
      z-index: 1;
      inset-block-start: 2px;
      inset-inline-start: 0;
      box-sizing: border-box;
      inline-size: 11px;
      block-size: 11px;
      border: 5.5px solid var(--care-color-text-soft);
      border-radius: 50%;
    }
    .handover > li:not(:last-child)::after {
      content: '';
      position: absolute;
      inset-block-start: 6.5px;
      inset-inline: 11px 0;
      border-block-start: 2px solid var(--care-color-text-soft);
    }
    .handover > .now {
      color: var(--care-color-text);
    }
    .handover > .now::before {
      inline-size: 7px;
      block-size: 7px;
      margin: 2px;
      border: 3.5px solid var(--care-color-accent);
      outline: 2px solid var(--care-color-accent);
      outline-offset: 2px;
    }
    .handover > .now:not(:last-child)::after {
      inset-inline-start: 15px;
      border-block-start-style: dotted;
    }
    .handover > .due {
      color: var(--care-color-text);
    }
    .handover > .due::before {
      inset-block-start: 0;
      inline-size: 2px;
      block-size: 15px;
      border: 0;
      border-inline-start: 2px solid var(--care-color-text-soft);
      border-radius: 0;
    }
  }
`;
