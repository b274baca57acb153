import { css } from 'lit';

/** What lies below a result. */
export const moreStyles = css`
  .trend {
    padding-left: 2.6em;
  }
  .path {
    fill: none;
    stroke: var(--care-color-text);
    stroke-width: 2;
    vector-effect: non-scaling-stroke;
    stroke-linejoin: round;
  }
  .dot {
    fill: var(--care-color-surface);
    stroke: var(--care-color-text);
    stroke-width: 2;
  }
  table {
    inline-size: 100%;
    font-size: var(--care-text-s);
    font-variant-numeric: tabular-nums;
    border-collapse: collapse;
  }
  :is(th, td) {
    padding-block: var(--care-space-2);
    font-weight: 400;
    text-align: start;
    vertical-align: baseline;
    border-block-end: 1px solid var(--care-color-divider);
  }
  thead th {
    color: var(--care-color-text-soft);
  }
  :is(th, td) + :is(th, td) {
    padding-inline-start: var(--care-space-4);
  }
  .files {
    display: grid;
    gap: var(--care-space-3);
  }
  .files p:empty {
    display: none;
  }
  .outside-words {
    display: grid;
    gap: var(--care-space-2);
    max-inline-size: var(--care-measure);
    padding-block-end: var(--care-space-3);
  }
  .correction dl {
    display: grid;
    gap: 0;
  }
  .correction dd + dt {
    margin-block-start: var(--care-space-2);
  }
  .mistake {
    max-inline-size: var(--care-measure);
    padding-inline-start: var(--care-space-4);
    border-inline-start: var(--care-bar) solid var(--care-color-control-border);
  }
  @media (forced-colors: active) {
    .dot {
      fill: Canvas;
      stroke: CanvasText;
    }
    .path {
      stroke: CanvasText;
    }
  }
  @media print {
    .mistake {
      display: none;
    }
  }
`;
