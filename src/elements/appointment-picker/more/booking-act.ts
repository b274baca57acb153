import type { Booking } from '../../../adapter/ports/appointments.js';
import { bookSlot, listAppointments } from '../../../client/appointments.js';
import type { Client } from '../../../client/client.js';
import type { Appointment } from '../../../model/appointment.js';
import type { Slot } from '../../../model/slot.js';
import type { Act } from './acting.js';

/** Booking a time: how it is sent, and how one sees that it has happened. */
export function bookingAct(client: Client, booking: Booking, { starts }: Slot, name: 'book' | 'move'): Act {
  const { subject, service } = booking;
  const isIt = (visit: Appointment): boolean =>
    visit.status === 'booked' && visit.service === service && Date.parse(visit.starts ?? '') === Date.parse(starts);
  return {
    name,
    words: JSON.stringify(booking),
    send: (options) => bookSlot(client, booking, options),
    look: async (signal) => (await listAppointments(client, { subject, when: 'coming' }, { signal })).items.find(isIt),
  };
}
