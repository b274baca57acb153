import type { AppointmentId, OfferId } from '../../../model/appointment-id.js';
import type { MemoryBackend } from '../memory-backend.js';
import type { ScenarioAppointment } from './scenario-visits.js';
import { timeOf } from './visit-reading.js';
import type { AppointmentRecord, SlotRecord } from './visit-store.js';

const TWO_HOURS = 7_200_000;

/** Books a slot for an appointment. To whom it was offered as well, that reads otherwise now. */
export function take({ visits }: MemoryBackend, record: SlotRecord, appointment: AppointmentId): void {
  record.taken = appointment;
  record.hold = undefined;
  record.version++;
  for (const { slots, subject, moves } of visits.offers.values()) {
    if (slots.includes(record.slot.id)) visits.touch(subject.id, moves);
  }
}

/** Gives back the slot of an appointment, and offers it to those who wait. */
export function giveBack(backend: MemoryBackend, { slot }: ScenarioAppointment): void {
  const record = slot === undefined ? undefined : backend.visits.slot(slot);
  if (!record) return;
  record.taken = undefined;
  record.version++;
  offerAround(backend, record);
}

/** Offers a slot to everybody who waits for its service, each by themselves. The first to take it gets it. */
function offerAround(backend: MemoryBackend, { slot, from }: SlotRecord): void {
  const { visits } = backend;
  const until = Math.min(timeOf(backend) + TWO_HOURS, from - TWO_HOURS);
  if (until <= timeOf(backend)) return;
  for (const { said } of [...visits.appointments.values()].filter((record) => waitsFor(record, slot.service, from))) {
    const id = backend.newId('offer') as OfferId;
    visits.save({ ...said, offer: id });
    visits.saveOffer({
      id,
      subject: said.subject,
      service: slot.service,
      label: said.label,
      slots: [slot.id],
      until: new Date(until).toISOString(),
      moves: said.id,
    });
  }
}

function waitsFor({ said }: AppointmentRecord, service: string, from: number): boolean {
  if (said.service !== service) return false;
  return said.status === 'waiting' || (said.status === 'booked' && said.waits && Date.parse(said.starts ?? '') > from);
}
