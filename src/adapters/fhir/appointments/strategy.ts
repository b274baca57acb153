import type { AdapterErrorCode } from '../../../adapter/errors.js';
import type { FhirContext } from '../fhir-context.js';

/** How a free time is booked: by the server's `$book`, by a transaction that its owner vouches for, or not at all. */
export type BookingStrategy = 'operation' | 'transaction' | 'request';

/** What a server can be asked to do, by what it says of itself and what its integrator knows of it. Nothing is tried. */
export function bookingBy({ capabilities: { does }, booking }: FhirContext): BookingStrategy {
  return does('Appointment', 'book') ? 'operation' : (booking ?? 'request');
}

/** Why something cannot be done with appointments; undefined where it can. */
export function visitLack(context: FhirContext, port: string, method: string): AdapterErrorCode | undefined {
  const { isStaff, capabilities } = context;
  const { lack, does } = capabilities;
  const isForStaff = port === 'schedule';
  if (isForStaff !== isStaff && (isForStaff || !/^(list|read)/.test(method))) return 'forbidden';
  if (/^list(Services|FreeDays|Slots)$/.test(method)) return lack('HealthcareService.search-type');
  const reads = lack('Appointment.search-type', 'Appointment.read');
  if (/Offer$|^offer$/.test(method)) {
    const offers = reads ?? lack('Task.search-type', 'Task.read', 'Slot.read');
    if (offers || /^read/.test(method)) return offers;
  }
  if (reads || /^(list|read)/.test(method)) return reads;
  // FHIR lists nobody who has a time and waits for an earlier one, so that nobody would ever offer it.
  if (method === 'setWaiting') return 'unsupported';
  if (/^(hold|extend|release)$/.test(method) && !does('Appointment', 'hold')) return 'unsupported';
  if (/^(book|takeOffer|offer)$/.test(method) && bookingBy(context) === 'request') return 'unsupported';
  if (!capabilities.transaction) return 'unsupported';
  if (/ffer$/.test(method)) return lack('Task.create', 'Task.update');
  if (method === 'book' && bookingBy(context) === 'transaction') return lack('Appointment.create', 'Appointment.update', 'Slot.update');
  if (/^(openSlots|confirm)$/.test(method)) return lack('Schedule.search-type', 'Slot.search-type', 'Slot.create', 'Slot.update', 'Appointment.update');
  return lack('Appointment.create', 'Appointment.update');
}
