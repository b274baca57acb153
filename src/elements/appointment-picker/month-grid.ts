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
