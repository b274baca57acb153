import { css } from 'lit';

/** What comes with cards, with changed messages, and at the end of a thread. */
export const moreStyles = css`
  /* A card: the one box in a surface, and never a box in it. */
  .enclosed {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--care-space-3);
    padding: var(--care-space-4);
    background: var(--care-color-surface);
    border: 1px solid var(--care-color-divider);
    border-radius: var(--_radius);
  }
  .enclosed .state {
    align-items: center;
  }
  .enclosed .state > .icon {
    margin: 0;
  }
  .custody a {
    display: inline-block;
  }
  .words summary {
    min-block-size: var(--care-control-height);
    align-content: center;
    font-size: var(--care-text-s);
    color: var(--care-color-accent);
    cursor: pointer;
  }
  .newer {
    position: sticky;
    z-index: 1;
    inset-block-end: var(--care-space-3);
    display: grid;
    justify-items: center;
  }
  .talk > ol > li {
    scroll-margin-block: var(--care-space-6);
  }
  .ways > p {
    flex: 1 0 100%;
  }
  .ways .row {
    column-gap: var(--care-space-5);
  }
  @media print {
    .enclosed form,
    .enclosed .row,
    .words summary {
      display: none;
    }
  }
`;
