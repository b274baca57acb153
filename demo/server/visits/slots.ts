import type { Place, Slot, SlotId } from 'carethread/model';
import { sql } from 'kysely';
import { isOwnId, type Scope } from '../conversation/threads.js';
import type { SlotTable } from '../database/appointment-tables.js';
import { Problem } from '../problems.js';
import type { Looking } from './services.js';

/** The slots that a reader can take: they are to come, not booked, and not held by another. */
export function freeSlots({ database, reader, now }: Looking) {
  return database
    .selectFrom('slot')
    .where('slot.practice', '=', reader.record.practice.id)
    .where('slot.starts', '>', now)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('appointment')
            .select('appointment.id')
            .whereRef('appointment.slot', '=', 'slot.id')
            // Said in so many words, as the index says it: no value that is sent along could be known to fit it.
            .where('appointment.status', '=', sql.lit('booked' as const)),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('hold')
            .select('hold.slot')
            .whereRef('hold.slot', '=', 'slot.id')
            .where('hold.until', '>', now)
            .where('hold.person', '<>', reader.person.id),
        ),
      ),
    );
}

/** A slot of the reader's practice, free or not. */
export async function findSlot({ database, reader }: Scope, id: string): Promise<SlotTable> {
  const found = database
    .selectFrom('slot')
    .selectAll()
    .where('id', '=', id)
    .where('practice', '=', reader.record.practice.id);
  const row = isOwnId(id) ? await found.executeTakeFirst() : undefined;
  if (!row) throw new Problem('not-found');
  return row;
}

/** Refuses a slot that the reader cannot take. */
export async function requireFree(looking: Looking, { id }: SlotTable, field = 'slot'): Promise<void> {
  const free = await freeSlots(looking).select('slot.id').where('slot.id', '=', id).executeTakeFirst();
  if (!free) throw new Problem('conflict', { field, detail: 'The time is taken.' });
}

/** A slot as anybody gets it. */
export function slotOf(row: SlotTable, scope: Pick<Scope, 'directory' | 'reader'>): Slot {
  const { id, version, starts, ends, kind, practitioner, place } = row;
  return {
    id: id as SlotId,
    version: String(version),
    starts,
    ends,
    kind,
    practitioner: scope.directory.person(practitioner),
    place: placeOf(scope, place),
  };
}

/** A place as the practice's file has it now. */
export function placeOf({ reader }: Pick<Scope, 'reader'>, id: string | null): Place | undefined {
  return reader.record.entry.places.find((place) => place.id === id);
}
