import { Appointment, FreeDays, pageOf, Service, Slot, SlotOffer } from 'carethread/model';
import type * as z from 'zod/mini';
import type { ReferenceServer } from '../support/reference-server.js';
import { callerOf, contentOf, type Answer, type Caller } from './caller.js';

/** When the demo is told from: a Monday afternoon in Seattle. */
export const MONDAY = Date.parse('2026-11-23T22:34:00Z');

export const HOUR = 60 * 60 * 1000;

/** Those who book, and one who opens times. */
export async function bookers(server: ReferenceServer) {
  const [sam, rosa, ana] = await Promise.all(['sam-okafor', 'rosa-delgado', 'ana-morales'].map((id) => callerOf(server, id)));
  return { sam: sam!, rosa: rosa!, ana: ana! };
}

const PRESSURE = { service: 'blood-pressure' };

/** The free times of a service from some days on, of the first day that has any. */
export async function freeSlots(caller: Caller, subject: string, { service, from = '2026-11-24' }: { service?: string; from?: string } = {}) {
  const choice = { ...PRESSURE, ...(service !== undefined && { service }), subject };
  const { first } = await freeDays(caller, { ...choice, from, to: from });
  const answer = await caller.post('/slots/search', { ...choice, day: first });
  return contentOf(pageOf(Slot), answer, 200).items as z.output<typeof Slot>[];
}

export async function freeDays(caller: Caller, body: object): Promise<FreeDays> {
  return contentOf(FreeDays, await caller.post('/slots/days', body), 200);
}

export const book = (caller: Caller, subject: string, slot: string, more: object = {}): Promise<Answer> =>
  caller.post('/appointments', { ...PRESSURE, subject, slot, ...more });

export const booked = (answer: Answer): Appointment => contentOf(Appointment, answer, 201);

export const appointmentAt = (caller: Caller, id: string): Promise<Appointment> => caller.read(Appointment, `/appointments/${id}`);

export const offerAt = (caller: Caller, id: string): Promise<SlotOffer> => caller.read(SlotOffer, `/offers/${id}`);

export async function appointments(caller: Caller, subject: string, when: 'coming' | 'past') {
  return (await caller.read(pageOf(Appointment), `/appointments?subject=${subject}&when=${when}`)).items;
}

export async function services(caller: Caller, subject: string): Promise<readonly Service[]> {
  return (await caller.read(pageOf(Service), `/services?subject=${subject}`)).items;
}

/** Waits on the waitlist of a service. */
export async function wait(caller: Caller, subject: string, service = 'blood-pressure'): Promise<Appointment> {
  return booked(await caller.post('/appointments/requests', { subject, service, wishes: [] }));
}
