import type { WriteOptions } from '../../../adapter/call-options.js';
import type { AppointmentsPort } from '../../../adapter/ports/appointments.js';
import type { AppointmentId, OfferId } from '../../../model/appointment-id.js';
import type { Appointment } from '../../../model/appointment.js';
import type { Session } from '../../../model/session.js';
import type { SlotOffer } from '../../../model/slot-offer.js';
import type { MemoryBackend } from '../memory-backend.js';
import { checkSubjectsSide } from '../memory-results.js';
import { wrongAt } from '../memory-text.js';
import { isStaff } from '../thread-record.js';
import { soonestOffer } from './soonest-offer.js';
import { bookSlot, topicOf } from './visit-booking.js';
import { isFree, isOpenRequest, readAppointment, serviceFor, slotFor, statusOf, timeOf } from './visit-reading.js';
import { conflictAt, noSuch, type OfferRecord } from './visit-store.js';

/** An offer with what of it can still be taken. */
export function readOffer(backend: MemoryBackend, session: Session, offer: OfferId): SlotOffer {
  const { isEnded: _isEnded, slots: _slots, ...told } = offerOf(backend, session, offer);
  const slots = openSlotsOf(backend, session, offer).map(slotFor);
  const state = told.appointment !== undefined ? 'taken' : slots.length > 0 ? 'open' : 'ended';
  return structuredClone({ ...told, state, slots });
}

/** Books a slot of an offer, and gives up what the offer is an earlier time for. */
export function takeOffer(
  backend: MemoryBackend,
  session: Session,
  { offer, slot, topic }: Parameters<AppointmentsPort['takeOffer']>[0],
  { key }: WriteOptions,
): Appointment {
  checkSubjectsSide(session);
  const record = offerOf(backend, session, offer);
  return backend.once(session.me.id, key, ['take', offer, slot, topic], () => {
    const said = topicOf(topic);
    if (!record.slots.includes(slot)) throw wrongAt('slot');
    const open = openSlotsOf(backend, session, offer).find((each) => each.slot.id === slot);
    if (!open) throw conflictAt('slot');
    const { id } = bookSlot(backend, session, {
      service: serviceFor(backend, record.service, record.subject.id),
      record: open,
      subject: record.subject.id,
      topic: said,
      moved: record.moves && backend.visits.appointments.get(record.moves),
    });
    backend.visits.saveOffer({ ...record, appointment: id });
    return () => readAppointment(backend, session, id);
  });
}

/** Says no to an offer. */
export function declineOffer(
  backend: MemoryBackend,
  session: Session,
  { offer }: { readonly offer: OfferId },
  { key }: WriteOptions,
): SlotOffer {
  checkSubjectsSide(session);
  offerOf(backend, session, offer);
  return backend.once(session.me.id, key, ['decline', offer], () => {
    const record = offerOf(backend, session, offer);
    if (record.appointment !== undefined) throw conflictAt('offer');
    if (!record.isEnded) backend.visits.saveOffer({ ...record, isEnded: true });
    // What somebody said no to is not shown as something that others took; what else is open for them is.
    const moved = record.moves && backend.visits.appointments.get(record.moves);
    if (moved && moved.said.offer === offer) backend.visits.save({ ...moved.said, offer: soonestOffer(backend, moved.said.id) });
    return () => readOffer(backend, session, offer);
  });
}

/** Ends what was offered for a request that now has its time: taken still, it would give that time up again. */
export function endOffersFor({ visits }: MemoryBackend, request: AppointmentId): void {
  for (const offer of [...visits.offers.values()]) {
    if (offer.moves === request && offer.appointment === undefined) visits.saveOffer({ ...offer, isEnded: true });
  }
}

/** An offer the reader may see; `not-found` for every other, whether it exists or not. */
export function offerOf({ visits }: MemoryBackend, { me, subjects }: Session, offer: OfferId): OfferRecord {
  const record = visits.offers.get(offer);
  if (!record || !(isStaff(me) || subjects.some(({ id }) => id === record.subject.id))) throw noSuch('offer');
  return record;
}

/** The slots of an offer that its reader can still take, earliest first. None once it is over. */
function openSlotsOf(backend: MemoryBackend, session: Session, offer: OfferId) {
  const { isEnded, appointment, until, moves, slots } = offerOf(backend, session, offer);
  const now = timeOf(backend);
  const isOver = isEnded || appointment !== undefined || Date.parse(until ?? '9999-12-31') <= now;
  if (isOver || (moves !== undefined && !isWaiting(backend, moves))) return [];
  return slots
    .flatMap((id) => backend.visits.slot(id) ?? [])
    .filter((record) => isFree(record, session.me.id, now))
    .sort((a, b) => a.from - b.from || a.order - b.order);
}

/** Whether an appointment can still be given up for another time. */
function isWaiting(backend: MemoryBackend, appointment: AppointmentId): boolean {
  const record = backend.visits.appointments.get(appointment);
  return record !== undefined && (isOpenRequest(record) || statusOf(backend, record) === 'booked');
}
