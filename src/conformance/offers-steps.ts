import type { Connection } from '../adapter/adapter.js';
import type { SchedulePort } from '../adapter/ports/schedule.js';
import type { Appointment } from '../model/appointment.js';
import type { Service } from '../model/service.js';
import type { Slot } from '../model/slot.js';
import type { SlotOffer } from '../model/slot-offer.js';
import { claim } from './assert.js';
import { once, patiently } from './steps.js';
import { choiceOf, visitNow } from './visits-steps.js';

// What people do with offered times in the tests, in as few words.

/** What staff say of an offer. */
export type Offered = Parameters<SchedulePort['offer']>[0];

/** Staff offer times. */
export const offer = (
  staff: Connection,
  patient: Connection,
  service: Service,
  slots: readonly Slot[],
  parts: Partial<Offered> = {},
) => staff.schedule!.offer({ ...choiceOf(patient, service), slots: slots.map(({ id }) => id), ...parts }, once());

/** An offer as it is now. */
export const read = (reader: Connection, { id }: Pick<SlotOffer, 'id'>) => reader.appointments!.readOffer(id, patiently);

/** Somebody takes a time of an offer. */
export const take = (reader: Connection, { id }: Pick<SlotOffer, 'id'>, { id: slot }: Pick<Slot, 'id'>, topic?: string) =>
  reader.appointments!.takeOffer({ offer: id, slot, topic }, once());

/** Somebody says no to an offer. */
export const decline = (reader: Connection, { id }: Pick<SlotOffer, 'id'>) =>
  reader.appointments!.declineOffer({ offer: id }, once());

/** What things are called. */
export const idsOf = (things: readonly { readonly id: string }[]): string[] => things.map(({ id }) => id);

/** What is offered for a visit. */
export async function offerOf(reader: Connection, visit: Appointment): Promise<SlotOffer> {
  const { offer: id } = await visitNow(reader, visit);
  claim(id !== undefined, 'a time should be offered for it');
  return read(reader, { id });
}
