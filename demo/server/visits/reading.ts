import type { Appointment, Hold, SlotOffer } from 'carethread/model';
import type { Act } from '../conversation/act.js';
import { etagOf } from '../etag.js';
import { readAppointment } from './appointments.js';
import { readHold } from './holds.js';
import { readOffer } from './offers.js';

/** What a write of visits is answered with. */
export type VisitKey = { readonly appointment: string } | { readonly offer: string } | { readonly hold: string };

/** What that is, as it is read. */
export type VisitBody<K extends VisitKey> = K extends { readonly appointment: string }
  ? Appointment
  : K extends { readonly offer: string }
    ? SlotOffer
    : Hold;

/** Reads an appointment, an offer or a hold, as the answer to whoever wrote to it. */
export async function readVisit<K extends VisitKey>(
  act: Act,
  key: K,
): Promise<{ readonly body: VisitBody<K>; readonly headers?: Readonly<Record<string, string>> }> {
  if ('appointment' in key) {
    const body = await readAppointment(act, key.appointment);
    return { body: body as VisitBody<K>, headers: { etag: etagOf(body) } };
  }
  return { body: (await ('offer' in key ? readOffer(act, key.offer) : readHold(act, (key as { hold: string }).hold))) as VisitBody<K> };
}
