import type { CalendarDay } from './instant.js';
import type { Result } from './result.js';
import { dayIn, instantAt } from './zoned-time.js';

type Dated = Pick<Result, 'takenAt' | 'arrivedAt'>;

/** The days a result may have been taken on, first and last: of `2026-03` all of that March. None: nobody knows. */
export function daysOf({ takenAt, arrivedAt }: Dated, zone: string): readonly [CalendarDay, CalendarDay] | undefined {
  const when = takenAt ?? arrivedAt;
  if (!when) return undefined;
  const day = when.length > 10 ? dayIn(zone, Date.parse(when)) : when;
  // The 31st of a month that has none is only compared with, never shown.
  return [`${day}-01-01`.slice(0, 10), day + '0000-12-31'.slice(day.length)];
}

/** When a result stands in a list, in milliseconds since the epoch: what is known in part, by its beginning. */
export function momentOf(dated: Dated, zone: string): number | undefined {
  const when = dated.takenAt ?? dated.arrivedAt;
  if (when && when.length > 10) return Date.parse(when);
  const days = daysOf(dated, zone);
  return days && instantAt(days[0], '00:00', zone);
}
