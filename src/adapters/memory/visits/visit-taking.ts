import type { AppointmentId, OfferId } from '../../../model/appointment-id.js';
import type { MemoryBackend } from '../memory-backend.js';
import type { ScenarioAppointment, ScenarioSlot } from './scenario-visits.js';
import { showSoonest } from './soonest-offer.js';
import { timeOf } from './visit-reading.js';
import type { AppointmentRecord, SlotRecord } from './visit-store.js';

const TWO_HOURS = 7_200_000;

/** Books a slot for an appointment. To whom it was offered as well, that reads otherwise now. */
export function take(backend: MemoryBackend, record: SlotRecord, appointment: AppointmentId): void {
  record.taken = appointment;
  record.hold = undefined;
  record.version++;
  const { visits } = backend;
  for (const { slots, subject, moves } of visits.offers.values()) {
    if (!slots.includes(record.slot.id)) continue;
    visits.touch(subject.id, moves);
    showSoonest(backend, moves);
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
  for (const { said } of [...visits.appointments.values()].filter((record) => waitsFor(record, slot, from))) {
    const id = backend.newId('offer') as OfferId;
    visits.saveOffer({
      id,
      subject: said.subject,
      service: slot.service,
      label: said.label,
      slots: [slot.id],
      until: new Date(until).toISOString(),
      moves: said.id,
    });
    showSoonest(backend, said.id);
  }
}

/** Whether somebody waits for a time: with no time, for what they asked for; with one, for any that is earlier. */
function waitsFor({ said }: AppointmentRecord, { service, kind, practitioner, place }: ScenarioSlot, from: number): boolean {
  if (said.service !== service) return false;
  if (said.status === 'booked') return said.waits && Date.parse(said.starts ?? '') > from;
  const suits = <T>(asked: T | undefined, is: T | undefined): boolean => asked === undefined || asked === is;
  return (
    said.status === 'waiting' &&
    suits(said.kind, kind) &&
    suits(said.practitioner?.id, practitioner?.id) &&
    suits(said.place?.id, place?.id)
  );
}
