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
  .signs {
    padding-inline-start: 1.25em;
    font-size: var(--care-text-m);
    color: var(--care-color-text);
    list-style: disc;
  }
  .field > .note {
    margin-block-start: var(--care-space-2);
  }
  .kept {
    white-space: pre-wrap;
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
  .about li {
    flex-wrap: nowrap;
  }
  .about .button {
    flex: none;
    white-space: nowrap;
  }
  .delivery {
    margin-block-start: var(--care-space-3);
  }
  :is(.unknown, .undecided) .note {
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
  @media print {
    .safety {
      display: none;
    }
  }
`;
