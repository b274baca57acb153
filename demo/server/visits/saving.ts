import { randomUUID } from 'node:crypto';
import type { Act } from '../conversation/act.js';
import type { AppointmentTable, SlotTable } from '../database/appointment-tables.js';
import type { OfferedService } from '../directory/offered-service.js';
import { Problem } from '../problems.js';
import { storableText } from '../text.js';
import { showSoonest } from './soonest-offer.js';
import { offerAround } from './waitlist.js';

/** How many characters what a patient wants to talk about may have, counted by `textLength`. */
const TOPIC_BUDGET = 750;

type Said = Partial<Omit<AppointmentTable, 'id' | 'practice' | 'subject' | 'change' | 'version'>>;

/** What a patient wants to talk about, as it is stored. Blank is nothing. */
export function topicFrom(topic = ''): string | null {
  const stored = storableText(topic, { field: 'topic', budget: TOPIC_BUDGET });
  return stored.trim() === '' ? null : stored;
}

/** A new appointment of a subject for a service, at no time so far. */
export async function addAppointment(
  { database, reader, now, change }: Act,
  { id: service, label, preparation }: OfferedService,
  said: Said & Pick<AppointmentTable, 'subject' | 'status'> & { readonly id?: string },
): Promise<AppointmentTable> {
  const row: AppointmentTable = {
    id: randomUUID(),
    practice: reader.record.practice.id,
    service,
    label,
    slot: null,
    starts: null,
    ends: null,
    kind: null,
    practitioner: null,
    place: null,
    video_url: null,
    preparation: preparation ?? null,
    topic: null,
    wishes: '[]',
    answer_by: null,
    waits: 0,
    offer: null,
    note: null,
    instructions: null,
    moved_to: null,
    moves: null,
    care: null,
    settled: 1,
    sort_at: now,
    change,
    version: 1,
    ...said,
  };
  // Where another has booked the slot, the database keeps this one out.
  const kept = await database
    .insertInto('appointment')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!kept) throw new Problem('conflict', { field: 'slot', detail: 'The time is taken.' });
  return row;
}

/** Saves what an act changed in an appointment, as a new version. */
export async function saveAppointment({ database, change }: Act, { id, version }: AppointmentTable, said: Said): Promise<void> {
  await database.updateTable('appointment').set({ ...said, change, version: version + 1 }).where('id', '=', id).execute();
}

/** What an appointment takes over from the slot that it is booked at. */
export function bookedAt({ id, starts, ends, kind, practitioner, place }: SlotTable, { videoUrl }: Pick<OfferedService, 'videoUrl'>) {
  const video_url = kind === 'video' ? (videoUrl ?? null) : null;
  const at = { slot: id, starts, ends, kind, practitioner, place, video_url, sort_at: starts };
  return { ...at, status: 'booked', settled: 1, waits: 0, offer: null, answer_by: null } as const;
}

/** Notes that a slot is booked. To whom it was offered as well, that offer reads otherwise now. */
export async function noteTaken(act: Act, { id, version }: SlotTable): Promise<void> {
  const { database, change } = act;
  await database.updateTable('slot').set({ version: version + 1 }).where('id', '=', id).execute();
  await database.deleteFrom('hold').where('slot', '=', id).execute();
  const offered = database.selectFrom('offer_slot').select('offer').where('slot', '=', id);
  const told = await database
    .updateTable('offer')
    .set({ change })
    .where('id', 'in', offered)
    .where('state', '=', 'open')
    .returning('moves')
    .execute();
  for (const { moves } of told) if (moves !== null) await showSoonest(act, moves);
}

/** Ends an appointment, and gives back its slot, which is offered to those who wait. */
export async function endAppointment(act: Act, row: AppointmentTable, said: Said): Promise<void> {
  await saveAppointment(act, row, { ...said, settled: 1, waits: 0, offer: null });
  if (row.status !== 'booked' || row.slot === null) return;
  const freed = await act.database
    .updateTable('slot')
    .set((expression) => ({ version: expression('version', '+', 1) }))
    .where('id', '=', row.slot)
    .returningAll()
    .executeTakeFirst();
  if (freed) await offerAround(act, freed);
}
