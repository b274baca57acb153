import { css } from 'lit';

/** The form's own rhythm, the safety notice, and the line its message goes along. */
export const contactFormStyles = css`
  form {
    margin: 0;
  }
  .rest {
    gap: var(--care-contact-form-gap, var(--care-space-5));
  }
  .measure {
    max-inline-size: var(--care-measure);
  }
  /* A group has no edge of its own: a bar says what its words say. */
  fieldset[aria-invalid='true'] {
    padding-inline-start: var(--care-space-3);
    border: 0;
    border-inline-start: var(--care-bar) solid var(--care-color-attention);
  }
  .note ul {
    display: grid;
    justify-items: start;
  }
  .note li > a {
    display: inline-flex;
    align-items: center;
    min-block-size: var(--care-control-height);
  }
  .note:has(> h3:focus-visible) {
    outline: 3px solid var(--care-color-accent);
    outline-offset: 2px;
  }
  .note > h3:focus-visible {
    outline: none;
  }
  .delivery {
    margin-block-start: var(--care-space-3);
  }
  .unknown .note {
    border: 1px dashed var(--care-color-control-border);
  }
  [aria-disabled='true'] {
    cursor: default;
  }

  .safety {
    border-block: 1px solid var(--care-color-divider);
  }
  .safety > summary {
    display: flex;
    gap: var(--care-space-2);
    align-items: center;
    min-block-size: var(--care-control-height);
    padding-block: var(--care-space-2);
    font-weight: 500;
    list-style: none;
    cursor: pointer;
  }
  .safety > summary::-webkit-details-marker {
    display: none;
  }
  .safety > summary > .icon:last-child {
    margin-inline-start: auto;
    transition: rotate var(--care-gentle);
  }
  .safety[open] > summary > .icon:last-child {
    rotate: 180deg;
  }
  .safety > p {
    padding-block-end: var(--care-space-4);
    padding-inline-start: calc(var(--care-icon) + var(--care-space-2));
  }

  /* The hand-over line: stands where there is little room, lies where there is more. */
  .handover {
    --_mark: var(--care-color-text-soft);
    display: grid;
    font-size: var(--care-text-s);
    line-height: 1.4;
    color: var(--care-color-text-soft);
  }
  .handover > li {
    position: relative;
    padding-block-end: var(--care-space-3);
    padding-inline-start: var(--care-space-5);
  }
  .handover > li:last-child {
    padding-block-end: 0;
  }
  .handover b,
  .handover span {
    display: block;
  }
  .handover > li::before {
    position: absolute;
    z-index: 1;
    inset-block-start: 0.3em;
    inset-inline-start: 1px;
    inline-size: 11px;
    block-size: 11px;
    content: '';
    background: var(--_mark);
    border: 5.5px solid var(--_mark);
    border-radius: 50%;
  }
  .handover > .later::before {
    background: var(--care-color-surface);
    border-width: 2px;
  }
  .handover > .now::before {
    inline-size: 7px;
    block-size: 7px;
    margin: 2px;
    border: 3.5px solid var(--care-color-accent);
    outline: 2px solid var(--care-color-accent);
    outline-offset: 2px;
  }
  .handover > .due::before {
    inset-block-start: 0.15em;
    inset-inline-start: 5.5px;
    inline-size: 0;
    block-size: 15px;
    border: 0;
    border-inline-start: 2px solid var(--_mark);
    border-radius: 0;
  }
  .handover > li:not(:last-child)::after {
    position: absolute;
    inset-block: 0.9em -0.3em;
    inset-inline-start: 5.5px;
    content: '';
    border-inline-start: 2px dotted var(--_mark);
  }
  .handover > .past:not(:last-child)::after {
    border-inline-start-style: solid;
  }
  .handover > .now:not(:last-child)::after {
    margin-block-start: 4px;
  }
  .handover > :not(.later) > b {
    color: var(--care-color-text);
  }
  @container (min-width: 35rem) {
    .handover {
      grid-auto-columns: minmax(0, 1fr);
      grid-auto-flow: column;
    }
    .handover > li {
      padding: var(--care-space-5) 0 0;
      padding-inline-end: var(--care-space-3);
    }
    .handover > li::before,
    .handover > .due::before {
      inset-block-start: 2px;
      inset-inline-start: 0;
    }
    .handover > .due::before {
      inset-block-start: 0;
    }
    .handover > li:not(:last-child)::after {
      inset-block: 6.5px auto;
      inset-inline: 11px 0;
      border-block-start: 2px dotted var(--_mark);
      border-inline-start: 0;
    }
    .handover > .past:not(:last-child)::after {
      border-block-start-style: solid;
    }
    .handover > .now:not(:last-child)::after {
      margin-block-start: 0;
      margin-inline-start: 4px;
    }
  }
  @media print {
    .safety {
      display: none;
    }
  }
`;
