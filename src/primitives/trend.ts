import type { TemplateResult } from 'lit';
import { drawing, em, shape, type Shape } from './drawing.js';
import { type LineLabel, marker, word } from './number-line.js';

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

/** Values over time, with the band of what is usual. Places across in percent, places down in pixels, at the usual size of text. */
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

/** Room for words above. */
const TOP = 22;

const held = (at: number): 'start' | 'middle' | 'end' => (at < 12 ? 'start' : at > 86 ? 'end' : 'middle');

const spot = ({ x, y }: Spot): string => `${x.toFixed(2)} ${y.toFixed(2)}`;

/** Draws it: the band first, then straight lines, then a ring for each point and the last in ink. */
export function trend({ label, height, bands, paths, dots, values, days, sides }: Trend): TemplateResult {
  // A line of no length with round ends is a dot, however the drawing is stretched; a smaller one on it makes a ring.
  const rings = dots.filter(({ isLast }) => !isLast).map((dot) => `M${spot(dot)}h.01`).join('');
  const lines = paths.map((spots) => `M${spots.map(spot).join('L')}`).join('');
  const path = (name: string, d: string): Shape => shape('path', { class: name, d });
  const box = { y: em(TOP), width: '100%', height: em(height), viewBox: `0 0 100 ${height}`, preserveAspectRatio: 'none', overflow: 'visible' };
  const all = bands.map(({ from, to, top, bottom }) => shape('rect', { class: 'range', x: from, y: top, width: to - from, height: Math.max(1, bottom - top) }));
  return drawing({
    name: 'trend',
    label,
    height: height + 44,
    shapes: [
      shape('svg', box, ...all, path('path', lines), path('rings', rings), path('rings holes', rings)),
      ...dots.filter(({ isLast }) => isLast).map(({ x, y, isOutside }) => marker(x, em(y + TOP), !isOutside)),
      ...values.map((one) => word(one, `${one.at}%`, em(TOP + (one.y < 24 ? one.y - 12 : one.y + 20), one.kind && 15), 'middle')),
      ...sides.map(({ y, text }) => word({ at: 0, text }, em(-8), em(TOP + y + 4), 'end')),
      ...days.map((one) => word(one, `${one.at}%`, em(TOP + height + 18), held(one.at))),
    ],
  });
}
