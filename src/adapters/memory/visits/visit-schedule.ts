import type { VersionedWriteOptions, WriteOptions } from '../../../adapter/call-options.js';
import type { SchedulePort } from '../../../adapter/ports/schedule.js';
import type { OfferId, SlotId } from '../../../model/appointment-id.js';
import type { Appointment } from '../../../model/appointment.js';
import { Instant } from '../../../model/instant.js';
import type { Page } from '../../../model/page.js';
import type { Session } from '../../../model/session.js';
import type { SlotOffer } from '../../../model/slot-offer.js';
import type { Slot } from '../../../model/slot.js';
import type { MemoryBackend } from '../memory-backend.js';
import { checkReads } from '../memory-results.js';
import { wrongAt, writtenText } from '../memory-text.js';
import { showSoonest } from './soonest-offer.js';
import { giveUpVisit, timeFrom } from './visit-booking.js';
import { changeVisit } from './visit-changing.js';
import { endOffersFor, readOffer } from './visit-offers.js';
import {
  appointmentOf,
  checkStaff,
  isFree,
  isOpenRequest,
  serviceFor,
  slotFor,
  slotOf,
  subjectOf,
  timeOf,
} from './visit-reading.js';
import { conflictAt, noSuch, type SlotRecord } from './visit-store.js';
import { take } from './visit-taking.js';

const MOST_STARTS = 50;
const MOST_OFFERED = 5;
const MINUTE = 60_000;

/** Opens times for booking, all of them or none. */
export function openSlots(
  backend: MemoryBackend,
  session: Session,
  times: Parameters<SchedulePort['openSlots']>[0],
  { key }: WriteOptions,
): Page<Slot> {
  checkStaff(session);
  const { visits } = backend;
  return backend.once(session.me.id, key, ['open', times], () => {
    const service = visits.services.find(({ id }) => id === times.service);
    if (!service) throw noSuch('service');
    const { minutes, practitioners, places } = service;
    if (!minutes) throw wrongAt('service');
    const practitioner = practitioners.find(({ id }) => id === times.practitioner);
    const place = places.find(({ id }) => id === times.place);
    if (!practitioner) throw wrongAt('practitioner');
    if (!service.kinds.includes(times.kind)) throw wrongAt('kind');
    if (times.place !== undefined && !place) throw wrongAt('place');
    if (times.starts.length === 0 || times.starts.length > MOST_STARTS) throw wrongAt('starts');

    const theirs = [...visits.slots()].filter(({ slot }) => slot.practitioner?.id === practitioner.id);
    const wanted: { readonly from: number; readonly to: number; readonly known?: SlotRecord | undefined }[] = [];
    times.starts.forEach((given, index) => {
      const from = Instant.safeParse(given).success ? Date.parse(given) : 0;
      if (from <= timeOf(backend)) throw wrongAt(`starts.${index}`);
      const to = from + minutes * MINUTE;
      const known = theirs.find((record) => record.from === from && record.slot.service === service.id);
      const isThere = known !== undefined || wanted.some((other) => other.from === from);
      if (!isThere && [...theirs, ...wanted].some((other) => other.from < to && other.to > from)) {
        throw conflictAt(`starts.${index}`);
      }
      if (!wanted.some((other) => other.from === from)) wanted.push({ from, to, known });
    });
    const slots = wanted.map(
      ({ from, to, known }) =>
        known ??
        visits.addSlot({
          id: backend.newId('slot') as SlotId,
          service: service.id,
          starts: new Date(from).toISOString(),
          ends: new Date(to).toISOString(),
          kind: times.kind,
          practitioner,
          place,
        }),
    );
    return () => ({ items: slots.map(slotFor) });
  });
}

/** Books a slot for a request, which stays the same appointment. */
export function confirm(
  backend: MemoryBackend,
  session: Session,
  { appointment, slot }: Parameters<SchedulePort['confirm']>[0],
  options: VersionedWriteOptions,
): Appointment {
  checkStaff(session);
  return changeVisit(backend, session, ['confirm', appointment, slot], options, (record) => {
    const { said } = record;
    const chosen = slotOf(backend, slot);
    if (!isOpenRequest(record)) throw conflictAt('appointment');
    if (chosen.slot.service !== said.service) throw wrongAt('slot');
    if (!isFree(chosen, session.me.id, timeOf(backend))) throw conflictAt('slot');
    const service = serviceFor(backend, chosen.slot.service, said.subject.id);
    const { moves, answerBy: _answerBy, offer: _offer, ...rest } = said;
    take(backend, chosen, said.id);
    backend.visits.save({ ...rest, ...timeFrom(chosen, service), status: 'booked' });
    endOffersFor(backend, said.id);
    giveUpVisit(backend, moves, said.id);
  });
}

/** Says that no time could be found, and why. */
export function decline(
  backend: MemoryBackend,
  session: Session,
  { appointment, note }: Parameters<SchedulePort['decline']>[0],
  options: VersionedWriteOptions,
): Appointment {
  checkStaff(session);
  return changeVisit(backend, session, ['refuse', appointment, note], options, (record) => {
    const words = writtenText(note, { field: 'note', budget: 750 });
    if (!isOpenRequest(record)) throw conflictAt('appointment');
    backend.visits.save({ ...record.said, status: 'declined', note: words, answerBy: undefined, offer: undefined });
  });
}

/** Offers slots to a subject. */
export function offer(
  backend: MemoryBackend,
  session: Session,
  given: Parameters<SchedulePort['offer']>[0],
  { key }: WriteOptions,
): SlotOffer {
  checkStaff(session);
  checkReads(backend, session, given.subject);
  return backend.once(session.me.id, key, ['offer', given], () => {
    const service = serviceFor(backend, given.service, given.subject);
    const { slots, until, moves } = given;
    if (slots.length === 0 || slots.length > MOST_OFFERED) throw wrongAt('slots');
    slots.forEach((id, index) => {
      const record = slotOf(backend, id);
      if (record.slot.service !== service.id || slots.indexOf(id) !== index) throw wrongAt(`slots.${index}`);
      if (!isFree(record, session.me.id, timeOf(backend))) throw conflictAt(`slots.${index}`);
    });
    const isTime = until === undefined || (Instant.safeParse(until).success && Date.parse(until) > timeOf(backend));
    if (!isTime) throw wrongAt('until');
    const moved = moves === undefined ? undefined : appointmentOf(backend, session, moves);
    if (moved && moved.said.subject.id !== given.subject) throw wrongAt('moves');
    const id = backend.newId('offer') as OfferId;
    backend.visits.saveOffer({
      id,
      subject: subjectOf(backend, given.subject),
      service: service.id,
      label: service.label,
      slots: [...slots],
      until,
      moves,
    });
    showSoonest(backend, moves);
    return () => readOffer(backend, session, id);
  });
}
