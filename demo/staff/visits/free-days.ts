import type { CallOptions, VisitChoice } from 'carethread/adapter';
import { type Client, listFreeDays, listSlots } from 'carethread/client';
import type { CalendarDay, Slot } from 'carethread/model';
import { dayAt } from './visit-words.js';

/** A day with its free times. */
export interface FreeDay {
  readonly day: CalendarDay;
  readonly slots: readonly Slot[];
}

/** How many days are shown at once, and how many are looked at. */
const SHOWN = 3;
const LOOKED_AT = 61;

/** The next days with free times, some at once, from a day on; and the day to go on from, if there are more. */
export async function nextDays(
  client: Client,
  choice: Pick<VisitChoice, 'subject' | 'service'>,
  from: CalendarDay | undefined,
  options: CallOptions,
): Promise<{ readonly days: readonly FreeDay[]; readonly next: CalendarDay | undefined }> {
  const first = from ?? dayAt(Date.now());
  const to = new Date(Date.parse(first) + LOOKED_AT * 86_400_000).toISOString().slice(0, 10);
  const { days } = await listFreeDays(client, { ...choice, from: first, to }, options);
  const read = async ({ day }: { readonly day: CalendarDay }): Promise<FreeDay> => {
    const { items } = await listSlots(client, { ...choice, day }, options);
    return { day, slots: items };
  };
  return { days: await Promise.all(days.slice(0, SHOWN).map(read)), next: days[SHOWN]?.day };
}
