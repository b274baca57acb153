import type { PickerMoreWords } from '../../../i18n/en/appointment-picker-more.js';
import type { TimeWish } from '../../../model/appointment.js';
import type { CalendarDay } from '../../../model/instant.js';
import type { HalfDay, RequestLimits } from '../../../model/service.js';
import { weekdayOf } from '../../../model/zoned-time.js';
import { formatList } from '../../../i18n/format.js';
import type { Problem } from '../../shared/fields/field-problems.js';
import { dayWords, type SlotTimes } from '../../shared/slot-words.js';
import { monthWords } from '../month-words.js';

/** A wish as far as it is made. */
export interface DraftWish {
  /** Empty while none is chosen. */
  day: CalendarDay;
  half: HalfDay | '';
}

export const wishId = (place: number, part: 'day' | 'half'): string => `wish-${place}-${part}`;

/** The halves of days that can be wished for. */
export const halvesOf = ({ halves }: RequestLimits): readonly HalfDay[] => (halves.length > 0 ? halves : ['morning', 'afternoon']);

/** `Monday and Tuesday`: the days of the week that can be wished for. Empty where all can. */
export function weekdaysOf({ weekdays }: RequestLimits, lang: string): string {
  if (weekdays.length === 0 || weekdays.length > 6) return '';
  const all = monthWords(lang).weekdays(1);
  return formatList(weekdays.map((day) => all[day - 1]!.long), lang);
}

/** What is wrong with wishes, in their order. */
export function wishProblems(
  wishes: readonly DraftWish[],
  limits: RequestLimits,
  words: PickerMoreWords,
  times: SlotTimes,
): readonly Problem[] {
  const { wrong } = words;
  return wishes.flatMap(({ day, half }, place) => {
    const name = words.choice(place);
    const dayText = !day
      ? wrong.noDay
      : day < limits.from || day > limits.to
        ? wrong.outside(dayWords(limits.from, times), dayWords(limits.to, times))
        : limits.weekdays.length > 0 && !limits.weekdays.includes(weekdayOf(day))
          ? wrong.weekday(weekdaysOf(limits, times.lang))
          : limits.closed.includes(day)
            ? wrong.closed
            : wishes.some((other, before) => before < place && other.day === day && other.half === half)
              ? wrong.twice
              : undefined;
    return [
      ...(dayText ? [{ at: wishId(place, 'day'), name, text: dayText }] : []),
      ...(half ? [] : [{ at: wishId(place, 'half'), name, text: wrong.noHalf }]),
    ];
  });
}

/** What the practice refused, from the field its error names. */
export function refusedWish(field: string | undefined, words: PickerMoreWords): readonly Problem[] {
  const [, place, part = 'day'] = /^wishes\.(\d)(?:\.(day|half))?/.exec(field ?? '') ?? [];
  if (place === undefined) return [];
  const at = wishId(Number(place), part as 'day' | 'half');
  return [{ at, name: words.choice(Number(place)), text: words.wrong.refused }];
}

/** Wishes without a gap in them. */
export const madeWishes = (wishes: readonly DraftWish[]): readonly TimeWish[] =>
  wishes.flatMap(({ day, half }) => (day && half ? [{ day, half }] : []));
