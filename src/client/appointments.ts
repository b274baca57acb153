import type { CallOptions, VersionedWriteOptions, WriteOptions } from '../adapter/call-options.js';
import type { AppointmentsPort, Booking, VisitChoice, VisitRequest } from '../adapter/ports/appointments.js';
import type { AppointmentId, OfferId, SlotId } from '../model/appointment-id.js';
import { Appointment, type CareNeed } from '../model/appointment.js';
import type { PersonId } from '../model/id.js';
import type { CalendarDay } from '../model/instant.js';
import { Service } from '../model/service.js';
import { SlotOffer } from '../model/slot-offer.js';
import { FreeDays, Hold, Slot } from '../model/slot.js';
import { normalText } from '../model/text-length.js';
import { announcing } from './announcing.js';
import { checked, checkedPage, type CheckedPage } from './checked.js';
import type { Client } from './client.js';
import { newSendKey } from './outbox-item.js';

/** What a subject's visits can be for. */
export async function listServices(client: Client, subject: PersonId, options: CallOptions): Promise<CheckedPage<Service>> {
  const answer = await client.use('appointments', (port) => port.listServices({ subject }, options));
  return checkedPage(Service, answer, 'appointments.listServices', client.report);
}

/** Which days have free times. */
export async function listFreeDays(
  client: Client,
  query: VisitChoice & { readonly from: CalendarDay; readonly to: CalendarDay },
  options: CallOptions,
): Promise<FreeDays> {
  const answer = await client.use('appointments', (port) => port.listFreeDays(query, options));
  return checked(FreeDays, answer, 'appointments.listFreeDays');
}

/** A page of the free times of a day, earliest first. */
export async function listSlots(
  client: Client,
  query: Parameters<AppointmentsPort['listSlots']>[0],
  options: CallOptions,
): Promise<CheckedPage<Slot>> {
  const answer = await client.use('appointments', (port) => port.listSlots(query, options));
  return checkedPage(Slot, answer, 'appointments.listSlots', client.report);
}

/** Keeps a slot while its reader fills in. */
export async function holdSlot(
  client: Client,
  which: { readonly slot: SlotId; readonly subject: PersonId },
  options: CallOptions,
): Promise<Hold> {
  const write = { ...options, key: newSendKey() };
  return checked(Hold, await client.use('appointments', (port) => port.hold(which, write)), 'appointments.hold');
}

/** Keeps a slot longer. */
export async function extendHold(client: Client, slot: SlotId, options: CallOptions): Promise<Hold> {
  const write = { ...options, key: newSendKey() };
  return checked(Hold, await client.use('appointments', (port) => port.extend({ slot }, write)), 'appointments.extend');
}

/** Gives a held slot back. */
export async function releaseSlot(client: Client, slot: SlotId, options: CallOptions): Promise<void> {
  await client.use('appointments', (port) => port.release({ slot }, { ...options, key: newSendKey() }));
}

/** Books. `key` is kept by the caller for every try of the same booking, so that it is made once. */
export function bookSlot(client: Client, booking: Booking, options: WriteOptions): Promise<Appointment> {
  return change(client, 'book', booking.moves, options, (port) => port.book(withTopic(booking), options));
}

/** Asks for a time, or waits for one. `key` as in {@link bookSlot}. */
export function requestVisit(client: Client, request: VisitRequest, options: WriteOptions): Promise<Appointment> {
  return change(client, 'request', undefined, options, (port) => port.request(withTopic(request), options));
}

/** A page of a subject's appointments. */
export async function listAppointments(
  client: Client,
  query: Parameters<AppointmentsPort['listAppointments']>[0],
  options: CallOptions,
): Promise<CheckedPage<Appointment>> {
  const answer = await client.use('appointments', (port) => port.listAppointments(query, options));
  return checkedPage(Appointment, answer, 'appointments.listAppointments', client.report);
}

export async function readAppointment(
  client: Client,
  appointment: AppointmentId,
  options: CallOptions,
): Promise<Appointment> {
  const answer = await client.use('appointments', (port) => port.readAppointment(appointment, options));
  return checked(Appointment, answer, 'appointments.readAppointment');
}

/** Cancels a visit, or takes a request back. */
export function cancelAppointment(
  client: Client,
  which: { readonly appointment: AppointmentId; readonly care: CareNeed },
  options: VersionedWriteOptions,
): Promise<Appointment> {
  return change(client, 'cancel', which.appointment, options, (port) => port.cancel(which, options));
}

/** Says what the patient wants to talk about. */
export function setTopic(
  client: Client,
  { appointment, topic }: { readonly appointment: AppointmentId; readonly topic: string },
  options: VersionedWriteOptions,
): Promise<Appointment> {
  const said = { appointment, topic: normalText(topic) };
  return change(client, 'setTopic', appointment, options, (port) => port.setTopic(said, options));
}

/** Waits for an earlier time, or no longer does. */
export function setWaiting(
  client: Client,
  which: { readonly appointment: AppointmentId; readonly waits: boolean },
  options: VersionedWriteOptions,
): Promise<Appointment> {
  return change(client, 'setWaiting', which.appointment, options, (port) => port.setWaiting(which, options));
}

export async function readOffer(client: Client, offer: OfferId, options: CallOptions): Promise<SlotOffer> {
  const answer = await client.use('appointments', (port) => port.readOffer(offer, options));
  return checked(SlotOffer, answer, 'appointments.readOffer');
}

/** Books a slot of an offer. `key` as in {@link bookSlot}. */
export function takeOffer(
  client: Client,
  offer: Parameters<AppointmentsPort['takeOffer']>[0],
  options: WriteOptions,
): Promise<Appointment> {
  return change(client, 'takeOffer', undefined, options, (port) => port.takeOffer(withTopic(offer), options));
}

export function declineOffer(client: Client, offer: OfferId, options: WriteOptions): Promise<SlotOffer> {
  return announcing(client, { kind: 'appointment' }, async () => {
    const answer = await client.use('appointments', (port) => port.declineOffer({ offer }, options));
    return checked(SlotOffer, answer, 'appointments.declineOffer');
  });
}

function withTopic<T extends { readonly topic?: string | undefined }>(what: T): T {
  return what.topic === undefined ? what : { ...what, topic: normalText(what.topic) };
}

function change(
  client: Client,
  method: string,
  appointment: AppointmentId | undefined,
  options: CallOptions,
  call: (port: AppointmentsPort) => Promise<Appointment>,
): Promise<Appointment> {
  options.signal.throwIfAborted();
  return announcing(client, { kind: 'appointment', appointment }, async () =>
    checked(Appointment, await client.use('appointments', call), `appointments.${method}`),
  );
}
