import { css } from 'lit';

/** Values over time, as a drawing and as a table. */
export const trendStyles = css`
  .trend {
    padding-left: 3.4em;
  }
  .path,
  .rings {
    fill: none;
    stroke: var(--care-color-text);
    stroke-width: 2px;
    vector-effect: non-scaling-stroke;
    stroke-linejoin: round;
  }
  .rings {
    stroke-width: 0.77em;
    stroke-linecap: round;
  }
  .rings.holes {
    stroke: var(--care-color-surface);
    stroke-width: 0.46em;
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
  @media (forced-colors: active) {
    .path,
    .rings {
      stroke: CanvasText;
    }
    .rings.holes {
      stroke: Canvas;
    }
  }
`;
