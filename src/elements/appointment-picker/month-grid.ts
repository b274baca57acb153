import type { CalendarDay } from '../../model/instant.js';

/** A month of a year, such as `2026-12`. */
export type Month = string;

const DAY = 86_400_000;

const isoDay = (utc: number): CalendarDay => new Date(utc).toISOString().slice(0, 10);
const utcOf = (day: CalendarDay): number => Date.parse(`${day}T00:00:00Z`);

/** The month a day is in. */
export const monthOf = (day: CalendarDay): Month => day.slice(0, 7);

/** The day some days after, or before. */
export const addDays = (day: CalendarDay, days: number): CalendarDay => isoDay(utcOf(day) + days * DAY);

/** The month some months after, or before. */
export function addMonths(month: Month, months: number): Month {
  const [year, number] = month.split('-').map(Number);
  return isoDay(Date.UTC(year!, number! - 1 + months)).slice(0, 7);
}

export const firstDayOf = (month: Month): CalendarDay => `${month}-01`;

export const lastDayOf = (month: Month): CalendarDay => addDays(firstDayOf(addMonths(month, 1)), -1);

/** The weeks of a month from their first day on; what is no day of it is left empty. `firstWeekday`: 1 is Monday, 7 Sunday. */
export function weeksOf(month: Month, firstWeekday: number): readonly (readonly (CalendarDay | undefined)[])[] {
  const first = firstDayOf(month);
  const before = (new Date(utcOf(first)).getUTCDay() - firstWeekday + 7) % 7;
  const days = Number(lastDayOf(month).slice(8));
  return Array.from({ length: Math.ceil((before + days) / 7) }, (_, week) =>
    Array.from({ length: 7 }, (_, place) => {
      const number = week * 7 + place - before + 1;
      return number > 0 && number <= days ? `${month}-${String(number).padStart(2, '0')}` : undefined;
    }),
  );
}

/** On which day weeks begin where a language is spoken: 1 is Monday, 7 Sunday. */
export function firstWeekdayOf(lang: string): number {
  const locale = new Intl.Locale(lang) as Intl.Locale & {
    readonly weekInfo?: { readonly firstDay: number };
    getWeekInfo?(): { readonly firstDay: number };
  };
  // Not every browser knows; Monday then, which is the world's standard.
  return (locale.getWeekInfo?.() ?? locale.weekInfo)?.firstDay ?? 1;
}

/** What a key does to the day that has the focus, as in the ARIA date-grid pattern. Undefined: nothing. */
export function movedBy(
  { key, shiftKey }: Pick<KeyboardEvent, 'key' | 'shiftKey'>,
  day: CalendarDay,
  { firstWeekday, isRtl }: { readonly firstWeekday: number; readonly isRtl: boolean },
): CalendarDay | undefined {
  const place = (new Date(utcOf(day)).getUTCDay() - firstWeekday + 7) % 7;
  const forward = isRtl ? -1 : 1;
  switch (key) {
    case 'ArrowLeft':
      return addDays(day, -forward);
    case 'ArrowRight':
      return addDays(day, forward);
    case 'ArrowUp':
      return addDays(day, -7);
    case 'ArrowDown':
      return addDays(day, 7);
    case 'Home':
      return addDays(day, -place);
    case 'End':
      return addDays(day, 6 - place);
    case 'PageUp':
      return sameDayIn(addMonths(monthOf(day), shiftKey ? -12 : -1), day);
    case 'PageDown':
      return sameDayIn(addMonths(monthOf(day), shiftKey ? 12 : 1), day);
    default:
      return undefined;
  }
}

/** The day of the same number; the last one where a month has fewer. */
function sameDayIn(month: Month, day: CalendarDay): CalendarDay {
  const last = lastDayOf(month);
  return day.slice(8) > last.slice(8) ? last : `${month}-${day.slice(8)}`;
}
