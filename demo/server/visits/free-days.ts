import type { CalendarDay, FreeDays, Slot, VisitKind } from 'carethread/model';
import * as z from 'zod/mini';
import { comparable } from '../conversation/filter.js';
import type { Listed } from '../conversation/lists.js';
import { decodeCursor, encodeCursor } from '../cursor.js';
import { Problem } from '../problems.js';
import { requirePatient, serviceFor, type Looking } from './services.js';
import { freeSlots, slotOf } from './slots.js';

/** What a visit is to be. */
export interface Choice {
  readonly subject: string;
  readonly service: string;
  readonly practitioner?: string | undefined;
  readonly kind?: VisitKind | undefined;
  readonly place?: string | undefined;
}

/** The most days that are looked at at once. */
const MOST_DAYS = 62;
const PAGE = 100;
const DAY = 24 * 60 * 60 * 1000;

const SlotKeys = z.tuple([z.string(), z.string()]);

/** Which days of a stretch have free slots, both ends included. */
export async function listFreeDays(
  looking: Looking,
  { from, to, ...choice }: Choice & { readonly from: CalendarDay; readonly to: CalendarDay },
): Promise<FreeDays> {
  const { database, reader } = looking;
  requirePatient(reader, choice.subject);
  const service = serviceFor(looking, choice.service, choice.subject);
  const length = (Date.parse(to) - Date.parse(from)) / DAY;
  if (length < 0 || length >= MOST_DAYS) throw new Problem('invalid', { field: 'to' });
  if (service.booking === 'request') return { days: [] };
  const fitting = fittingSlots(looking, choice).where('slot.day', '>=', from);
  const days = await fitting
    .select(({ fn }) => ['slot.day', fn.countAll().as('count')])
    .where('slot.day', '<=', to)
    .groupBy('slot.day')
    .orderBy('slot.day')
    .execute();
  const first = await fitting.select('slot.day').orderBy('slot.day').orderBy('slot.starts').limit(1).executeTakeFirst();
  const last = await database
    .selectFrom('slot')
    .select('day')
    .where('practice', '=', reader.record.practice.id)
    .where('service', '=', service.id)
    .orderBy('day', 'desc')
    .limit(1)
    .executeTakeFirst();
  return { days: days.map(({ day, count }) => ({ day, count: Number(count) })), first: first?.day, last: last?.day };
}

/** The free slots of a day, earliest first. */
export async function listSlots(
  looking: Looking,
  { day, after, ...choice }: Choice & { readonly day: CalendarDay; readonly after?: string | undefined },
): Promise<Listed<Slot>> {
  requirePatient(looking.reader, choice.subject);
  const { booking } = serviceFor(looking, choice.service, choice.subject);
  if (booking === 'request') return { items: [], next: undefined };
  const { subject, service, practitioner, kind, place } = choice;
  const list = `slots ${JSON.stringify([subject, service, practitioner, kind, place, day])}`;
  let query = fittingSlots(looking, choice)
    .selectAll('slot')
    .where('slot.day', '=', day)
    .orderBy('slot.starts')
    .orderBy('slot.id')
    .limit(PAGE + 1);
  if (after !== undefined) {
    const [starts, id] = decodeCursor(list, after, { field: 'after', keys: SlotKeys });
    query = query.where(({ eb, refTuple, tuple }) => eb(refTuple('slot.starts', 'slot.id'), '>', tuple(starts, id)));
  }
  const rows = await query.execute();
  const shown = rows.slice(0, PAGE);
  const last = shown.at(-1);
  return {
    items: shown.map((row) => slotOf(row, looking)),
    next: rows.length > PAGE ? encodeCursor(list, [last!.starts, last!.id]) : undefined,
  };
}

function fittingSlots(looking: Looking, { service, practitioner, kind, place }: Choice) {
  let query = freeSlots(looking).where('slot.service', '=', service);
  if (practitioner !== undefined) query = query.where('slot.practitioner', '=', comparable(practitioner));
  // A kind that this version does not know is no slot's.
  if (kind !== undefined) query = query.where('slot.kind', '=', kind as Exclude<VisitKind, 'other'>);
  if (place !== undefined) query = query.where('slot.place', '=', comparable(place));
  return query;
}
