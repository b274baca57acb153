import type { ServiceId, SlotId } from '../../../model/appointment-id.js';
import type { CalendarDay } from '../../../model/instant.js';
import type { Person } from '../../../model/person.js';
import type { Practice } from '../../../model/practice.js';
import type { Place, VisitKind } from '../../../model/service.js';
import { dayIn, instantAt, nextDay, weekdayOf } from '../../../model/zoned-time.js';
import type { ScenarioSlot } from './scenario-visits.js';

const DAY = 86_400_000;

/** When somebody has time for a service, day after day. */
export interface SlotRule {
  readonly service: ServiceId;
  readonly practitioner: Person;
  readonly place: Place;
  readonly minutes: number;
  /** Times by the practice's clock, with the way of meeting: `['08:30', 'phone']`. */
  readonly times: readonly (readonly [time: string, kind: VisitKind])[];
  /** What is left out, as nobody's week is whole: days and times are counted. */
  readonly leaves: (day: number, time: number) => boolean;
}

/**
 * The slots of rules on a practice's open days, from today on. A day has the same slots whenever it is looked at.
 */
export function slotsByRule(practice: Practice, rules: readonly SlotRule[], now: number, days: number): ScenarioSlot[] {
  const slots: ScenarioSlot[] = [];
  const { zone } = practice;
  let day = dayIn(zone, now);
  for (let count = 0; count < days; count++, day = nextDay(day)) {
    const hours = practice.hours.filter((stretch) => stretch.day === weekdayOf(day));
    if (hours.length === 0 || practice.holidays.includes(day)) continue;
    const [from, to] = [instantAt(day, '00:00', zone), instantAt(nextDay(day), '00:00', zone)];
    // Only on a day of another length must the zone be asked for each time: that takes long.
    const momentOf = (time: string): number =>
      to - from === DAY ? from + Date.parse(`1970-01-01T${time}Z`) : instantAt(day, time, zone);
    for (const rule of rules) {
      rule.times.forEach(([time, kind], place) => {
        const isOpen = hours.some(({ opens, closes }) => opens <= time && time < closes);
        if (isOpen && !rule.leaves(Date.parse(day) / DAY, place))
          slots.push(slotAt(day, time, kind, rule, momentOf(time)));
      });
    }
  }
  return slots;
}

function slotAt(day: CalendarDay, time: string, kind: VisitKind, rule: SlotRule, from: number): ScenarioSlot {
  const { service, practitioner, place, minutes } = rule;
  return {
    id: `${service}-${practitioner.id}-${day}-${time.replace(':', '')}` as SlotId,
    service,
    starts: new Date(from).toISOString(),
    ends: new Date(from + minutes * 60_000).toISOString(),
    kind,
    practitioner,
    ...(kind === 'in-person' && { place }),
  };
}
