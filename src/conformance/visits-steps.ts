import type { Connection } from '../adapter/adapter.js';
import type { Booking, VisitChoice } from '../adapter/ports/appointments.js';
import type { Appointment } from '../model/appointment.js';
import type { Change } from '../model/change.js';
import type { CalendarDay } from '../model/instant.js';
import type { Service } from '../model/service.js';
import type { Slot } from '../model/slot.js';
import { dayIn } from '../model/zoned-time.js';
import { claim } from './assert.js';
import { everything, once, patiently } from './steps.js';

// What people do with visits in the tests, in as few words.

const DAY = 86_400_000;

/** A day some days after another. */
export const daysAfter = (day: CalendarDay, days: number): CalendarDay =>
  new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);

/** Sixty days from today on, by the practice's clock. */
export async function twoMonths({
  practice,
}: Connection): Promise<{ readonly from: CalendarDay; readonly to: CalendarDay }> {
  const { zone } = await practice!.readPractice(patiently);
  const from = dayIn(zone, Date.now());
  return { from, to: daysAfter(from, 59) };
}

/** What a reader's own visits can be for, or those of somebody else. */
export const servicesOf = (reader: Connection, subject = reader.subjects[0]!.id): Promise<Service[]> =>
  reader.appointments!.listServices({ subject }, patiently).then(({ items }) => [...items]);

/** The first service that fits, if there is one. */
export const serviceWhere = async (
  reader: Connection,
  fits: (service: Service) => boolean,
): Promise<Service | undefined> => (await servicesOf(reader)).find(fits);

/** The service that tests book: a direct one. One with a waitlist, if there is. */
export async function aService(reader: Connection): Promise<Service> {
  const direct = (await servicesOf(reader)).filter(({ booking }) => booking === 'direct');
  const service = direct.find(({ hasWaitlist }) => hasWaitlist) ?? direct[0];
  claim(service !== undefined, 'the patient should have a service that can be booked');
  return service;
}

/** A reader's own visit for a service. */
export const choiceOf = (reader: Connection, { id }: Pick<Service, 'id'>): VisitChoice => ({
  subject: reader.subjects[0]!.id,
  service: id,
});

/** All free times of a day. */
export const slotsOn = (reader: Connection, choice: VisitChoice, day: CalendarDay): Promise<Slot[]> =>
  everything((after) => reader.appointments!.listSlots({ ...choice, day, after }, patiently));

/** Whether a slot is free to a reader, by the list of its day. */
export async function isFreeTo(reader: Connection, service: Service, { id, starts }: Slot): Promise<boolean> {
  const { zone } = await reader.practice!.readPractice(patiently);
  const slots = await slotsOn(reader, choiceOf(reader, service), dayIn(zone, Date.parse(starts)));
  return slots.some((slot) => slot.id === id);
}

/** Some free times of a service, the earliest first, far enough off that what is booked can be moved. */
export async function freeSlots(reader: Connection, service: Service, count: number): Promise<Slot[]> {
  const choice = choiceOf(reader, service);
  const { days } = await reader.appointments!.listFreeDays({ ...choice, ...(await twoMonths(reader)) }, patiently);
  const slots: Slot[] = [];
  for (const { day } of days.toReversed()) {
    if (slots.length >= count) break;
    slots.unshift(...(await slotsOn(reader, choice, day)));
  }
  claim(slots.length >= count, `${count} times should be free`);
  return slots.slice(-count);
}

/** A service with some free times. */
export async function aTime(
  reader: Connection,
  count = 1,
  chosen?: Service,
): Promise<{ readonly service: Service; readonly slots: Slot[]; readonly slot: Slot }> {
  const service = chosen ?? (await aService(reader));
  const slots = await freeSlots(reader, service, count);
  return { service, slots, slot: slots[0]! };
}

/** Somebody books for themselves. */
export const book = (
  reader: Connection,
  service: Service,
  slot: Slot,
  parts: Partial<Booking> = {},
): Promise<Appointment> =>
  // With a signal of its own: fifty of these may be on their way at once.
  reader.appointments!.book(
    { ...choiceOf(reader, service), slot: slot.id, ...parts },
    { ...once(), signal: new AbortController().signal },
  );

/** Somebody cancels. */
export const cancel = (reader: Connection, { id }: Appointment): Promise<Appointment> =>
  reader.appointments!.cancel({ appointment: id, care: 'no-longer' }, once());

/** All of a reader's own visits that are to come, or past. */
export const visitsOf = (
  reader: Connection,
  when: 'coming' | 'past',
  subject = reader.subjects[0]!.id,
): Promise<Appointment[]> =>
  everything((after) => reader.appointments!.listAppointments({ subject, when, after }, patiently));

/** An appointment as it is now. */
export const visitNow = (reader: Connection, { id }: Pick<Appointment, 'id'>): Promise<Appointment> =>
  reader.appointments!.readAppointment(id, patiently);

/** What each of some readers hears of visits while something happens. */
export async function heardOfVisits(
  readers: readonly Connection[],
  happens: () => Promise<unknown>,
): Promise<Change[][]> {
  const since = (reader: Connection, bookmark?: string) => reader.changes!.changesSince(bookmark, patiently);
  const bookmarks = await Promise.all(readers.map(async (reader) => (await since(reader)).next));
  await happens();
  const news = await Promise.all(readers.map((reader, place) => since(reader, bookmarks[place])));
  return news.map(({ changes }) => changes.filter(({ kind }) => kind === 'appointment'));
}
