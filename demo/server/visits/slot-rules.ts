import type { CalendarDay, ClockTime, Practice, VisitKind } from 'carethread/model';
import { offsetAt } from 'carethread/model';
import { dayAt } from './services.js';

const DAY = 24 * 60 * 60 * 1000;

/** When somebody has time for a service, day after day. */
interface SlotRule {
  readonly service: string;
  readonly practitioner: string;
  /** Times by the practice's clock, with the way of meeting. */
  readonly times: readonly (readonly [time: ClockTime, kind: Exclude<VisitKind, 'other'>])[];
  /** What is left out, as nobody's week is whole: days and times are counted. */
  readonly leaves: (day: number, time: number) => boolean;
}

const RULES: readonly SlotRule[] = [
  {
    service: 'blood-pressure',
    practitioner: 'june-carter',
    times: ['08:30', '09:15', '10:00', '11:15', '13:30', '14:45', '16:15'].map((time) => [time, 'in-person']),
    leaves: (day, time) => day % 9 === 4 || (day + time * 2) % 5 < 2,
  },
  {
    service: 'doctor-visit',
    practitioner: 'grace-lee',
    times: [
      ['09:00', 'in-person'],
      ['09:40', 'in-person'],
      ['11:00', 'phone'],
      ['13:20', 'in-person'],
      ['15:00', 'video'],
      ['17:20', 'video'],
    ],
    leaves: (day, time) => day % 9 === 4 || day % 4 === 1 || (day + time) % 3 === 0,
  },
  {
    service: 'doctor-visit',
    practitioner: 'leila-haddad',
    times: [
      ['08:20', 'phone'],
      ['10:20', 'in-person'],
      ['14:00', 'in-person'],
    ],
    leaves: (day, time) => day % 9 === 4 || (day + time) % 4 === 2,
  },
  {
    service: 'well-child',
    practitioner: 'grace-lee',
    times: [
      ['10:20', 'in-person'],
      ['14:00', 'in-person'],
      ['16:00', 'in-person'],
    ],
    leaves: (day, time) => day % 3 === 1 || (day + time) % 3 === 0,
  },
];

/** A time that the demo opens. */
export interface DemoTime {
  readonly id: string;
  readonly service: string;
  readonly practitioner: string;
  readonly kind: Exclude<VisitKind, 'other'>;
  /** In milliseconds since the epoch. */
  readonly from: number;
}

/** The demo's times on a practice's open days, from today on. A day has the same times whenever it is looked at. */
export function demoTimes({ zone, hours, holidays }: Practice, now: number, days: number): DemoTime[] {
  const times: DemoTime[] = [];
  const today = Date.parse(dayAt(now, zone));
  for (let midnight = today; midnight < today + days * DAY; midnight += DAY) {
    const day = new Date(midnight).toISOString().slice(0, 10);
    const open = hours.filter((stretch) => stretch.day === (new Date(midnight).getUTCDay() || 7));
    if (open.length === 0 || holidays.includes(day)) continue;
    for (const { service, practitioner, times: all, leaves } of RULES) {
      all.forEach(([time, kind], place) => {
        if (!open.some(({ opens, closes }) => opens <= time && time < closes) || leaves(midnight / DAY, place)) return;
        const id = `${service}-${practitioner}-${day}-${time.replace(':', '')}`;
        times.push({ id, service, practitioner, kind, from: momentOf(day, time, zone) });
      });
    }
  }
  return times;
}

/** When a clock on the practice's wall shows a time of its working day: none of those is skipped or shown twice. */
export function momentOf(day: CalendarDay, time: ClockTime, zone: string): number {
  const wall = Date.parse(`${day}T${time}Z`);
  return wall - offsetAt(wall - offsetAt(wall, zone), zone);
}
