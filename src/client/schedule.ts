import type { CallOptions, VersionedWriteOptions, WriteOptions } from '../adapter/call-options.js';
import type { SchedulePort } from '../adapter/ports/schedule.js';
import type { AppointmentId, SlotId } from '../model/appointment-id.js';
import { Appointment } from '../model/appointment.js';
import { SlotOffer } from '../model/slot-offer.js';
import { Slot } from '../model/slot.js';
import { announcing } from './announcing.js';
import { checked, checkedPage, type CheckedPage } from './checked.js';
import type { Client } from './client.js';

/** Opens times for booking. For staff. */
export async function openSlots(
  client: Client,
  times: Parameters<SchedulePort['openSlots']>[0],
  options: WriteOptions,
): Promise<CheckedPage<Slot>> {
  const answer = await client.use('schedule', (port) => port.openSlots(times, options));
  return checkedPage(Slot, answer, 'schedule.openSlots', client.report);
}

/** What patients have asked for or wait for, longest waiting first. For staff. */
export async function listRequests(
  client: Client,
  query: { readonly after?: string | undefined },
  options: CallOptions,
): Promise<CheckedPage<Appointment>> {
  const answer = await client.use('schedule', (port) => port.listRequests(query, options));
  return checkedPage(Appointment, answer, 'schedule.listRequests', client.report);
}

/** Books a slot for a request. For staff. */
export function confirmRequest(
  client: Client,
  which: { readonly appointment: AppointmentId; readonly slot: SlotId },
  options: VersionedWriteOptions,
): Promise<Appointment> {
  return change(client, 'confirm', which.appointment, (port) => port.confirm(which, options));
}

/** Says that no time could be found, and why. For staff. */
export function declineRequest(
  client: Client,
  which: { readonly appointment: AppointmentId; readonly note: string },
  options: VersionedWriteOptions,
): Promise<Appointment> {
  return change(client, 'decline', which.appointment, (port) => port.decline(which, options));
}

/** Offers slots to a subject. For staff. */
export function offerSlots(
  client: Client,
  offer: Parameters<SchedulePort['offer']>[0],
  options: WriteOptions,
): Promise<SlotOffer> {
  return announcing(client, { kind: 'appointment', appointment: offer.moves }, async () =>
    checked(SlotOffer, await client.use('schedule', (port) => port.offer(offer, options)), 'schedule.offer'),
  );
}

function change(
  client: Client,
  method: string,
  appointment: AppointmentId,
  call: (port: SchedulePort) => Promise<Appointment>,
): Promise<Appointment> {
  return announcing(client, { kind: 'appointment', appointment }, async () =>
    checked(Appointment, await client.use('schedule', call), `schedule.${method}`),
  );
}
