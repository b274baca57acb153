import type { CallOptions, VersionedWriteOptions } from '../../../adapter/call-options.js';
import { AdapterError } from '../../../adapter/errors.js';
import type { SchedulePort } from '../../../adapter/ports/schedule.js';
import type { Appointment } from '../../../model/appointment.js';
import type { AppointmentId, SlotId } from '../../../model/appointment-id.js';
import type { Page } from '../../../model/page.js';
import { writtenText } from '../../shared/written-text.js';
import { fingerprint, put } from '../changing-thread.js';
import { type Resource, textAt } from '../json.js';
import { allOf } from '../paging.js';
import { partsOf } from '../result-parts.js';
import { concept, extensionsOf, versionOf } from '../terms.js';
import { attempt, changeOnce, extended } from './act.js';
import { actorsOf } from './appointment.js';
import { passOnFrom } from './booking.js';
import { madeAt, pageFrom, readAppointment, readResource, tell } from './listing.js';
import { makeOffer } from './offering.js';
import { openSlots } from './opening.js';
import { endOffersFor, freeSlot } from './offers.js';
import { lookAgain, take } from './taking.js';
import { conflict, readOne, type VisitContext } from './visit-context.js';
import { afterwards, isTakenBack } from './written.js';

const BUDGET = 750;

/** The practice's side of appointments. */
export function schedulePort(context: VisitContext): SchedulePort {
  return {
    openSlots: (times, given) => openSlots(context, times, given),
    listRequests: ({ after }, given) => listRequests(context, after, given),
    confirm: (which, given) => confirm(context, which, given),
    decline: (which, given) => decline(context, which, given),
    offer: (offer, given) => makeOffer(context, offer, given),
  };
}

async function listRequests(context: VisitContext, after: string | undefined, given: CallOptions): Promise<Page<Appointment>> {
  const { matches } = await allOf(context.http, 'Appointment?status=proposed,pending,waitlist&_count=100', given);
  const told = await tell(context, matches, given);
  told.sort((one, other) => madeAt(one.resource) - madeAt(other.resource) || (one.appointment.id < other.appointment.id ? -1 : 1));
  return pageFrom(told.map(({ appointment }) => appointment), after);
}

async function decline(
  context: VisitContext,
  { appointment, note: said }: { readonly appointment: AppointmentId; readonly note: string },
  given: VersionedWriteOptions,
): Promise<Appointment> {
  const note = writtenText(said, { field: 'note', budget: BUDGET });
  return changeOnce(context, appointment, given, fingerprint(['decline', appointment, note]), ({ status }) => {
    if (status !== 'requested' && status !== 'waiting') throw conflict('appointment');
    // Its words are the practice's; the code keeps it apart from what was cancelled.
    return { parts: { status: 'cancelled', cancelationReason: { ...concept('cancellation', 'declined'), text: note } } };
  });
}

/** Books a slot for what was asked for: the same appointment, with a time. */
async function confirm(
  context: VisitContext,
  { appointment: id, slot: slotId }: { readonly appointment: AppointmentId; readonly slot: SlotId },
  given: VersionedWriteOptions,
): Promise<Appointment> {
  const before = await readResource(context, id, given);
  const mark = `${given.key} ${fingerprint(['confirm', id, slotId])}`;
  const acts = extensionsOf(before, 'act').flatMap((each) => textAt(each, 'valueString') ?? []);
  if (acts.some((act) => act.startsWith(`${given.key} `) && act !== mark)) throw conflict();
  if (!acts.includes(mark)) {
    if (given.ifVersion !== undefined && given.ifVersion !== versionOf(before)) throw new AdapterError('stale', 'the appointment has changed');
    const [told] = await tell(context, [before], given);
    if (!told || !/^(requested|waiting)$/.test(told.appointment.status)) throw conflict('appointment');
    const slot = (await readOne(context, 'Slot', slotId, given)) as Resource;
    const catalogue = await context.catalogue(given);
    const free = freeSlot(context, slot, catalogue, undefined);
    if (!free) throw conflict('slot');
    const named = actorsOf(before).map((actor) => textAt(actor, 'reference'));
    const others = [free.practitioner, free.place && { id: `Location/${free.place.id}`, name: free.place.name }];
    const joining = others.flatMap((each) =>
      each && !named.includes(each.id) ? { actor: { reference: each.id, display: each.name }, status: 'accepted' } : [],
    );
    const booked = {
      ...before,
      status: 'booked',
      start: free.starts,
      end: free.ends,
      slot: [{ reference: `Slot/${slotId}` }],
      ...(free.kind !== 'other' && { appointmentType: concept('visit-kind', free.kind) }),
      // Whoever was wished for and is not who it will be takes no part.
      participant: [...partsOf(before.participant).flatMap((each) => withdrawnFrom(each, free.practitioner?.id)), ...joining],
      ...extended(before, { act: mark }),
    };
    await take(context, slot, put(booked), given, () => restore(context, before, given));
  }
  const settle = async (): Promise<Appointment> => {
    const now = await readResource(context, id, given);
    if (now.status === 'booked') {
      await lookAgain(context, now, slotId, given, () => restore(context, before, given));
      await endOffersFor(context, now, given);
      await passOnFrom(context, now, id, given);
    }
    return readAppointment(context, id, given);
  };
  return afterwards(settle(), isTakenBack);
}

/** Somebody who takes part, as accepted; nobody where another practitioner has the time. */
function withdrawnFrom(participant: object, practitioner: string | undefined): object[] {
  const reference = textAt(participant, 'actor.reference') ?? '';
  const isOther = /^Practitioner/.test(reference) && practitioner !== undefined && reference !== practitioner;
  return isOther ? [] : [{ ...participant, status: 'accepted' }];
}

/** Makes a request again of what could not be booked. */
async function restore(context: VisitContext, before: Resource, given: CallOptions): Promise<void> {
  const id = String(before.id);
  // Where an earlier try has booked it and could not look again, how it was is not known whole: without a time it is a request.
  const { start: _start, end: _end, slot: _slot, ...rest } = before;
  const status = partsOf(before.requestedPeriod).length > 0 ? 'proposed' : 'waitlist';
  const asked = before.status === 'booked' ? { ...rest, status, ...extended(before, { act: undefined }) } : before;
  const writeBack = async (): Promise<void> => {
    const { meta } = await readOne(context, 'Appointment', id, given);
    const [done] = await attempt(context, [put({ ...asked, meta })], given);
    if (done!.error) throw done!.error;
  };
  await afterwards(writeBack());
}
