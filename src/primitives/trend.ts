import { html, nothing, svg, type TemplateResult } from 'lit';
import type { LineLabel } from './number-line.js';

/** A place: `x` in percent of the width, `y` in pixels from the top. */
interface Spot {
  readonly x: number;
  readonly y: number;
}

/** A point with a mark of its own. The one it is drawn for stands out. */
export interface TrendDot extends Spot {
  readonly isLast: boolean;
  /** It lies outside what is usual: a diamond, as on a line. */
  readonly isOutside: boolean;
}

/** Values over time, with the band of what is usual. Places across in percent, places down in pixels. */
export interface Trend {
  /** Says all that is drawn. */
  readonly label: string;
  readonly height: number;
  readonly bands: readonly { readonly from: number; readonly to: number; readonly top: number; readonly bottom: number }[];
  /** Straight lines. Between one and the next there is none. */
  readonly paths: readonly (readonly Spot[])[];
  readonly dots: readonly TrendDot[];
  readonly values: readonly (LineLabel & { readonly y: number })[];
  readonly days: readonly LineLabel[];
  readonly sides: readonly { readonly y: number; readonly text: string }[];
}

const held = (at: number): 'start' | 'middle' | 'end' => (at < 12 ? 'start' : at > 86 ? 'end' : 'middle');

/** Draws it: the band first, then straight lines, then a ring for each point and the last in ink. */
export function trend({ label, height, bands, paths, dots, values, days, sides }: Trend): TemplateResult {
  return html`<svg class="trend drawn" part="trend" height=${height + 44} role="img" aria-label=${label}>
    <svg y="22" width="100%" height=${height} overflow="visible">
      <svg width="100%" height=${height} viewBox="0 0 100 ${height}" preserveAspectRatio="none">
        ${bands.map(
          ({ from, to, top, bottom }) =>
            svg`<rect class="range" x=${from} y=${top} width=${to - from} height=${Math.max(1, bottom - top)} vector-effect="non-scaling-stroke" />`,
        )}
        ${paths.map((spots) => svg`<path class="path" d="M${spots.map(({ x, y }) => `${x} ${y}`).join('L')}" />`)}
      </svg>
      ${dots.map(({ x, y, isLast, isOutside }) =>
        isLast
          ? svg`<svg x="${x}%" y=${y} overflow="visible">${isOutside ? svg`<path class="marker" d="M0-8 8 0 0 8-8 0Z" />` : svg`<circle class="marker" r="7" />`}</svg>`
          : svg`<circle class="dot" cx="${x}%" cy=${y} r="4" />`,
      )}
      ${values.map(({ at, y, text, kind }) => svg`<text class=${kind ?? nothing} x="${at}%" y=${y < 24 ? y - 12 : y + 20} text-anchor="middle">${text}</text>`)}
      ${sides.map(({ y, text }) => svg`<text x="-8" y=${y + 4} text-anchor="end">${text}</text>`)}
      ${days.map(({ at, text }) => svg`<text x="${at}%" y=${height + 18} text-anchor=${held(at)}>${text}</text>`)}
    </svg>
  </svg>`;
}
