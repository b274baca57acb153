import type { ServiceId, SlotId } from '../../../model/appointment-id.js';
import { dayIn, instantAt, nextDay } from '../../../model/zoned-time.js';
import { drLee } from '../people.js';
import { emptyPractice } from '../practices.js';
import type { Scenario } from '../scenario.js';
import type { ScenarioSlot, ScenarioVisits } from './scenario-visits.js';

const MINUTES = 10;

/** A practice with one service, `visit`, and many free slots: so many on each day from tomorrow on, from 8 o'clock. */
export function manySlots(
  days: number,
  perDay: number,
): Scenario & { readonly visits: (now: number) => ScenarioVisits } {
  const { practice } = emptyPractice;
  const service = 'visit' as ServiceId;
  return {
    ...emptyPractice,
    visits(now) {
      const slots: ScenarioSlot[] = [];
      let day = dayIn(practice.zone, now);
      for (let count = 0; count < days; count++) {
        day = nextDay(day);
        const from = instantAt(day, '08:00', practice.zone);
        for (let place = 0; place < perDay; place++) {
          slots.push({
            id: `${day}-${place}` as SlotId,
            service,
            starts: new Date(from + place * MINUTES * 60_000).toISOString(),
            ends: new Date(from + (place + 1) * MINUTES * 60_000).toISOString(),
            kind: 'in-person',
            practitioner: drLee,
          });
        }
      }
      const parts = { minutes: MINUTES, practitioners: [drLee], places: [], hasWaitlist: false };
      return { services: [{ id: service, label: 'Visit', kinds: ['in-person'], booking: 'direct', ...parts }], slots };
    },
  };
}
