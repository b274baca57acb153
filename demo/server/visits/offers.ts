import type { AppointmentId, OfferId, ServiceId, SlotOffer } from 'carethread/model';
import type { Act } from '../conversation/act.js';
import { isOwnId, type Scope } from '../conversation/threads.js';
import type { AppointmentTable, OfferTable, SlotTable } from '../database/appointment-tables.js';
import { Problem } from '../problems.js';
import { isRequest, statusAt } from './appointments.js';
import { takeSlot } from './booking.js';
import { saveAppointment, topicFrom } from './saving.js';
import { requirePatientsSide, serviceFor, type Looking } from './services.js';
import { freeSlots, slotOf } from './slots.js';
import { soonestOffer } from './soonest-offer.js';

/** The offers a reader may know of: staff those of their practice, patients those to their subjects. */
export function visibleOffers({ database, reader: { record, isStaff, subjects } }: Scope) {
  const query = database.selectFrom('offer').where('practice', '=', record.practice.id);
  return isStaff ? query : query.where('subject', 'in', subjects.map(({ id }) => id as string));
}

/** An offer the reader may know of. One they may not is `not-found`, like one that never was. */
export async function findOffer(scope: Scope, id: string): Promise<OfferTable> {
  const found = visibleOffers(scope).selectAll().where('id', '=', id);
  const row = isOwnId(id) ? await found.executeTakeFirst() : undefined;
  if (!row) throw new Problem('not-found');
  return row;
}

/** An offer with what of it can still be taken. */
export async function readOffer(looking: Looking, id: string): Promise<SlotOffer> {
  const { directory, database } = looking;
  const row = await findOffer(looking, id);
  const slots = await slotsLeft(looking, row);
  await directory.learn(database, [row.subject]);
  return {
    id: row.id as OfferId,
    subject: directory.person(row.subject),
    service: row.service as ServiceId,
    label: row.label,
    state: row.state === 'taken' ? 'taken' : slots.length > 0 ? 'open' : 'ended',
    slots: slots.map((slot) => slotOf(slot, looking)),
    until: row.until ?? undefined,
    appointment: (row.appointment ?? undefined) as AppointmentId | undefined,
    moves: (row.moves ?? undefined) as AppointmentId | undefined,
  };
}

interface Taking {
  readonly offer: string;
  readonly slot: string;
  readonly topic?: string | undefined;
}

/** A patient books a slot of an offer, and gives up what it is a better time for. Gives the appointment's id. */
export async function takeOffer(act: Act, { offer, slot: at, topic }: Taking): Promise<string> {
  requirePatientsSide(act.reader);
  const row = await findOffer(act, offer);
  const said = topicFrom(topic);
  const isIn = act.database.selectFrom('offer_slot').select('slot').where('offer', '=', row.id).where('slot', '=', at);
  if (!isOwnId(at) || !(await isIn.executeTakeFirst())) throw new Problem('invalid', { field: 'slot' });
  const slot = (await slotsLeft(act, row)).find(({ id }) => id === at);
  if (!slot) throw new Problem('conflict', { field: 'slot', detail: 'The time is taken.' });
  const { subject } = row;
  const service = serviceFor(act, row.service, subject);
  const appointment = await takeSlot(act, { service, slot, subject, topic: said, moved: await movedBy(act, row) });
  await act.database
    .updateTable('offer')
    .set({ state: 'taken', appointment, change: act.change })
    .where('id', '=', row.id)
    .execute();
  return appointment;
}

/** A patient says no to an offer. */
export async function declineOffer(act: Act, id: string): Promise<void> {
  const { database, reader, change } = act;
  requirePatientsSide(reader);
  const row = await findOffer(act, id);
  if (row.state === 'taken') throw new Problem('conflict', { field: 'offer' });
  if (row.state !== 'open') return;
  await database.updateTable('offer').set({ state: 'declined', change }).where('id', '=', row.id).execute();
  // What somebody said no to is not shown as something that others took; what else is open for them is.
  const moved = await movedBy(act, row);
  if (moved?.offer === row.id) await saveAppointment(act, moved, { offer: (await soonestOffer(act, moved.id)) ?? null });
}

/** The slots of an offer that its reader can still take, earliest first. None once it is over. */
async function slotsLeft(looking: Looking, row: OfferTable): Promise<SlotTable[]> {
  const { now } = looking;
  if (row.state !== 'open' || (row.until !== null && row.until <= now)) return [];
  const moved = await movedBy(looking, row);
  if (row.moves !== null && !(moved && (isRequest(moved) || statusAt(moved, now) === 'booked'))) return [];
  return freeSlots(looking)
    .innerJoin('offer_slot', 'offer_slot.slot', 'slot.id')
    .selectAll('slot')
    .where('offer_slot.offer', '=', row.id)
    .orderBy('slot.starts')
    .orderBy('slot.id')
    .execute();
}

function movedBy({ database }: Pick<Scope, 'database'>, { moves }: OfferTable): Promise<AppointmentTable | undefined> {
  return database.selectFrom('appointment').selectAll().where('id', '=', moves ?? '').executeTakeFirst();
}
