import { css } from 'lit';

/**
 * The hand-over line: who had it, who has it, by when. A dot has been, a ring is now, an empty dot comes later, a tick
 * is the due time. Stands where it is narrow, lies down from 33 em.
 */
export const handoverStyles = css`
  .handover {
    --_line: 2px solid var(--care-color-text-soft);
    display: grid;
    font-size: var(--care-text-s);
    line-height: 1.4;
  }
  .handover > li {
    position: relative;
    display: grid;
    align-content: start;
    padding-block-end: var(--care-space-3);
    padding-inline-start: var(--care-space-5);
    color: var(--care-color-text-soft);
  }
  .handover > li:last-child {
    padding-block-end: 0;
  }
  .handover > li::before {
    content: '';
    position: absolute;
    z-index: 1;
    inset-block-start: 0.3em;
    inset-inline-start: 1px;
    inline-size: 11px;
    block-size: 11px;
    background: var(--care-color-text-soft);
    border: var(--_line);
    border-radius: 50%;
  }
  .handover > li:not(:last-child)::after {
    content: '';
    position: absolute;
    inset-block: 0.9em -0.3em;
    inset-inline-start: 5.5px;
    border-inline-start: var(--_line);
  }
  .handover > :is(.now, .due),
  .handover > .due > b {
    color: var(--care-color-text);
  }
  .handover > .now::before {
    inline-size: 7px;
    block-size: 7px;
    margin: 2px;
    background: var(--care-color-accent);
    border: 0;
    outline: 2px solid var(--care-color-accent);
    outline-offset: 2px;
  }
  .handover > .later::before {
    background: var(--care-color-surface);
  }
  .handover > :is(.now, .later):not(:last-child)::after {
    border-inline-start-style: dotted;
  }
  .handover > .now:not(:last-child)::after {
    margin-block-start: 4px;
  }
  .handover > .due::before {
    inset-block-start: 0.15em;
    inset-inline-start: 5.5px;
    inline-size: 0;
    block-size: 15px;
    border: 0;
    border-inline-start: var(--_line);
    border-radius: 0;
  }
  @container (min-width: 32.94em) {
    .handover {
      grid-auto-columns: minmax(0, 1fr);
      grid-auto-flow: column;
    }
    .handover > li,
    .handover > li:last-child {
      padding: var(--care-space-5) var(--care-space-3) 0 0;
      padding-inline: 0 var(--care-space-3);
    }
    .handover > li::before {
      inset-block-start: 2px;
      inset-inline-start: 0;
    }
    .handover > .due::before {
      inset-block-start: 0;
      inset-inline-start: 0;
    }
    .handover > li:not(:last-child)::after {
      inset-block: 6.5px auto;
      inset-inline: 11px 0;
      border-block-start: var(--_line);
      border-inline-start: 0;
    }
    .handover > :is(.now, .later):not(:last-child)::after {
      border-block-start-style: dotted;
    }
    .handover > .now:not(:last-child)::after {
      margin-block-start: 0;
      margin-inline-start: 4px;
    }
  }
  @media (forced-colors: active) {
    .handover > li::before {
      forced-color-adjust: none;
    }
  }
`;
