import { html, nothing, type TemplateResult } from 'lit';
import type { CalendarDay } from '../../model/instant.js';
import { icon } from '../../primitives/icon.js';
import { backIcon } from '../../primitives/icons.js';
import { addMonths, firstWeekdayOf, type Month, weeksOf } from './month-grid.js';
import { monthWords } from './month-words.js';
import type { PickerSaid } from './picker-said.js';

export interface MonthOptions extends PickerSaid {
  readonly month: Month;
  /** The days with free times, as far as they are known. */
  readonly days: readonly CalendarDay[] | undefined;
  readonly today: CalendarDay;
  /** The day whose times are shown. */
  readonly chosen: CalendarDay | undefined;
  /** The day that the Tab key leads to. */
  readonly cursor: CalendarDay;
  /** The last day that can be booked. */
  readonly last: CalendarDay | undefined;
  readonly onMonth: (month: Month) => void;
  readonly onDay: (day: CalendarDay) => void;
  readonly onKey: (event: KeyboardEvent, day: CalendarDay) => void;
}

/** A month: a table of buttons, one of which is in the order of Tab. */
export function monthView(options: MonthOptions): TemplateResult {
  const { month, days, today, text, times, last, onMonth, onDay, onKey } = options;
  const words = monthWords(times.lang);
  const first = firstWeekdayOf(times.lang);
  const free = new Set(days);
  const turn = (by: number, say: (month: string) => string, isEnd: boolean) => {
    const to = addMonths(month, by);
    return html`<button
      class="button turn"
      type="button"
      aria-label=${say(words.month(to))}
      aria-disabled=${isEnd ? 'true' : nothing}
      @click=${() => !isEnd && onMonth(to)}
    >
      <span class=${by > 0 ? 'onward' : ''}>${icon(backIcon, { turns: true })}</span>
    </button>`;
  };
  const dayAt = (event: Event): CalendarDay | undefined => (event.target as Element).closest('button')?.dataset.day;
  const click = (event: Event): void => {
    const day = dayAt(event);
    if (day) onDay(day);
  };
  const key = (event: KeyboardEvent): void => {
    const day = dayAt(event);
    if (day) onKey(event, day);
  };
  return html`<div class="head">
      ${turn(-1, text.earlier, month <= today.slice(0, 7))}
      <h3 aria-live="polite">${words.month(month)}</h3>
      ${turn(1, text.later, last !== undefined && month >= last.slice(0, 7))}
    </div>
    <table part="month" role="grid" aria-label=${words.month(month)} aria-busy=${days ? nothing : 'true'} @click=${click} @keydown=${key}>
      <thead>
        <tr>${words.weekdays(first).map(({ long, short }) => html`<th scope="col" abbr=${long}>${short}</th>`)}</tr>
      </thead>
      <tbody>
        ${weeksOf(month, first).map((week) => html`<tr>${week.map((day) => (day ? cell(day, free.has(day), options) : html`<td></td>`))}</tr>`)}
      </tbody>
    </table>
    <p class="small soft">${text.legend}</p>`;
}

function cell(day: CalendarDay, isFree: boolean, { chosen, cursor, today, text, times }: MonthOptions): TemplateResult {
  const words = monthWords(times.lang);
  return html`<td>
    <button
      type="button"
      part="day"
      class=${isFree ? 'free' : ''}
      data-day=${day}
      tabindex=${day === cursor ? 0 : -1}
      aria-pressed=${isFree ? String(day === chosen) : nothing}
      aria-disabled=${isFree ? nothing : 'true'}
      aria-current=${day === today ? 'date' : nothing}
      aria-label=${(isFree ? text.free : text.none)(words.day(day))}
    >${words.number(day)}</button>
  </td>`;
}
