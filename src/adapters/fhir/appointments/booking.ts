import type { CallOptions, WriteOptions } from '../../../adapter/call-options.js';
import { AdapterError } from '../../../adapter/errors.js';
import type { Booking } from '../../../adapter/ports/appointments.js';
import type { Appointment } from '../../../model/appointment.js';
import type { AppointmentId } from '../../../model/appointment-id.js';
import type { Json } from '../../shared/serialise.js';
import { storableText, wrongAt } from '../../shared/written-text.js';
import { fingerprint, post } from '../changing-thread.js';
import type { Resource } from '../json.js';
import { concept, extensionOf, idIn } from '../terms.js';
import { giveUp } from './act.js';
import { patientOf, statusOf } from './appointment.js';
import { appointmentDraft } from './draft.js';
import { offeringOf } from './free-times.js';
import { readAppointment, readResource, tell } from './listing.js';
import { isFor, slotOf } from './slot.js';
import { bookingBy } from './strategy.js';
import { lookAgain, madeUnder, take, takeByOperation, withdraw } from './taking.js';
import { conflict, readOne, type VisitContext } from './visit-context.js';
import { afterwards, isTakenBack } from './written.js';

const BUDGET = 750;

/** What somebody wants to talk about, as it is kept; nothing where they have said nothing. */
export const topicOf = (topic: string | undefined): string | undefined =>
  storableText(topic ?? '', { field: 'topic', budget: BUDGET }).trim() === '' ? undefined : storableText(topic!, { field: 'topic', budget: BUDGET });

/** Books, once per key. */
export function book(context: VisitContext, booking: Booking, given: WriteOptions): Promise<Appointment> {
  const { subject, service, slot, topic, moves } = booking;
  return bookUnder(context, booking, fingerprint(['visit', subject, service, slot, topic, moves]), given);
}

/** Books under a fingerprint. `fromWaitlist`: what it moves may be one that has no time so far. */
export async function bookUnder(
  context: VisitContext,
  booking: Booking,
  request: string,
  given: WriteOptions,
  fromWaitlist = false,
): Promise<Appointment> {
  const { slot: slotId, moves } = booking;
  const own = (await madeUnder(context, given, request)) ?? (await make(context, booking, request, given, fromWaitlist));
  const id = String(own.id);
  if (extensionOf(own, 'lost')) throw conflict('slot');
  const undo = (): Promise<void> => withdraw(context, id, given);
  const settle = async (): Promise<Appointment> => {
    // One that was cancelled since is an answer, and has no slot to look at.
    if (own.status === 'booked') {
      await lookAgain(context, own, slotId, given, undo);
      if (moves) await passOn(context, moves, id, given, fromWaitlist);
    }
    return readAppointment(context, id as AppointmentId, given);
  };
  return afterwards(settle(), isTakenBack);
}

async function make(context: VisitContext, booking: Booking, request: string, given: WriteOptions, fromWaitlist: boolean): Promise<Resource> {
  const { subject, slot: slotId, moves } = booking;
  const topic = topicOf(booking.topic);
  const offering = await offeringOf(context, booking, given);
  const slot = (await readOne(context, 'Slot', slotId, given)) as Resource;
  const told = isFor(slot, offering) ? slotOf(slot, await context.catalogue(given), offering) : undefined;
  if (!told) throw wrongAt('slot');
  const old = moves === undefined ? undefined : await movable(context, moves, subject, given, fromWaitlist);
  const isOperation = bookingBy(context) === 'operation';
  // What is kept for somebody may be kept for us: only the server can tell.
  const isFree = slot.status === 'free' || (isOperation && slot.status === 'busy-tentative');
  if (!isFree || Date.parse(told.starts) <= context.http.now()) throw conflict('slot');
  const { starts: start, ends: end, kind, practitioner, place } = told;
  const parts = { status: 'booked', start, end, slot: [{ reference: `Slot/${slotId}` }] };
  const draft = { subject, offering, topic: topic ?? old?.topic, moves, kind, practitioner, place, parts };
  const resource = appointmentDraft(context, draft, given.key, request);
  try {
    if (isOperation) {
      const booked = await takeByOperation(context, resource as Json, given);
      return (await afterwards(madeUnder(context, given, request))) ?? booked ?? lost();
    }
    await take(context, slot, post(resource), given, async (reference) => {
      const id = idIn(reference, 'Appointment') ?? (await afterwards(madeUnder(context, given, request)))?.id;
      await withdraw(context, String(id), given);
    });
  } catch (error) {
    // The same booking, sent twice: the other of the two has made it.
    const isLost = error instanceof AdapterError && error.field === 'slot';
    const twin = isLost ? await afterwards(madeUnder(context, given, request)) : undefined;
    if (!twin) throw error;
    return twin;
  }
  return (await afterwards(madeUnder(context, given, request))) ?? lost();
}

/** The server has said that it was done, and shows nothing of it: the next try may find it. */
function lost(): never {
  throw new AdapterError('unknown-outcome', 'what was booked is not there');
}

/** An appointment that may be given up for another. */
export async function movable(context: VisitContext, id: AppointmentId, subject: string, given: CallOptions, fromWaitlist = false): Promise<Appointment> {
  const resource = await readResource(context, id, given);
  const [told] = await tell(context, [resource], given);
  const appointment = told?.appointment;
  const isGiven = fromWaitlist ? /^(waiting|requested|booked)$/.test(appointment?.status ?? '') : appointment?.canMove;
  if (patientOf(resource) !== subject || !isGiven) throw conflict('moves');
  return appointment!;
}

/**
 * Gives up an appointment for the one that has taken its place. Only now, when that is certain: a server that does
 * transactions in part would else have left somebody with neither. `fromWaitlist`: what it had to take the place of itself
 * goes with it.
 */
export async function passOn(context: VisitContext, old: string, id: string, given: CallOptions, fromWaitlist = false): Promise<void> {
  const movedTo = `Appointment/${id}`;
  const before = await afterwards(endFor(context, old, movedTo, given));
  const isElsewhere = before.status === 'cancelled' && extensionOf(before, 'moved-to') !== movedTo;
  if (isElsewhere) {
    // Somebody has moved it somewhere else meanwhile, or cancelled it: it cannot become two.
    await withdraw(context, id, given, true);
    throw conflict('moves');
  }
  if (fromWaitlist) await passOnFrom(context, before, id, given);
}

/** Gives up what an appointment was asked for in place of. Whatever else has become of that, it stays. */
export async function passOnFrom(context: VisitContext, asked: Resource, id: string, given: CallOptions): Promise<void> {
  const old = idIn(extensionOf(asked, 'moves'), 'Appointment');
  if (old && old !== id) await afterwards(endFor(context, old, `Appointment/${id}`, given, patientOf(asked)));
}

/** Ends a visit that is still to come, or a request, as moved. Resolves with how it was. */
async function endFor(context: VisitContext, old: string, movedTo: string, given: CallOptions, patient?: string): Promise<Resource> {
  let before: Resource;
  await giveUp(context, old, given, (resource) => {
    before = resource;
    const isLeft = /^(booked|requested|waiting)$/.test(statusOf(resource, context.http.now()));
    // What has taken place did so, whatever was planned instead.
    if (!isLeft || (patient && patientOf(resource) !== patient)) return undefined;
    const cancelationReason = concept('cancellation', 'moved', 'Moved to another time');
    return { parts: { status: 'cancelled', cancelationReason }, extensions: { 'moved-to': movedTo }, frees: true };
  });
  return before!;
}
