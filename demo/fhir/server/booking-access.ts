import type { Appointment, Resource, Slot } from '@medplum/fhirtypes';

// How much of booking a server leaves to whoever asks. Real ones differ in nothing more than in this.

/** Who makes a slot busy: an operation of the server's, whoever books, or the practice. */
export type Booking = 'operation' | 'transaction' | 'request';

/** Whether a patient may write so: book where booking is theirs, else ask; cancel, or change their words. */
export function mayBook(booking: Booking | undefined, resource: Resource, before: Resource | undefined): boolean {
  const was = (before as Appointment | undefined)?.status;
  if (resource.resourceType !== 'Appointment' || booking === 'transaction' || resource.status === was) return true;
  return /^(proposed|waitlist|cancelled|entered-in-error)$/.test(resource.status);
}

/** Whether a patient may write a slot so: they take it or give it back, and nothing else in it. */
export function maySetSlot(booking: Booking | undefined, slot: Slot, before: Resource | undefined): boolean {
  if (booking !== 'transaction' || before?.resourceType !== 'Slot') return false;
  const isSame = JSON.stringify(restOf(slot)) === JSON.stringify(restOf(before));
  return isSame && [slot, before].every(({ status }) => /^(free|busy)$/.test(status));
}

const restOf = ({ status: _status, meta: _meta, ...rest }: Slot): object =>
  Object.entries(rest).sort(([one], [other]) => (one < other ? -1 : 1));
