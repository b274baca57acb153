import type { Measurement, ReferenceRange } from '../../../model/measurement.js';
import { isReversed } from './value-words.js';

/** Where a value lies among its range and the practice's marks. Lengths in percent of the line. */
export interface Place {
  readonly value: number;
  readonly low: number | undefined;
  readonly high: number | undefined;
  readonly concernLow: number | undefined;
  readonly concernHigh: number | undefined;
  readonly where: 'inside' | 'above' | 'below';
  /** It lies farther off than the line can show. */
  readonly isFar: boolean;
  /** Whether it is at or past a mark of the practice; undefined where there is none on its side. */
  readonly isConcern: boolean | undefined;
}

/** How often the length between its marks a value may lie beside them and still be on the line. */
const FAR = 2;

/** The one range that holds for a value, where there is exactly one and it can be right. */
export function rangeOf({ ranges }: Pick<Measurement, 'ranges'>): ReferenceRange | undefined {
  const [range, other] = ranges;
  if (!range || other || isReversed(range)) return undefined;
  return range.low === undefined && range.high === undefined ? undefined : range;
}

/** An amount that is known exactly. */
export function exactly({ value }: Pick<Measurement, 'value'>): number | undefined {
  return value?.kind === 'amount' && !value.comparator && value.number !== undefined ? Number(value.number) : undefined;
}

/** Where a value lies on a line. Undefined: it cannot be placed without guessing, and stays in words. */
export function placeOf(measurement: Measurement): Place | undefined {
  const [value, range] = [exactly(measurement), rangeOf(measurement)];
  if (value === undefined || !range) return undefined;
  const read = (bound: string | undefined): number | undefined => (bound === undefined ? undefined : Number(bound));
  const [low, high] = [read(range.low), read(range.high)];
  const marks = { low: read(measurement.concern?.low), high: read(measurement.concern?.high) };
  // An open side has room: from zero on, or half as far again.
  const room = low === undefined ? Math.min(0, high!) : high === undefined ? low + Math.abs(low) / 2 : low;
  const [from, to] = scaleOf([low, high, marks.low, marks.high, room].filter((mark) => mark !== undefined), value);
  const at = (mark: number): number => Math.min(100, Math.max(0, ((mark - from) / (to - from)) * 100));
  const onLine = (mark: number | undefined): number | undefined => (mark === undefined ? undefined : at(mark));
  if (!Number.isFinite(to - from) || to <= from) return undefined;
  const where = value > (high ?? Infinity) ? 'above' : value < (low ?? -Infinity) ? 'below' : 'inside';
  const [isLow, isHigh] = [marks.low !== undefined && value <= marks.low, marks.high !== undefined && value >= marks.high];
  const hasMark = where === 'below' ? marks.low !== undefined : where === 'above' ? marks.high !== undefined : isLow || isHigh;
  return {
    value: at(value),
    low: onLine(low),
    high: onLine(high),
    concernLow: onLine(marks.low),
    concernHigh: onLine(marks.high),
    where,
    isFar: value < from || value > to,
    isConcern: hasMark ? isLow || isHigh : undefined,
  };
}

/** From where to where the line goes: over all marks, and the value unless it lies far off, with a tenth to spare. */
function scaleOf(marks: readonly number[], value: number): readonly [number, number] {
  let [least, most] = [Math.min(...marks), Math.max(...marks)];
  if (least === most) {
    // One mark: from zero to half as far again.
    const reach = Math.abs(least) / 2 || Math.abs(value) || 1;
    [least, most] = least < 0 ? [least - reach, 0] : [0, least + reach];
  }
  const between = most - least;
  if (value < least && value >= least - FAR * between) least = value;
  if (value > most && value <= most + FAR * between) most = value;
  // What lies farther off is drawn at the end, and beside all marks: there has to be room for it.
  const spare = (most - least) / 10;
  const [before, after] = [value < least ? 5 * spare : spare, value > most ? 5 * spare : spare];
  // What is never below zero has no line there.
  return [least >= 0 && value >= 0 ? Math.max(0, least - before) : least - before, most + after];
}
