import type { Act } from '../conversation/act.js';
import type { SlotTable } from '../database/appointment-tables.js';
import { addOffer } from './adding-offers.js';

/** For how long a time that becomes free is offered, and until when before it starts. In milliseconds. */
const TWO_HOURS = 2 * 60 * 60 * 1000;

/** What somebody who waits may have asked for. */
const ASKED = ['kind', 'practitioner', 'place'] as const;

/** Offers a slot that is free again to everybody who waits for its service, each by themselves. The first takes it. */
export async function offerAround(act: Act, slot: SlotTable): Promise<void> {
  const { database, reader, now } = act;
  const until = Math.min(Date.parse(now) + TWO_HOURS, Date.parse(slot.starts) - TWO_HOURS);
  if (until <= Date.parse(now)) return;
  const waiting = await database
    .selectFrom('appointment')
    .selectAll()
    .where('practice', '=', reader.record.practice.id)
    .where('service', '=', slot.service)
    .where('waits', '=', 1)
    // With no time, for what they asked for; with one, for any that is earlier.
    .where(({ and, or, eb }) => {
      const suits = ASKED.map((name) => or([eb(name, 'is', null), eb(name, '=', slot[name])]));
      return or([and([eb('status', '=', 'waiting'), ...suits]), eb('starts', '>', slot.starts)]);
    })
    .orderBy('id')
    .execute();
  for (const moves of waiting) {
    const { subject, service, label } = moves;
    await addOffer(act, { subject, service, label, slots: [slot.id], until: new Date(until).toISOString(), moves });
  }
}
