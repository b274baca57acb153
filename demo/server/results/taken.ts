import type { CalendarDay, Instant, MeasuredAt } from 'carethread/model';

/** When something was taken, as it is sorted and filtered by. */
export interface Taken {
  /** Its beginning: of a year, a month or a day in the practice's zone. */
  readonly at: Instant;
  /** The days on which it can have been, in the practice's zone. */
  readonly first: CalendarDay;
  readonly last: CalendarDay;
}

/** Places a date on the line of time, however exact it is. */
export function takenOf(date: MeasuredAt, zone: string): Taken {
  if (date.length > 10) {
    const at = Date.parse(date);
    const day = wallClock(zone, at).slice(0, 10);
    return { at: new Date(at).toISOString(), first: day, last: day };
  }
  const first = `${date}-01-01`.slice(0, 10);
  // Days are compared as text: no month has a later one.
  const last = date.length === 10 ? date : `${date}-12-31`.slice(0, 8).concat('31');
  return { at: new Date(beginningOf(first, zone)).toISOString(), first, last };
}

function beginningOf(day: CalendarDay, zone: string): number {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  const offset = (at: number): number => Date.parse(`${wallClock(zone, at)}Z`) - at;
  return midnight - offset(midnight - offset(midnight));
}

/** What a clock on the wall says, as `2026-11-23T14:34:00`. Early years have fewer digits, until they are padded. */
function wallClock(zone: string, at: number): string {
  const options = { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' } as const;
  return new Intl.DateTimeFormat('sv-SE', options).format(at).replace(' ', 'T').padStart(19, '0');
}
