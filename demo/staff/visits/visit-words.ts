import { offsetAt, type CalendarDay, type Instant, type Person, type Slot, type TimeWish, type VisitKind } from 'carethread/model';

export const ZONE = 'America/Los_Angeles';

const KINDS = { 'in-person': 'in person', phone: 'by phone', video: 'by video' } as const;

const days = new Intl.DateTimeFormat('en-US', { weekday: 'long', month: 'long', day: 'numeric', timeZone: 'UTC' });
const whole = new Intl.DateTimeFormat('en-US', { weekday: 'short', month: 'short', day: 'numeric', timeZone: ZONE });
const times = new Intl.DateTimeFormat('en-US', { hour: 'numeric', minute: '2-digit', timeZone: ZONE });

/** `Tuesday, December 8`. */
export const dayWords = (day: CalendarDay): string => days.format(Date.parse(day));

/** `Tuesday, December 8, in the morning`. */
export const wishWords = ({ day, half }: TimeWish): string => `${dayWords(day)}, in the ${half}`;

/** `in person`; nothing of a kind that this page does not know. */
export const kindWords = (kind: VisitKind | undefined): string => KINDS[kind as keyof typeof KINDS] ?? '';

/** As the practice writes times: `5 pm`, `4:30 pm`. */
export const timeWords = (at: Instant): string => times.format(Date.parse(at)).replace(':00', '').toLowerCase();

/** `Tue, Dec 8, 9:15 am`. */
export const whenWords = (at: Instant): string => `${whole.format(Date.parse(at))}, ${timeWords(at)}`;

/** `9:15 am, in person, June Carter`. */
export const slotWords = ({ starts, kind, practitioner }: Slot): string =>
  [timeWords(starts), kindWords(kind), nameOf(practitioner)].filter(Boolean).join(', ');

export const nameOf = (person: Person | undefined): string => person?.name ?? '';

/** Which day it is at the practice. `now` in milliseconds since the epoch. */
export const dayAt = (now: number): CalendarDay => new Date(now + offsetAt(now, ZONE)).toISOString().slice(0, 10);

/** When the practice's clock shows a time of a day. Undefined for what is no time. */
export function instantOf(day: string, time: string): Instant | undefined {
  const wall = Date.parse(`${day}T${time}Z`);
  return Number.isNaN(wall) ? undefined : new Date(wall - offsetAt(wall - offsetAt(wall, ZONE), ZONE)).toISOString();
}
