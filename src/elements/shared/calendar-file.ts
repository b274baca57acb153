import { repeatAt } from '../../model/clock-change.js';
import type { Instant } from '../../model/instant.js';
import { calendarClock, calendarZone } from './calendar-zone.js';

/** What a calendar is told of a visit: nothing of what it is for, since calendars are shared and lie open. */
export interface CalendarVisit {
  /** The same for the same visit: a calendar that has it already changes it. */
  readonly id: string;
  readonly starts: Instant;
  readonly ends?: Instant | undefined;
  /** IANA name. One that is not known here leaves times in UTC, which calendars show by their own clock. */
  readonly zone: string;
  /** `Visit at Alder Street Family Practice`. */
  readonly title: string;
  readonly location?: string | undefined;
}

/** How long a line may be: octets, without its end (RFC 5545, 3.1). */
const LINE = 75;

/** A file for calendars (RFC 5545), made here: nobody is asked. `now`: milliseconds since the epoch. */
export function calendarFile({ id, starts, ends, zone, title, location }: CalendarVisit, now: number): string {
  const [from, to] = [Date.parse(starts), Date.parse(ends ?? starts)];
  // A time that a clock shows twice is said in UTC: written by the clock it means the first (3.3.5), which not all know.
  const isLocal = isKnown(zone) && !repeatAt(from, zone) && !repeatAt(to, zone);
  const moment = (name: string, at: number): string =>
    isLocal ? `${name};TZID=${zone}:${calendarClock(at, zone)}` : `${name}:${calendarClock(at, 'UTC')}Z`;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Carethread//Visits//EN',
    ...(isLocal ? calendarZone(zone, from) : []),
    'BEGIN:VEVENT',
    `UID:${text(id)}`,
    `DTSTAMP:${calendarClock(now, 'UTC')}Z`,
    moment('DTSTART', from),
    ...(to > from ? [moment('DTEND', to)] : []),
    `SUMMARY:${text(title)}`,
    ...(location ? [`LOCATION:${text(location)}`] : []),
    'CLASS:PRIVATE',
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

/** Whether the zone is known here. One that is also holds nothing that could end a line of the file. */
function isKnown(zone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false;
  }
}

/** A text as a value: what would end it or begin another is marked, and what no calendar takes is left out. */
function text(value: string): string {
  return (
    value
      .replace(/\r\n?/g, '\n')
      .replace(/[\0-\x08\x0b-\x1f\x7f]/g, '')
      .replace(/[\\;,]/g, '\\$&')
      .replace(/\n/g, '\\n')
  );
}

/** A long line, broken between characters, each further part behind a space. */
function folded(line: string): string {
  const encoder = new TextEncoder();
  let length = 0;
  let out = '';
  for (const character of line) {
    const octets = encoder.encode(character).length;
    if (length + octets > LINE) {
      out += '\r\n ';
      length = 1;
    }
    out += character;
    length += octets;
  }
  return out;
}
