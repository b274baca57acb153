import type { CalendarDay, ClockTime } from './instant.js';

// No date library at run time: Intl knows every zone. The tests hold this against a Temporal polyfill.

const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(zone: string): Intl.DateTimeFormat {
  let clock = clocks.get(zone);
  if (!clock) {
    clock = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      calendar: 'iso8601',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    clocks.set(zone, clock);
  }
  return clock;
}

/** The wall clock of a zone, read as if it were UTC: milliseconds that can be added and compared. */
export function wallMillis(epochMillis: number, zone: string): number {
  const part: Record<string, number> = {};
  for (const { type, value } of clockOf(zone).formatToParts(epochMillis)) part[type] = Number(value);
  return Date.UTC(part.year!, part.month! - 1, part.day, part.hour, part.minute, part.second);
}

/** Which calendar day it is in a zone at an instant. */
export function dayIn(zone: string, epochMillis: number): CalendarDay {
  return new Date(wallMillis(epochMillis, zone)).toISOString().slice(0, 10);
}

/** The day after, as calendars count. */
export function nextDay(day: CalendarDay): CalendarDay {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

/** 1 is Monday, 7 is Sunday (ISO 8601). */
export function weekdayOf(day: CalendarDay): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}

/**
 * When a wall clock in a zone shows a time, in milliseconds since the epoch. A time skipped by daylight saving
 * moves on by the gap; of a time shown twice the first is taken (as `Temporal` does with `compatible`).
 */
export function instantAt(day: CalendarDay, time: ClockTime, zone: string): number {
  const [hour, minute] = time.split(':').map(Number);
  const wall = Date.parse(`${day}T00:00:00Z`) + (hour! * 60 + minute!) * 60_000;
  // The zone's offsets a day before and a day after are the only two that a change in between can leave.
  const before = wallMillis(wall - 86_400_000, zone) - (wall - 86_400_000);
  const after = wallMillis(wall + 86_400_000, zone) - (wall + 86_400_000);
  const fits = [wall - before, wall - after].filter((instant) => wallMillis(instant, zone) === wall);
  return fits.length > 0 ? Math.min(...fits) : wall - before;
}
