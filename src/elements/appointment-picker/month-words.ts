import type { CalendarDay } from '../../model/instant.js';
import { addDays, firstDayOf, type Month } from './month-grid.js';

const SHAPES = {
  month: { month: 'long', year: 'numeric' },
  day: { weekday: 'long', month: 'long', day: 'numeric' },
  weekday: { weekday: 'long' },
  short: { weekday: 'short' },
  number: { day: 'numeric' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

/** Says days and months of the calendar, which are in no zone. One for each language. */
export interface MonthWords {
  month(month: Month): string;
  day(day: CalendarDay): string;
  weekday(day: CalendarDay): string;
  /** The number of a day, in the digits of the language. */
  number(day: CalendarDay): string;
  /** The days of the week from one on, long and short. `first`: 1 is Monday, 7 Sunday. */
  weekdays(first: number): readonly { readonly long: string; readonly short: string }[];
}

const known = new Map<string, MonthWords>();

export function monthWords(lang: string): MonthWords {
  let words = known.get(lang);
  if (!words) {
    words = createMonthWords(lang);
    known.set(lang, words);
  }
  return words;
}

function createMonthWords(lang: string): MonthWords {
  const formats = new Map<keyof typeof SHAPES, Intl.DateTimeFormat>();
  const said = new Map<string, string>();
  const say = (shape: keyof typeof SHAPES, day: CalendarDay): string => {
    const key = shape + day;
    let text = said.get(key);
    if (text === undefined) {
      let format = formats.get(shape);
      if (!format) {
        format = new Intl.DateTimeFormat(lang, { ...SHAPES[shape], timeZone: 'UTC' });
        formats.set(shape, format);
      }
      text = format.format(Date.parse(day));
      said.set(key, text);
    }
    return text;
  };
  return {
    month: (month) => say('month', firstDayOf(month)),
    day: (day) => say('day', day),
    weekday: (day) => say('weekday', day),
    number: (day) => say('number', day),
    // The first of January 2024 was a Monday.
    weekdays: (first) =>
      Array.from({ length: 7 }, (_, place) => {
        const day = addDays('2024-01-01', first - 1 + place);
        return { long: say('weekday', day), short: say('short', day) };
      }),
  };
}
