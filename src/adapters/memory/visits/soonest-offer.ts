import type { AppointmentId, OfferId } from '../../../model/appointment-id.js';
import type { MemoryBackend } from '../memory-backend.js';
import { timeOf } from './visit-reading.js';

/** Of what is offered for an appointment and can still be taken, the offer that begins first. */
export function soonestOffer(backend: MemoryBackend, appointment: AppointmentId): OfferId | undefined {
  const { visits } = backend;
  const now = timeOf(backend);
  const open = [...visits.offers.values()].flatMap((offer) => {
    const isOver = offer.isEnded || offer.appointment !== undefined || Date.parse(offer.until ?? '9999-12-31') <= now;
    if (offer.moves !== appointment || isOver) return [];
    const slots = offer.slots.flatMap((id) => visits.slot(id) ?? []);
    return slots.filter(({ taken, from }) => taken === undefined && from > now).map(({ from }) => ({ id: offer.id, from }));
  });
  return open.sort((a, b) => a.from - b.from)[0]?.id;
}

/**
 * Has an appointment show the soonest of what is offered for it: a later one that came after would hide it. Where
 * nothing is left to take it goes on showing the last, which says so.
 */
export function showSoonest(backend: MemoryBackend, appointment: AppointmentId | undefined): void {
  const said = appointment && backend.visits.appointments.get(appointment)?.said;
  if (!said || !['requested', 'waiting', 'booked'].includes(said.status)) return;
  const offer = soonestOffer(backend, said.id);
  if (offer !== undefined && offer !== said.offer) backend.visits.save({ ...said, offer });
}
