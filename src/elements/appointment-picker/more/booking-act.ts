import type { Booking } from '../../../adapter/ports/appointments.js';
import { bookSlot, listAppointments } from '../../../client/appointments.js';
import type { Client } from '../../../client/client.js';
import type { Appointment } from '../../../model/appointment.js';
import type { Slot } from '../../../model/slot.js';
import type { Act } from './acting.js';

/** What is to be booked, as far as one can see from a visit that it was. */
export type Wanted = Pick<Booking, 'subject' | 'service' | 'moves'>;

/** Looks whether a slot has been booked, by whatever way: another window, another key, a try that nobody answered. */
export async function findBooked(
  client: Client,
  { subject, service, moves }: Wanted,
  { starts, practitioner }: Slot,
  signal: AbortSignal,
): Promise<Appointment | undefined> {
  const { items } = await listAppointments(client, { subject, when: 'coming' }, { signal });
  return items.find(
    (visit) =>
      visit.status === 'booked' &&
      // The one that is moved may be at the same time, with somebody else.
      visit.id !== moves &&
      visit.service === service &&
      Date.parse(visit.starts ?? '') === Date.parse(starts) &&
      (!practitioner || !visit.practitioner || visit.practitioner.id === practitioner.id),
  );
}

/** Booking a time: how it is sent, and how one sees that it has happened. */
export function bookingAct(client: Client, booking: Booking, slot: Slot, name: 'book' | 'move'): Act {
  return {
    ...{ name, slot, words: JSON.stringify(booking) },
    send: (options) => bookSlot(client, booking, options),
    look: (signal) => findBooked(client, booking, slot, signal),
  };
}
