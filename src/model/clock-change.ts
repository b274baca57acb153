import type { CalendarDay } from './instant.js';
import { instantAt, nextDay, wallMillis } from './zoned-time.js';

/** How far a zone's clock is from UTC at an instant, in milliseconds. */
export function offsetAt(epochMillis: number, zone: string): number {
  const whole = Math.floor(epochMillis / 1000) * 1000;
  return wallMillis(whole, zone) - whole;
}

/** Of a time that the clock shows twice, since it is set back: which of the two it is. Undefined for any other. */
export function repeatAt(epochMillis: number, zone: string): 'first' | 'second' | undefined {
  const offset = offsetAt(epochMillis, zone);
  const before = offsetAt(epochMillis - 86_400_000, zone);
  const after = offsetAt(epochMillis + 86_400_000, zone);
  // The same reading under the other offset: it is shown twice if the clock really goes by that offset then.
  if (offset > after && offsetAt(epochMillis + offset - after, zone) === after) return 'first';
  if (before > offset && offsetAt(epochMillis + offset - before, zone) === before) return 'second';
  return undefined;
}

/** The change of clocks on a day. */
export interface ClockChange {
  /** When it happens, in milliseconds since the epoch. */
  readonly at: number;
  /** How far the clock is set on, in milliseconds; below 0 when it is set back. */
  readonly by: number;
}

/** Whether clocks are changed in a zone on a day, from its midnight to the next, and how. Undefined on most days. */
export function clockChangeOn(day: CalendarDay, zone: string): ClockChange | undefined {
  // From a second before: clocks may be changed at midnight.
  let from = instantAt(day, '00:00', zone) - 1000;
  const end = instantAt(nextDay(day), '00:00', zone);
  let to = end;
  const [before, after] = [offsetAt(from, zone), offsetAt(to, zone)];
  if (before === after) return undefined;
  while (to - from > 1000) {
    const middle = Math.floor((from + to) / 2000) * 1000;
    if (offsetAt(middle, zone) === before) from = middle;
    else to = middle;
  }
  return to < end ? { at: to, by: after - before } : undefined;
}
