import type { Act } from '../conversation/act.js';
import type { AppointmentTable, SlotTable } from '../database/appointment-tables.js';
import type { OfferedService } from '../directory/offered-service.js';
import { Problem } from '../problems.js';
import { canMove, findAppointment, isRequest, statusAt } from './appointments.js';
import { addAppointment, bookedAt, endAppointment, noteTaken, topicFrom } from './saving.js';
import { requirePatient, requirePatientsSide, serviceFor } from './services.js';
import { findSlot, requireFree } from './slots.js';

interface Booking {
  readonly subject: string;
  readonly service: string;
  readonly slot: string;
  readonly topic?: string | undefined;
  readonly moves?: string | undefined;
}

/** A patient books a slot, and gives up what it takes the place of. Gives the appointment's id. */
export async function book(act: Act, { subject, service: asked, slot: at, topic, moves }: Booking): Promise<string> {
  requirePatientsSide(act.reader);
  requirePatient(act.reader, subject);
  const service = serviceFor(act, asked, subject);
  const slot = await findSlot(act, at);
  const said = topicFrom(topic);
  if (slot.service !== service.id || service.booking === 'request') throw new Problem('invalid', { field: 'slot' });
  await requireFree(act, slot);
  const moved = await movedBy(act, { subject, moves });
  return takeSlot(act, { service, slot, subject, topic: said, moved });
}

/** The appointment that is to be given up for another: the subject's, and one that can still be moved. */
export async function movedBy(
  act: Act,
  { subject, moves }: Pick<Booking, 'subject' | 'moves'>,
): Promise<AppointmentTable | undefined> {
  if (moves === undefined) return undefined;
  const row = await findAppointment(act, moves);
  if (row.subject !== subject || !canMove(act.reader, row, act.now)) throw new Problem('conflict', { field: 'moves' });
  return row;
}

interface Taking {
  readonly service: OfferedService;
  readonly slot: SlotTable;
  readonly subject: string;
  readonly topic: string | null;
  readonly moved: AppointmentTable | undefined;
}

/** Makes the appointment of a slot that can be taken. Everything has been checked. */
export async function takeSlot(act: Act, { service, slot, subject, topic, moved }: Taking): Promise<string> {
  const { database, reader } = act;
  const said = { ...bookedAt(slot, service), topic: topic ?? moved?.topic ?? null };
  const { id } = await addAppointment(act, service, { ...said, subject });
  await database.deleteFrom('hold').where('person', '=', reader.person.id).execute();
  await noteTaken(act, slot);
  if (moved) await endAppointment(act, moved, { status: 'cancelled', moved_to: id });
  if (moved && isRequest(moved)) await giveUpVisit(act, moved.moves, id);
  return id;
}

/** Gives up the visit that a request was to take the place of, now that it has led to another. What has taken place stays. */
export async function giveUpVisit(act: Act, old: string | null, movedTo: string): Promise<void> {
  const visit = old === null ? undefined : await findAppointment(act, old);
  if (visit && statusAt(visit, act.now) === 'booked') await endAppointment(act, visit, { status: 'cancelled', moved_to: movedTo });
}
