import { css } from 'lit';

/** Two panes on one surface, parted by a line; one at a time where there is no room for two. */
export const inboxStyles = css`
  .inbox {
    background: var(--care-color-surface);
    border: 1px solid var(--care-color-divider);
    border-radius: var(--_radius);
    overflow: clip;
  }
  .inbox[data-open] > .list {
    display: none;
  }
  .problem {
    padding-block-end: var(--care-space-4);
  }
  .choose {
    display: none;
  }
  .back {
    padding-inline: var(--care-space-4);
  }
  @container (min-width: 42.35em) {
    .inbox {
      display: grid;
      grid-template-columns: minmax(17em, 21em) minmax(0, 1fr);
    }
    .inbox[data-open] > .list {
      display: block;
    }
    .inbox > * + * {
      border-inline-start: 1px solid var(--care-color-divider);
    }
    .choose {
      display: grid;
      place-content: center;
      padding: var(--care-space-5);
      color: var(--care-color-text-soft);
    }
    .back {
      display: none;
    }
  }
  /* Words and choices, side by side at every width. */
  .search {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: var(--care-space-3) var(--care-space-2);
    padding: var(--care-space-3) var(--care-space-4);
    border-block-end: 1px solid var(--care-color-divider);
    font-size: var(--care-text-s);
  }
  .search .button {
    inline-size: auto;
  }
  .threads {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--care-inbox-gap, 0);
  }
  .threads > li {
    contain-intrinsic-block-size: auto 6.5em;
    content-visibility: auto;
  }
  .threads > li + li {
    border-block-start: 1px solid var(--care-color-divider);
  }
  .thread {
    position: relative;
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0 var(--care-space-3);
    inline-size: 100%;
    padding: var(--care-row-padding) var(--care-space-4);
    color: inherit;
    background: none;
    border: 0;
    border-radius: 0;
    font: inherit;
    font-size: var(--care-text-s);
    line-height: 1.4;
    text-align: start;
    cursor: pointer;
  }
  .thread:hover {
    background: var(--care-color-surface-sunk);
  }
  .thread[aria-current] {
    background: var(--care-color-selected);
  }
  /* A border, not a background: it stays in forced colours. */
  .thread[aria-current]::before {
    content: '';
    position: absolute;
    inset-block: 0;
    inset-inline-start: 0;
    border-inline-start: var(--care-bar) solid var(--care-color-accent);
  }
  .thread:focus-visible {
    outline-offset: -3px;
  }
  .title {
    font-size: var(--care-text-m);
    line-height: 1.35;
  }
  .new .title {
    font-weight: 600;
  }
  .who,
  .snippet,
  .thread time {
    color: var(--care-color-text-soft);
  }
  .wide {
    grid-column: 1 / -1;
  }
  .count {
    align-self: center;
    justify-self: end;
    min-inline-size: 1.45em;
    padding-inline: 0.4em;
    font-size: var(--care-text-xs);
    font-weight: 600;
    line-height: 1.45;
    text-align: center;
    color: var(--care-color-on-accent);
    background: var(--care-brand-fill, var(--care-color-accent));
    border-radius: 1em;
  }
  .snippet {
    overflow: hidden;
    unicode-bidi: plaintext;
    white-space: nowrap;
    text-overflow: ellipsis;
  }
  .turn {
    display: flex;
    align-items: center;
    gap: var(--care-space-1);
    padding-block-start: var(--care-space-1);
    color: var(--care-color-text-soft);
  }
  @media (forced-colors: active) {
    .count {
      forced-color-adjust: none;
      color: HighlightText;
      background: Highlight;
    }
  }
  .turn svg {
    inline-size: 1.05em;
    block-size: 1.05em;
  }
  .turn.yours,
  .turn.late,
  .turn.unsent {
    font-weight: 600;
  }
  .turn.yours {
    color: var(--care-color-accent);
  }
  .turn.late,
  .turn.unsent {
    color: var(--care-color-attention);
  }
  .foot {
    padding: var(--care-space-3) var(--care-space-4);
    border-block-start: 1px solid var(--care-color-divider);
    font-size: var(--care-text-s);
  }
  /* On paper there is the open thread, and no list. */
  @media print {
    .inbox {
      display: block;
      border: 0;
    }
    .list,
    .choose {
      display: none;
    }
    .inbox > * + * {
      border: 0;
    }
  }
`;
