import { css } from 'lit';

/** A note: a bar, a mark, a sentence, a way on. And what is shown while something is on its way. */
export const noteStyles = css`
  .note {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: var(--care-space-1) var(--care-space-3);
    padding: var(--care-space-3) var(--care-space-4);
    background: var(--care-color-surface-sunk);
    border-inline-start: var(--care-bar) solid var(--care-color-control-border);
  }
  .note > .icon {
    margin-block-start: 0.15em;
  }
  .note > :not(.icon) {
    grid-column: 2;
  }
  .note > .row {
    margin-block-start: var(--care-space-2);
  }
  .note.done {
    background: var(--care-color-done-wash);
    border-color: var(--care-color-done);
  }
  .note.done > .icon {
    color: var(--care-color-done);
  }
  .note.attention {
    background: var(--care-color-attention-wash);
    border-color: var(--care-color-attention);
  }
  .note.attention > .icon {
    color: var(--care-color-attention);
  }
  .note.urgent {
    background: var(--care-color-urgent-wash);
    border-color: var(--care-color-urgent);
  }
  .note.urgent > .icon {
    color: var(--care-color-urgent);
  }
  @container (max-width: 23.53em) {
    .note {
      column-gap: var(--care-space-2);
      padding-inline: var(--care-space-3);
    }
    .note > .row {
      grid-column: 1 / -1;
    }
  }

  /* The shape of what comes after 0.3 s, the words after 2 s: a quick answer shows neither. */
  .waiting {
    display: grid;
    gap: var(--care-space-5);
    min-block-size: 12em;
  }
  .shapes {
    display: grid;
    gap: var(--care-space-3);
    animation: appear 0s 0.3s both;
  }
  .shapes > span {
    inline-size: 74%;
    block-size: 0.8em;
    background: color-mix(in srgb, var(--care-color-divider) 55%, var(--care-color-surface));
    border-radius: 3px;
  }
  .shapes > :nth-child(3n + 2) {
    inline-size: 52%;
  }
  .shapes > :nth-child(3n) {
    inline-size: 92%;
    margin-block-end: var(--care-space-4);
  }
  .waiting > p {
    animation: appear 0s 2s both;
  }
  @keyframes appear {
    from {
      visibility: hidden;
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    .shapes > span {
      animation: breathe 1.8s infinite alternate;
    }
    @keyframes breathe {
      to {
        opacity: 0.45;
      }
    }
  }
  @media (forced-colors: active) {
    .shapes > span {
      border: 1px solid CanvasText;
    }
  }
`;
