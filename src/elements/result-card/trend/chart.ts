import { apart, type LineLabel } from '../../../primitives/number-line.js';
import type { Trend, TrendDot } from '../../../primitives/trend.js';
import { placeOf } from '../body/place.js';
import { numberWords } from '../body/value-words.js';
import type { Point, Segment } from './segments.js';

/** How high the drawing is, in pixels at the usual size of text. */
const HEIGHT = 120;

/** How many values stand beside their points, and how many points have a ring of their own. */
const FEW = 6;
const MANY = 40;

export interface ChartOptions {
  readonly label: string;
  /** A day, short: `Nov 18, 2026`. */
  readonly day: (at: string) => string;
  /** Which of the points is the result that it is drawn for. */
  readonly isHere: (point: Point) => boolean;
}

/** Where everything lies: time to scale, values with a tenth to spare. Undefined: there are no two points to compare. */
export function chartOf(segments: readonly Segment[], { label, day, isHere }: ChartOptions): Trend | undefined {
  const points = segments.flatMap((segment) => segment.points);
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || points.length < 2) return undefined;
  const bounds = segments.flatMap(({ range }) => [range?.low, range?.high]).filter((bound) => bound !== undefined);
  const numbers = [...points.map(({ value }) => value), ...bounds.map(Number)];
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
  const spare = (most - least) / 10 || Math.abs(most) / 10 || 1;
  const span = most - least + 2 * spare;
  if (!Number.isFinite(span)) return undefined;
  const y = (value: number): number => HEIGHT - ((value - least + spare) / span) * HEIGHT;
  const x = (at: number): number => (last.at === first.at ? 50 : 5 + ((at - first.at) / (last.at - first.at)) * 88);
  const dots: readonly TrendDot[] = points.map((point) => ({ x: x(point.at), y: y(point.value), isLast: isHere(point), isOutside: (placeOf(point.measurement)?.where ?? 'inside') !== 'inside' }));
  const said = points.length <= FEW ? points : [first, last];
  const values = said.toReversed().map((point) => ({
    at: x(point.at),
    text: numberWords(point.measurement.value!.number!),
    y: y(point.value),
    ...(isHere(point) && { kind: 'yours' as const }),
  }));
  const days: readonly LineLabel[] = [last, first, ...points.slice(1, -1)].slice(0, FEW).map((point) => ({ at: x(point.at), text: day(point.measurement.takenAt!) }));
  return {
    label,
    height: HEIGHT,
    bands: segments.flatMap(({ points: inside, range }, index) => {
      if (!range) return [];
      const [from, to] = [x(inside[0]!.at), x(inside.at(-1)!.at)];
      const top = range.high === undefined ? 0 : y(Number(range.high));
      const bottom = range.low === undefined ? HEIGHT : y(Number(range.low));
      // The first and the last reach to the ends of the drawing.
      return [{ from: index === 0 ? 0 : from - 2, to: index === segments.length - 1 ? 100 : to + 2, top, bottom }];
    }),
    paths: segments.map((segment) => segment.points.map((point) => ({ x: x(point.at), y: y(point.value) }))),
    dots: dots.length <= MANY ? dots : dots.filter(({ isLast }) => isLast),
    values: apart(values),
    days: apart(days),
    sides: sidesOf(segments.at(-1)!, y),
  };
}

/** The bounds of the newest range, said beside it. */
function sidesOf({ range }: Segment, y: (value: number) => number): Trend['sides'] {
  const sides = [range?.high, range?.low].filter((bound) => bound !== undefined);
  const [one, other] = sides.map((bound) => y(Number(bound)));
  const said = other !== undefined && one !== undefined && other - one < 14 ? sides.slice(0, 1) : sides;
  return said.map((bound) => ({ y: y(Number(bound)), text: numberWords(bound) }));
}
