import type { Measurement, ReferenceRange } from '../../../model/measurement.js';
import { exactly, rangeOf } from '../body/place.js';

/** One value that has a place in time and on the scale. */
export interface Point {
  readonly measurement: Measurement;
  readonly value: number;
  /** Milliseconds since the epoch. A day counts from its beginning. */
  readonly at: number;
}

/** Values that can be joined: of one unit, one method and one range. */
export interface Segment {
  readonly points: readonly Point[];
  readonly range: ReferenceRange | undefined;
}

export interface Series {
  /** Oldest first. */
  readonly segments: readonly Segment[];
  /** Some have another unit, and no place on this scale. */
  readonly hasOtherUnit: boolean;
}

const begin = (at: string | undefined): number => (at === undefined ? NaN : Date.parse(at));

/** Newest first; what has no date comes last. */
export function byTime(measurements: readonly Measurement[]): readonly Measurement[] {
  const time = ({ takenAt }: Measurement): number => begin(takenAt) || -Infinity;
  return measurements.toSorted((one, other) => (time(other) === time(one) ? 0 : time(other) - time(one)));
}

/**
 * What of a history can be drawn on the scale of one measurement. The line breaks where the method or the range changes,
 * and at each value that has no exact place: it is not joined over what is not known.
 */
export function seriesOf(history: readonly Measurement[], { value }: Measurement): Series {
  const segments: { points: Point[]; range: ReferenceRange | undefined }[] = [];
  let key: string | undefined;
  let hasOtherUnit = false;
  for (const measurement of byTime(history).toReversed()) {
    const { takenAt, method } = measurement;
    const [number, at, range] = [exactly(measurement), begin(takenAt), rangeOf(measurement)];
    const isOther = measurement.value?.unit !== value?.unit;
    if (number !== undefined && isOther) hasOtherUnit = true;
    // A month is no point in time.
    if (number === undefined || isOther || takenAt === undefined || takenAt.length < 10 || Number.isNaN(at)) {
      key = undefined;
      continue;
    }
    const next = JSON.stringify([method, range?.low, range?.high, measurement.ranges.length]);
    if (next !== key) segments.push({ points: [], range });
    key = next;
    segments.at(-1)!.points.push({ measurement, value: number, at });
  }
  return { segments, hasOtherUnit };
}
