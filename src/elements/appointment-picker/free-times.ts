import type { VisitChoice } from '../../adapter/ports/appointments.js';
import { listFreeDays, listSlots } from '../../client/appointments.js';
import type { Client } from '../../client/client.js';
import type { CalendarDay, Instant } from '../../model/instant.js';
import type { FreeDays, Slot } from '../../model/slot.js';
import { addMonths, firstDayOf, lastDayOf, type Month, monthOf } from './month-grid.js';

/** The free times of a month, and of one day of it. */
export interface TimesView {
  readonly month: Month;
  /** The days with free times, earliest first. */
  readonly days: readonly CalendarDay[];
  /** The first day with a free time in this month or later. */
  readonly first: CalendarDay | undefined;
  /** The same from today on. Undefined when that has not been asked, or there is none. */
  readonly soonest: CalendarDay | undefined;
  readonly opensAt: Instant | undefined;
  readonly last: CalendarDay | undefined;
  /** The day whose times these are: one that was chosen, or the month's first. */
  readonly day: CalendarDay | undefined;
  readonly slots: readonly Slot[];
  /** Where there are more of that day. */
  readonly next: string | undefined;
}

/** Which times to read: of what visit, in which month (none: the first with free times), of which day (none: the first). */
export interface TimesQuery {
  readonly choice: VisitChoice;
  readonly month: Month | undefined;
  readonly day: CalendarDay | undefined;
  readonly today: CalendarDay;
}

type KnownMonth = Pick<FreeDays, 'first' | 'opensAt' | 'last'> & { readonly days: readonly CalendarDay[] };

/** Reads free times as they are needed: two months at once, since people look at the next one, and one day. */
export class FreeTimes {
  readonly #months = new Map<Month, KnownMonth>();
  #of = '';
  #soonest: CalendarDay | undefined;

  /** The days of a month that have free times, as far as they are known. */
  daysOf(month: Month): readonly CalendarDay[] | undefined {
    return this.#months.get(month)?.days;
  }

  /** @param isAgain whether what is known may no longer be so. */
  async read(client: Client, query: TimesQuery, isAgain: boolean, signal: AbortSignal): Promise<TimesView> {
    const { choice, today } = query;
    const of = JSON.stringify([choice, today]);
    if (isAgain || of !== this.#of) this.#months.clear();
    this.#of = of;
    let month = query.month ?? monthOf(query.day ?? today);
    let known = await this.#month(client, query, month, signal);
    if (!query.month && known.days.length === 0 && known.first) {
      month = monthOf(known.first);
      known = await this.#month(client, query, month, signal);
    }
    const day = query.day ?? known.days[0];
    const isFree = day !== undefined && known.days.includes(day);
    const { items, next } = isFree ? await listSlots(client, { ...choice, day }, { signal }) : { items: [], next: undefined };
    const { days, first, opensAt, last } = known;
    return { month, days, first, opensAt, last, soonest: this.#soonest, day, slots: items, next };
  }

  async #month(client: Client, { choice, today }: TimesQuery, month: Month, signal: AbortSignal): Promise<KnownMonth> {
    const held = this.#months.get(month);
    if (held) return held;
    const after = addMonths(month, 1);
    const from = firstDayOf(month) < today ? today : firstDayOf(month);
    const of = this.#of;
    const { days, ...rest } = await listFreeDays(client, { ...choice, from, to: lastDayOf(after) }, { signal });
    const daysOf = (which: Month) => days.map(({ day }) => day).filter((day) => monthOf(day) === which).sort();
    const known = { ...rest, days: daysOf(month) };
    // Asked about something else by now.
    if (of !== this.#of) return known;
    this.#months.set(month, known);
    if (from === today) this.#soonest = rest.first;
    // Of a month with none the first day after it is not known from here.
    const later = daysOf(after);
    if (later.length > 0) this.#months.set(after, { ...rest, first: later[0], days: later });
    return known;
  }
}
