import type { Hold } from 'carethread/model';
import type { Act } from '../conversation/act.js';
import { isOwnId } from '../conversation/threads.js';
import type { HoldTable, SlotTable } from '../database/appointment-tables.js';
import { Problem } from '../problems.js';
import { requirePatient, requirePatientsSide, serviceFor } from './services.js';
import { findSlot, requireFree, slotOf } from './slots.js';

/** How long a slot is kept, in milliseconds, and how many times it is kept longer. */
const LASTS = 5 * 60 * 1000;
const MOST_EXTENSIONS = 3;

/** Keeps a slot for a patient, who lets go of any other. One that they hold already stays as it is. */
export async function hold(act: Act, { slot, subject }: { readonly slot: string; readonly subject: string }): Promise<void> {
  const { database, reader } = act;
  requirePatientsSide(reader);
  requirePatient(reader, subject);
  const row = await findSlot(act, slot);
  serviceFor(act, row.service, subject);
  await requireFree(act, row);
  if (await heldNow(act, row)) return;
  // Their own former one, and whoever else's that ran out.
  await database
    .deleteFrom('hold')
    .where(({ or, eb }) => or([eb('person', '=', reader.person.id), eb('slot', '=', slot)]))
    .execute();
  await database.insertInto('hold').values({ slot, person: reader.person.id, until: untilFrom(act), extended: 0 }).execute();
}

/** Keeps a held slot longer, a few times. */
export async function extend(act: Act, slot: string): Promise<void> {
  requirePatientsSide(act.reader);
  const held = await heldNow(act, await findSlot(act, slot));
  if (!held || held.extended >= MOST_EXTENSIONS) throw new Problem('conflict', { field: 'slot' });
  await act.database
    .updateTable('hold')
    .set({ until: untilFrom(act), extended: held.extended + 1 })
    .where('slot', '=', held.slot)
    .execute();
}

/** Gives a held slot back. One that the reader does not hold is left alone. */
export async function release(act: Act, slot: string): Promise<void> {
  const { database, reader } = act;
  requirePatientsSide(reader);
  if (!isOwnId(slot)) return;
  await database.deleteFrom('hold').where('slot', '=', slot).where('person', '=', reader.person.id).execute();
}

/** A reader's hold as it is by now; one that is over meanwhile is lost. */
export async function readHold(act: Act, slot: string): Promise<Hold> {
  const row = await findSlot(act, slot);
  const held = await heldNow(act, row);
  if (!held) throw new Problem('conflict', { field: 'slot' });
  return {
    slot: slotOf(row, act),
    until: held.until,
    left: Date.parse(held.until) - Date.parse(act.now),
    canExtend: held.extended < MOST_EXTENSIONS,
  };
}

function heldNow({ database, reader, now }: Act, { id }: SlotTable): Promise<HoldTable | undefined> {
  return database
    .selectFrom('hold')
    .selectAll()
    .where('slot', '=', id)
    .where('person', '=', reader.person.id)
    .where('until', '>', now)
    .executeTakeFirst();
}

const untilFrom = ({ now }: Act): string => new Date(Date.parse(now) + LASTS).toISOString();
