import type { CallOptions } from '../../../adapter/call-options.js';
import type { PersonId } from '../../../model/id.js';
import { CalendarDay } from '../../../model/instant.js';
import { HalfDay, type RequestLimits, type Service, type VisitKind } from '../../../model/service.js';
import { dayIn, nextDay, weekdayOf } from '../../../model/zoned-time.js';
import { allOf } from '../paging.js';
import { unlessRefused } from '../result-members.js';
import { instantOf, type Part, partOf, present } from '../result-parts.js';
import { dataOf, extensionOf } from '../terms.js';
import type { Offering } from './catalogue.js';
import { saysWhatFor } from './catalogue.js';
import { namedPerson } from './named-person.js';
import { bookingBy } from './strategy.js';
import { checkSubject, type VisitContext } from './visit-context.js';
import { countIn, kindsIn, labelOf, textOf, typesIn, valueIn } from './visit-terms.js';

/** How far ahead one can wish for a time where the practice does not say it, in days, and how many wishes there are. */
const AHEAD = 60;
const WISHES = 3;

/** What a subject's visits can be for. */
export async function listServices(context: VisitContext, subject: PersonId, given: CallOptions): Promise<{ items: Service[] }> {
  const born = await checkSubject(context, subject, given);
  const { offerings } = await context.catalogue(given, true);
  const wishes = await wantedOf(context, subject, given);
  const items = [...offerings.values()].flatMap((offering) => {
    const service = isOffered(context, offering, born) && serviceOf(context, offering);
    if (!service) return [];
    const wanted = wishes.find(({ types }) => types.some((type) => offering.types.includes(type)))?.wanted;
    return wanted ? { ...service, wanted } : service;
  });
  return { items };
}

/** Whether somebody can book a service, or ask for it: it must be called something, and be for their age. */
export function isOffered({ http }: Pick<VisitContext, 'http'>, { resource, timetables }: Offering, born: CalendarDay | undefined): boolean {
  // One simply goes there.
  if (resource.appointmentRequired === false && timetables.length === 0) return false;
  const { low, high } = partOf(valueIn(resource, 'ages', 'valueRange'));
  if (born === undefined) return true;
  const [from, to] = [partOf(low).value, partOf(high).value].map((value) => (typeof value === 'number' ? value : undefined));
  const today = new Date(http.now()).toISOString().slice(0, 10);
  const age = Number(today.slice(0, 4)) - Number(born.slice(0, 4)) - (today.slice(5) < born.slice(5) ? 1 : 0);
  return age >= (from ?? 0) && age <= (to ?? Infinity);
}

/** What it is called: none is nothing to choose. */
export const labelIn = ({ name, type }: Part): string | undefined => textOf(name) ?? labelOf([type].flat()[0]);

/** A service as it is told, without what a clinician wants of somebody. */
export function serviceOf(context: VisitContext, offering: Offering): Service | undefined {
  const { id, resource, timetables, places } = offering;
  const label = labelIn(resource);
  if (!label) return undefined;
  const isDirect = bookingBy(context) !== 'request' && timetables.some(saysWhatFor);
  const own = timetables.filter(saysWhatFor);
  const practitioners = own.flatMap(({ practitioner }) => practitioner ?? []);
  const allPlaces = [...places, ...own.flatMap(({ place }) => place ?? [])];
  const kinds: VisitKind[] = [...new Set([...kindsIn(resource.characteristic), ...own.flatMap(({ kind }) => kind ?? [])])];
  return present<Service>({
    id,
    label,
    note: textOf(resource.comment),
    minutes: countIn(resource, 'minutes') || undefined,
    kinds: kinds.length > 0 || allPlaces.length === 0 ? kinds : ['in-person'],
    practitioners: byId(practitioners),
    places: byId(allPlaces),
    booking: isDirect ? 'direct' : 'request',
    request: limitsOf(context, resource, isDirect),
    hasWaitlist: valueIn(resource, 'waitlist', 'valueBoolean') === true,
    preparation: extensionOf(resource, 'preparation'),
  });
}

const byId = <T extends { readonly id: string }>(list: readonly T[]): T[] => [...new Map(list.map((each) => [each.id, each])).values()];

/** What can be wished for. Where nothing can be booked and the practice says nothing: its open days of the next weeks. */
function limitsOf({ practice, http }: VisitContext, resource: Part, isDirect: boolean): RequestLimits | undefined {
  const said = dataOf(resource, 'request');
  if (isDirect && !said) return undefined;
  const { wishes, days, weekdays, halves, answerDays } = partOf(said);
  const whole = (value: unknown, most: number): value is number => Number.isSafeInteger(value) && (value as number) > 0 && (value as number) <= most;
  const listed = (list: unknown): number[] => (Array.isArray(list) ? (list as unknown[]).filter((day): day is number => whole(day, 7)) : []);
  const open = [...new Set(practice.hours.map(({ day }) => day))].sort();
  const own = listed(weekdays);
  const from = nextDay(dayIn(practice.zone, http.now()));
  const to = new Date(Date.parse(from) + ((whole(days, 365) ? days : AHEAD) - 1) * 86_400_000).toISOString().slice(0, 10);
  const wishedHalves = [halves].flat().flatMap((half) => HalfDay.safeParse(half).data ?? []);
  return {
    from,
    to,
    wishes: whole(wishes, WISHES) ? wishes : WISHES,
    weekdays: own.length > 0 ? own : open,
    closed: practice.holidays.filter((day) => day >= from && day <= to),
    halves: wishedHalves.length > 0 ? wishedHalves : ['morning', 'afternoon'],
    // Nobody but the practice can promise an answer.
    ...(whole(answerDays, 30) && { answerDays }),
  };
}

/** Whether a day can be wished for. */
export const isWishable = ({ from, to, weekdays, closed }: RequestLimits, day: CalendarDay): boolean =>
  day >= from && day <= to && (weekdays.length === 0 || weekdays.includes(weekdayOf(day))) && !closed.includes(day);

interface Wanted {
  readonly types: readonly string[];
  readonly wanted: NonNullable<Service['wanted']>;
}

/** The visits that clinicians have ordered for somebody, as far as they say by when. */
async function wantedOf(context: VisitContext, subject: PersonId, given: CallOptions): Promise<Wanted[]> {
  const { http, directory, practice, capabilities } = context;
  if (capabilities.lack('ServiceRequest.search-type')) return [];
  const path = `ServiceRequest?patient=${encodeURIComponent(subject)}&status=active&_count=100`;
  const orders = (await unlessRefused(allOf(http, path, given)))?.matches ?? [];
  await directory.learn(orders, given);
  return orders.flatMap(({ code, occurrenceDateTime, occurrencePeriod, requester }) => {
    const until = textOf(occurrenceDateTime) ?? textOf(partOf(occurrencePeriod).end) ?? '';
    const at = instantOf(until);
    const by = at ? dayIn(practice.zone, Date.parse(at)) : CalendarDay.safeParse(until).data;
    const asker = namedPerson(context, requester);
    return by ? { types: typesIn(code), wanted: { by, ...(asker && { asker }) } } : [];
  });
}
