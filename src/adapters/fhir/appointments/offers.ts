import type { CallOptions, WriteOptions } from '../../../adapter/call-options.js';
import type { AppointmentsPort } from '../../../adapter/ports/appointments.js';
import type { Appointment } from '../../../model/appointment.js';
import type { AppointmentId, OfferId } from '../../../model/appointment-id.js';
import type { PersonId } from '../../../model/id.js';
import type { SlotOffer } from '../../../model/slot-offer.js';
import type { Slot } from '../../../model/slot.js';
import { wrongAt } from '../../shared/written-text.js';
import { fingerprint, put } from '../changing-thread.js';
import type { Resource } from '../json.js';
import { allOf } from '../paging.js';
import { checkReads } from '../result-access.js';
import { codesOf, type Part, partOf, present } from '../result-parts.js';
import { coded, concept, idIn, referenceIn } from '../terms.js';
import { attempt, wasFaster } from './act.js';
import { patientOf } from './appointment.js';
import { bookUnder } from './booking.js';
import type { Offering } from './catalogue.js';
import { movesIn, offerState, slotsIn, takenIn, untilIn } from './offer-task.js';
import { labelIn } from './service.js';
import { isFor, slotOf } from './slot.js';
import { madeUnder } from './taking.js';
import { conflict, missing, readOne, type VisitContext } from './visit-context.js';
import { textOf } from './visit-terms.js';
import { afterwards } from './written.js';

/** An offer of times. */
export async function readOffer(context: VisitContext, id: OfferId, given: CallOptions): Promise<SlotOffer> {
  return tellOffer(context, await taskOf(context, id, given), given);
}

/** An offer's task, once it is the reader's to read. */
async function taskOf(context: VisitContext, id: OfferId, given: CallOptions): Promise<Resource> {
  const task = await readOne(context, 'Task', id, given);
  if (!codesOf(task.code).includes('slot-offer')) throw missing('offer');
  checkReads(context, referenceIn(task.for) ?? '');
  return task;
}

/** A task as the offer that it is: with those of its slots that nobody has taken. */
export async function tellOffer(context: VisitContext, task: Part, given: CallOptions): Promise<SlotOffer> {
  const { http, directory } = context;
  await directory.learn([task], given);
  const catalogue = await context.catalogue(given);
  const service = idIn(task.focus, 'HealthcareService');
  const offering = catalogue.offerings.get(service ?? '');
  const state = offerState(task, http.now());
  const ids = state === 'open' ? slotsIn(task) : [];
  const found = ids.length > 0 ? (await allOf(http, `Slot?_id=${ids.join(',')}&_count=${ids.length}`, given)).matches : [];
  const slots = found.flatMap((resource) => freeSlot(context, resource, catalogue, offering) ?? []);
  slots.sort((one, other) => Date.parse(one.starts) - Date.parse(other.starts));
  return present({
    id: String(task.id) as OfferId,
    subject: directory.person(task.for)!,
    service: offering?.id,
    label: (offering && labelIn(offering.resource)) ?? textOf(partOf(task.focus).display) ?? '',
    state: state === 'open' && slots.length === 0 ? ('ended' as const) : state,
    slots,
    until: untilIn(task),
    appointment: takenIn(task) as AppointmentId | undefined,
    moves: movesIn(task) as AppointmentId | undefined,
  });
}

/** A slot that can be booked for what it is offered for. */
export function freeSlot(
  { http }: Pick<VisitContext, 'http'>,
  resource: Part,
  catalogue: Parameters<typeof slotOf>[1],
  offering: Offering | undefined,
): Slot | undefined {
  const slot = resource.status === 'free' && (!offering || isFor(resource, offering)) ? slotOf(resource, catalogue, offering) : undefined;
  return slot && Date.parse(slot.starts) > http.now() ? slot : undefined;
}

/** Books one of the times, and says in the offer which visit it became. */
export async function takeOffer(
  context: VisitContext,
  { offer: id, slot, topic }: Parameters<AppointmentsPort['takeOffer']>[0],
  given: WriteOptions,
): Promise<Appointment> {
  const task = await taskOf(context, id, given);
  const words = fingerprint(['offer', id, slot, topic]);
  const made = await madeUnder(context, given, words);
  if (!made) {
    if (!slotsIn(task).includes(slot)) throw wrongAt('slot');
    const { state, slots } = await tellOffer(context, task, given);
    if (state !== 'open' || !slots.some((each) => each.id === slot)) throw conflict('slot');
  }
  const service = idIn(task.focus, 'HealthcareService');
  if (!service) throw conflict('slot');
  const booking = { subject: referenceIn(task.for) as PersonId, service: service as never, slot, topic, moves: movesIn(task) as AppointmentId | undefined };
  const appointment = await bookUnder(context, booking, words, given, true);
  const output = [{ type: concept('slot-offer', 'appointment'), valueReference: { reference: `Appointment/${appointment.id}` } }];
  await afterwards(endOffer(context, id, given, { status: 'completed', output }));
  return appointment;
}

/** Takes none of the times. */
export async function declineOffer(context: VisitContext, { offer: id }: { readonly offer: OfferId }, given: WriteOptions): Promise<SlotOffer> {
  const task = await taskOf(context, id, given);
  if (offerState(task, context.http.now()) === 'taken') throw conflict('offer');
  await endOffer(context, id, given, { status: 'rejected' });
  return afterwards(readOffer(context, id, given));
}

/** Ends what is offered in place of a request: it has been met, and nobody is to give that up unawares. */
export async function endOffersFor(context: VisitContext, asked: Resource, given: CallOptions): Promise<void> {
  if (context.capabilities.lack('Task.search-type', 'Task.update')) return;
  const { matches } = await allOf(context.http, `Task?code=${coded('task', 'slot-offer')}&status=requested&patient=${idIn(patientOf(asked), 'Patient')}&_count=100`, given);
  for (const task of matches) {
    if (movesIn(task) === asked.id) await endOffer(context, String(task.id) as OfferId, given, { status: 'cancelled' });
  }
}

/** How often somebody else may be faster. */
const TRIES = 4;

async function endOffer(context: VisitContext, id: OfferId, given: CallOptions, parts: object): Promise<void> {
  for (let tried = 0; ; tried++) {
    const task = await taskOf(context, id, given);
    if (task.status !== 'requested') return;
    const lastModified = new Date(context.http.now()).toISOString();
    try {
      const [done] = await attempt(context, [put({ ...task, ...parts, lastModified })], given);
      if (done!.error) throw done!.error;
      return;
    } catch (error) {
      if (!wasFaster(error) || tried === TRIES) throw error;
    }
  }
}
