import type { WriteOptions } from '../../../adapter/call-options.js';
import type { SchedulePort } from '../../../adapter/ports/schedule.js';
import { Instant } from '../../../model/instant.js';
import type { Page } from '../../../model/page.js';
import type { Slot } from '../../../model/slot.js';
import { wrongAt } from '../../shared/written-text.js';
import { transact } from '../bundle.js';
import { post } from '../changing-thread.js';
import { allOf } from '../paging.js';
import { instantOf } from '../result-parts.js';
import { concept } from '../terms.js';
import { keyed } from '../written-message.js';
import { saysWhatFor } from './catalogue.js';
import { serviceOf } from './service.js';
import { isFor, slotOf } from './slot.js';
import { conflict, missing, type VisitContext } from './visit-context.js';
import { afterwards } from './written.js';

const MOST = 50;

/** Opens times in the schedule that a practitioner has for a service. A time that is open already stays one. */
export async function openSlots(context: VisitContext, times: Parameters<SchedulePort['openSlots']>[0], given: WriteOptions): Promise<Page<Slot>> {
  given.signal.throwIfAborted();
  const { http } = context;
  const { service: id, practitioner, kind, place, starts } = times;
  const catalogue = await context.catalogue(given, true);
  const offering = catalogue.offerings.get(id);
  const service = offering && serviceOf(context, offering);
  if (!service) throw missing('service');
  const { minutes } = service;
  // How long its times are to be is for the practice to say.
  if (!minutes) throw wrongAt('service');
  if (!service.kinds.includes(kind)) throw wrongAt('kind');
  if (place !== undefined && !service.places.some((each) => each.id === place)) throw wrongAt('place');
  const own = offering.timetables.filter((each) => each.practitioner?.id === practitioner);
  if (own.length === 0) throw wrongAt('practitioner');
  const timetable =
    own.find((each) => saysWhatFor(each) && (each.kind ?? kind) === kind && (!place || !each.place || each.place.id === place)) ??
    own.find((each) => (each.kind ?? kind) === kind);
  if (!timetable) throw wrongAt('kind');
  if (starts.length < 1 || starts.length > MOST) throw wrongAt('starts');
  const stretches = starts.map((start, index) => {
    const from = Date.parse(start);
    if (!Instant.safeParse(start).success || from <= http.now()) throw wrongAt(`starts.${index}`);
    return { from, to: from + minutes * 60_000, index };
  });
  // Whoever works has one time at a time, whatever it is for.
  const theirs = [...catalogue.timetables.values()].filter((each) => each.practitioner?.id === practitioner);
  const [begin, end] = [Math.min(...stretches.map(({ from }) => from)) - 86_400_000, Math.max(...stretches.map(({ to }) => to))];
  const path =
    `Slot?schedule=${theirs.map((each) => `Schedule/${each.id}`).join(',')}` +
    `&start=ge${encodeURIComponent(new Date(begin).toISOString())}&start=lt${encodeURIComponent(new Date(end).toISOString())}&_count=200`;
  const read = async () => (await allOf(http, path, given)).matches.filter(({ status }) => status !== 'entered-in-error');
  const there = await read();
  const fresh = stretches.filter(({ from, to, index }) => {
    const inWay = there.filter((slot) => Date.parse(instantOf(slot.start) ?? '') < to && Date.parse(instantOf(slot.end) ?? '') > from);
    const isSame = inWay.some((slot) => Date.parse(instantOf(slot.start)!) === from && isFor(slot, offering));
    const overlaps = stretches.some((other) => other.index < index && other.from < to && other.to > from && other.from !== from);
    if (overlaps || (inWay.length > 0 && !isSame)) throw conflict(`starts.${index}`);
    return !isSame && !stretches.some((other) => other.index < index && other.from === from);
  });
  const entries = fresh.map(({ from, to }) =>
    post({
      resourceType: 'Slot',
      identifier: [keyed(`${given.key}-${from}`)],
      schedule: { reference: `Schedule/${timetable.id}` },
      ...(offering.resource.type !== undefined && { serviceType: offering.resource.type }),
      appointmentType: concept('visit-kind', kind),
      status: 'free',
      start: new Date(from).toISOString(),
      end: new Date(to).toISOString(),
    }),
  );
  if (entries.length > 0) await transact(http, entries, given);
  const wanted = new Set(stretches.map(({ from }) => from));
  const items = (entries.length > 0 ? await afterwards(read()) : there).flatMap((resource) => {
    const slot = isFor(resource, offering) ? slotOf(resource, catalogue, offering) : undefined;
    return slot && wanted.has(Date.parse(slot.starts)) ? slot : [];
  });
  return { items: items.sort((one, other) => Date.parse(one.starts) - Date.parse(other.starts)) };
}
