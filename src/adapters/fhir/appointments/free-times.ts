import type { CallOptions } from '../../../adapter/call-options.js';
import type { AppointmentsPort, VisitChoice } from '../../../adapter/ports/appointments.js';
import { CalendarDay } from '../../../model/instant.js';
import type { Page } from '../../../model/page.js';
import type { FreeDays, Slot } from '../../../model/slot.js';
import { dayIn, instantAt, nextDay } from '../../../model/zoned-time.js';
import { wrongAt } from '../../shared/written-text.js';
import { foundIn } from '../bundle.js';
import { allOf, nextLink } from '../paging.js';
import { unlessRefused } from '../result-members.js';
import { type Part, partsOf } from '../result-parts.js';
import type { Offering } from './catalogue.js';
import { isOffered } from './service.js';
import { isChosen, isFor, slotOf } from './slot.js';
import { bookingBy } from './strategy.js';
import { checkSubject, missing, readOne, type VisitContext } from './visit-context.js';

/** How many days one question may reach over, and how many slots a page of a day has. */
const MOST_DAYS = 62;
const PAGE = 100;
/** How many pages of the server one stretch may have, and how many are looked through for the first free time. */
const PAGES = 40;
const PATIENCE = 5;
/** What is told of a slot, where the server can leave out the rest. */
const ELEMENTS = 'start,end,status,schedule,serviceType,serviceCategory,appointmentType';

/** The days that have free times. Counted by reading them, since FHIR counts nothing by day. */
export async function listFreeDays(context: VisitContext, query: Parameters<AppointmentsPort['listFreeDays']>[0], given: CallOptions): Promise<FreeDays> {
  const { from, to } = query;
  for (const [name, day] of [['from', from], ['to', to]] as const) if (!CalendarDay.safeParse(day).success) throw wrongAt(name);
  if (to < from || Date.parse(to) - Date.parse(from) >= MOST_DAYS * 86_400_000) throw wrongAt('to');
  const offering = await offeringOf(context, query, given);
  const { zone } = context.practice;
  const counts = new Map<CalendarDay, number>();
  for (const { starts } of await slotsBetween(context, offering, query, from, to, given)) {
    const day = dayIn(zone, Date.parse(starts));
    counts.set(day, (counts.get(day) ?? 0) + 1);
  }
  const days = [...counts].sort(([one], [other]) => (one < other ? -1 : 1)).map(([day, count]) => ({ day, count }));
  const first = days[0]?.day ?? (await firstAfter(context, offering, query, nextDay(to), given));
  return { days, ...(first && { first }) };
}

/** The free times of a day. */
export async function listSlots(context: VisitContext, query: Parameters<AppointmentsPort['listSlots']>[0], given: CallOptions): Promise<Page<Slot>> {
  const { day, after } = query;
  if (!CalendarDay.safeParse(day).success) throw wrongAt('day');
  const offering = await offeringOf(context, query, given);
  const [time, id = ''] = after?.split(' ') ?? [];
  if (time !== undefined && !/^\d+$/.test(time)) throw wrongAt('after');
  const slots = await slotsBetween(context, offering, query, day, day, given);
  const rest = slots.filter((slot) => time === undefined || at(slot) > Number(time) || (at(slot) === Number(time) && slot.id > id));
  const items = rest.slice(0, PAGE);
  const last = rest.length > PAGE ? items.at(-1)! : undefined;
  return { items, next: last && `${at(last)} ${last.id}` };
}

const at = ({ starts }: Slot): number => Date.parse(starts);

/** What is to be booked, once the subject may book it. */
export async function offeringOf(
  context: VisitContext,
  { subject, service }: Pick<VisitChoice, 'subject' | 'service'>,
  given: CallOptions,
): Promise<Offering> {
  const born = await checkSubject(context, subject, given);
  const offering = (await context.catalogue(given)).offerings.get(service);
  if (!offering || !isOffered(context, offering, born)) throw missing('service');
  return offering;
}

/** The free slots from one day to another, both whole by the practice's clock, earliest first. */
async function slotsBetween(context: VisitContext, offering: Offering, choice: VisitChoice, from: CalendarDay, to: CalendarDay, given: CallOptions): Promise<Slot[]> {
  const { http, practice } = context;
  const [start, end] = [instantAt(from, '00:00', practice.zone), instantAt(nextDay(to), '00:00', practice.zone)];
  const begin = Math.max(start, http.now());
  const found = await Promise.all(
    begin < end ? addresses(context, offering, choice, begin, end).map((path) => allOf(http, `${path}&_count=200`, given, { pages: PAGES })) : [],
  );
  // What is kept for the reader is free to them, and to nobody else.
  const own = await Promise.all([...context.held.keys()].map((id) => unlessRefused(readOne(context, 'Slot', id, given))));
  const slots = await told(context, offering, choice, [...found.flatMap(({ matches }) => matches), ...own.flatMap(partsOf)], given);
  // A server that does not keep to what it was asked tells of other days.
  return slots.filter((slot) => at(slot) >= start && at(slot) < end);
}

async function firstAfter(context: VisitContext, offering: Offering, choice: VisitChoice, from: CalendarDay, given: CallOptions): Promise<CalendarDay | undefined> {
  const { http, practice } = context;
  const begin = Math.max(instantAt(from, '00:00', practice.zone), http.now());
  // Oracle wants an end to it.
  const end = begin + 400 * 86_400_000;
  const firsts = await Promise.all(
    addresses(context, offering, choice, begin, end).map(async (address) => {
      let next: string | undefined = `${address}&_sort=start&_count=20`;
      for (let page = 0; page < PATIENCE && next !== undefined; page++) {
        const found = foundIn(await http.read(next, given, JSON.parse), 'Slot');
        const [slot] = (await told(context, offering, choice, found.matches, given)).filter((each) => at(each) >= begin);
        if (slot) return at(slot);
        next = found.next && nextLink(http, found.next);
      }
      return Infinity;
    }),
  );
  const first = Math.min(...firsts);
  return first < Infinity ? dayIn(practice.zone, first) : undefined;
}

/** How many schedules are asked for in one address. */
const TOGETHER = 20;

/** The searches for free slots: of those schedules that can have what was chosen. None where nothing can be booked. */
function addresses(context: VisitContext, { timetables, types }: Offering, choice: VisitChoice, from: number, to: number): string[] {
  // Staff look for a time to confirm a request with, wherever there are times.
  if (bookingBy(context) === 'request' && !context.isStaff) return [];
  const fitting = timetables.filter(({ practitioner }) => !choice.practitioner || practitioner?.id === choice.practitioner);
  const parts = Array.from({ length: Math.ceil(fitting.length / TOGETHER) }, (_, part) => fitting.slice(part * TOGETHER, (part + 1) * TOGETHER));
  const [start, end] = [from, to].map((millis) => encodeURIComponent(new Date(millis).toISOString()));
  // Oracle searches by type and by nothing else; others may say nothing of types.
  const type = context.profile === 'oracle' ? `&service-type=${encodeURIComponent(types.join(','))}` : '';
  return parts.map(
    (part) => `Slot?schedule=${part.map(({ id }) => `Schedule/${id}`).join(',')}${type}&status=free&start=ge${start}&start=lt${end}&_elements=${ELEMENTS}`,
  );
}

/** What was found, as slots that fit, each once, earliest first. */
async function told(context: VisitContext, offering: Offering, choice: VisitChoice, found: readonly Part[], given: CallOptions): Promise<Slot[]> {
  const catalogue = await context.catalogue(given);
  const now = context.http.now();
  const slots = found.flatMap((resource) => {
    const isFree = resource.status === 'free' || (resource.status === 'busy-tentative' && (context.held.get(String(resource.id)) ?? 0) > now);
    const slot = isFree && isFor(resource, offering) ? slotOf(resource, catalogue, offering) : undefined;
    return slot && at(slot) > now && isChosen(slot, choice) ? slot : [];
  });
  return [...new Map(slots.map((slot) => [slot.id, slot])).values()].sort((one, other) => at(one) - at(other) || (one.id < other.id ? -1 : 1));
}
