import { randomUUID } from 'node:crypto';
import type { Instant, Slot, VisitKind } from 'carethread/model';
import type { Act } from '../conversation/act.js';
import type { SlotTable } from '../database/appointment-tables.js';
import { Problem } from '../problems.js';
import { writtenText } from '../text.js';
import { addOffer, endOffersFor } from './adding-offers.js';
import { findAppointment, isRequest } from './appointments.js';
import { giveUpVisit } from './booking.js';
import { refuse, visitActedOn, type VisitTarget } from './changing.js';
import { checkChoice } from './requesting.js';
import { bookedAt, endAppointment, noteTaken, saveAppointment } from './saving.js';
import { dayAt, requirePatient, requireStaff, serviceFor, serviceNamed } from './services.js';
import { findSlot, requireFree, slotOf } from './slots.js';

const NOTE_BUDGET = 750;
const MINUTE = 60 * 1000;

interface Times {
  readonly service: string;
  readonly practitioner: string;
  readonly kind: Exclude<VisitKind, 'other'>;
  readonly place?: string | undefined;
  readonly starts: readonly Instant[];
}

/** Staff open times for booking, all of them or none. What is open already stays as it is. */
export async function openSlots(act: Act, { starts, ...times }: Times): Promise<{ items: Slot[] }> {
  const { reader, now } = act;
  requireStaff(reader);
  const service = serviceNamed(reader.record, times.service);
  checkChoice(service, times);
  const opened = new Map<string, SlotTable>();
  for (const [index, start] of starts.entries()) {
    const from = Date.parse(start);
    if (from <= Date.parse(now)) throw new Problem('invalid', { field: `starts.${index}` });
    const slot = await openSlot(act, { ...times, from, to: from + service.minutes * MINUTE });
    if (!slot) throw new Problem('conflict', { field: `starts.${index}` });
    opened.set(slot.id, slot);
  }
  return { items: [...opened.values()].map((slot) => slotOf(slot, act)) };
}

interface Time extends Omit<Times, 'starts'> {
  /** In milliseconds since the epoch. */
  readonly from: number;
  readonly to: number;
  readonly id?: string;
}

/** Opens one time; undefined where its practitioner has another then. One that is there for the service stays one. */
export async function openSlot(act: Pick<Act, 'database' | 'reader'>, { id, from, to, ...time }: Time): Promise<SlotTable | undefined> {
  const { database, reader } = act;
  const { practice } = reader.record;
  const [starts, ends] = [new Date(from).toISOString(), new Date(to).toISOString()];
  const other = await database
    .selectFrom('slot')
    .selectAll()
    .where('practitioner', '=', time.practitioner)
    // No visit is longer than a working day; without this, all before it would be looked through.
    .where('starts', '>', new Date(from - 480 * MINUTE).toISOString())
    .where('starts', '<', ends)
    .where('ends', '>', starts)
    .orderBy('starts')
    .executeTakeFirst();
  if (other) return other.starts === starts && other.service === time.service ? other : undefined;
  const place = time.place ?? null;
  const row = { ...time, id: id ?? randomUUID(), practice: practice.id, place, starts, ends, day: dayAt(from, practice.zone), version: 1 };
  await database.insertInto('slot').values(row).execute();
  return row;
}

/** Staff book a slot for a request, which stays the same appointment. What it takes the place of is given up by that. */
export async function confirm(act: Act, target: VisitTarget, slot: string): Promise<void> {
  requireStaff(act.reader);
  const row = await visitActedOn(act, target);
  const chosen = await findSlot(act, slot);
  if (!isRequest(row)) refuse();
  if (chosen.service !== row.service) throw new Problem('invalid', { field: 'slot' });
  await requireFree(act, chosen);
  const service = serviceNamed(act.reader.record, chosen.service);
  await saveAppointment(act, row, { ...bookedAt(chosen, service), moves: null });
  await endOffersFor(act, row);
  await noteTaken(act, chosen);
  await giveUpVisit(act, row.moves, row.id);
}

/** Staff say that no time could be found, and why or what to do instead. */
export async function decline(act: Act, target: VisitTarget, note: string): Promise<void> {
  requireStaff(act.reader);
  const row = await visitActedOn(act, target);
  const said = writtenText(note, { field: 'note', budget: NOTE_BUDGET });
  if (!isRequest(row)) refuse();
  await endAppointment(act, row, { status: 'declined', note: said, answer_by: null });
}

interface Offering {
  readonly subject: string;
  readonly service: string;
  readonly slots: readonly string[];
  readonly until?: Instant | undefined;
  readonly moves?: string | undefined;
}

/** Staff offer slots to a subject. Gives the offer's id. */
export async function offer(act: Act, { subject, slots, until, ...given }: Offering): Promise<string> {
  const { reader, now } = act;
  requireStaff(reader);
  requirePatient(reader, subject);
  const service = serviceFor(act, given.service, subject);
  for (const [index, id] of slots.entries()) {
    const slot = await findSlot(act, id);
    if (slot.service !== service.id || slots.indexOf(id) !== index) throw new Problem('invalid', { field: `slots.${index}` });
    await requireFree(act, slot, `slots.${index}`);
  }
  const end = until === undefined ? null : new Date(until).toISOString();
  if (end !== null && end <= now) throw new Problem('invalid', { field: 'until' });
  const moves = given.moves === undefined ? undefined : await findAppointment(act, given.moves);
  if (moves && moves.subject !== subject) throw new Problem('invalid', { field: 'moves' });
  return addOffer(act, { subject, service: service.id, label: service.label, slots, until: end, moves });
}
