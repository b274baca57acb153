import { randomUUID } from 'node:crypto';
import type { Act } from '../conversation/act.js';
import type { AppointmentTable, OfferTable } from '../database/appointment-tables.js';
import { showSoonest } from './soonest-offer.js';

/** An offer before it is made. */
export interface NewOffer extends Pick<OfferTable, 'subject' | 'service' | 'label' | 'until'> {
  readonly slots: readonly string[];
  readonly moves: AppointmentTable | undefined;
}

/** Makes an offer. The appointment that it is a better time for shows it, unless it shows a sooner one. */
export async function addOffer(act: Act, { slots, moves, ...offered }: NewOffer): Promise<string> {
  const { database, reader, change } = act;
  const id = randomUUID();
  const [practice, appointment] = [reader.record.practice.id, null];
  await database
    .insertInto('offer')
    .values({ id, practice, ...offered, state: 'open', appointment, moves: moves?.id ?? null, change })
    .execute();
  await database.insertInto('offer_slot').values(slots.map((slot) => ({ offer: id, slot }))).execute();
  if (moves) await showSoonest(act, moves.id);
  return id;
}

/** Ends what was offered for a request that now has its time: taken still, it would give that time up again. */
export async function endOffersFor({ database, change }: Act, { id }: AppointmentTable): Promise<void> {
  await database.updateTable('offer').set({ state: 'ended', change }).where('moves', '=', id).where('state', '=', 'open').execute();
}
