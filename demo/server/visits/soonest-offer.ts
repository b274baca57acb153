import { sql } from 'kysely';
import type { Act } from '../conversation/act.js';

/** Of what is offered for an appointment and can still be taken, the offer that begins first. */
export async function soonestOffer({ database, now }: Act, appointment: string): Promise<string | undefined> {
  const found = await database
    .selectFrom('offer')
    .innerJoin('offer_slot', 'offer_slot.offer', 'offer.id')
    .innerJoin('slot', 'slot.id', 'offer_slot.slot')
    .select('offer.id')
    .where('offer.moves', '=', appointment)
    .where('offer.state', '=', 'open')
    .where(({ or, eb }) => or([eb('offer.until', 'is', null), eb('offer.until', '>', now)]))
    .where('slot.starts', '>', now)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('appointment')
            .select('appointment.id')
            .whereRef('appointment.slot', '=', 'slot.id')
            .where('appointment.status', '=', sql.lit('booked' as const)),
        ),
      ),
    )
    .orderBy('slot.starts')
    .orderBy('offer.id')
    .limit(1)
    .executeTakeFirst();
  return found?.id;
}

/**
 * Has an appointment show the soonest of what is offered for it: a later one that came after would hide it. Where
 * nothing is left to take it goes on showing the last, which says so.
 */
export async function showSoonest(act: Act, appointment: string): Promise<void> {
  const { database, change } = act;
  const offer = await soonestOffer(act, appointment);
  if (offer === undefined) return;
  await database
    .updateTable('appointment')
    .set(({ eb }) => ({ offer, change, version: eb('version', '+', 1) }))
    .where('id', '=', appointment)
    .where('status', 'in', ['requested', 'waiting', 'booked'])
    .where(({ or, eb }) => or([eb('offer', 'is', null), eb('offer', '<>', offer)]))
    .execute();
}
