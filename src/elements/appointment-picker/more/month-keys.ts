import type { CalendarDay } from '../../../model/instant.js';
import { weekdayOf } from '../../../model/zoned-time.js';
import { addDays, addMonths, firstWeekdayOf, lastDayOf, type Month, monthOf } from '../month-grid.js';
import type { PickerState } from '../picker-state.js';

export interface KeyOptions {
  readonly host: Element;
  readonly state: PickerState;
  readonly lang: string;
}

/** The day that gets the focus by a key. Undefined where there is none, or it cannot be booked in any way. */
export function dayAfterKey(event: KeyboardEvent, from: CalendarDay, { host, state, lang }: KeyOptions): CalendarDay | undefined {
  if (event.altKey || event.ctrlKey || event.metaKey) return undefined;
  const to = movedBy(event, from, { firstWeekday: firstWeekdayOf(lang), isRtl: host.matches(':dir(rtl)') });
  if (!to) return undefined;
  event.preventDefault();
  const [month, last] = [monthOf(to), state.timesView?.last];
  return month < monthOf(state.today) || (last && month > monthOf(last)) ? undefined : to;
}

/** What a key does to the day that has the focus, as in the ARIA date-grid pattern. Undefined: nothing. */
export function movedBy(
  { key, shiftKey }: Pick<KeyboardEvent, 'key' | 'shiftKey'>,
  day: CalendarDay,
  { firstWeekday, isRtl }: { readonly firstWeekday: number; readonly isRtl: boolean },
): CalendarDay | undefined {
  const place = (weekdayOf(day) - firstWeekday + 7) % 7;
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
