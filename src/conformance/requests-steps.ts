import type { Connection } from '../adapter/adapter.js';
import type { VisitRequest } from '../adapter/ports/appointments.js';
import type { TimeWish } from '../model/appointment.js';
import type { CalendarDay } from '../model/instant.js';
import type { RequestLimits, Service } from '../model/service.js';
import { nextDay, weekdayOf } from '../model/zoned-time.js';
import { claim } from './assert.js';
import { once } from './steps.js';
import { choiceOf, servicesOf } from './visits-steps.js';

// What people do with requests for visits in the tests, in as few words.

/** A service that one can ask for. */
export type Asked = Service & { readonly request: RequestLimits };

/** Whether one can ask for a service. */
export const isAsked = (service: Service): service is Asked =>
  service.request !== undefined && service.request !== null;

/** A service that one can ask for, whether it can be booked too or not. */
export async function anAsked(reader: Connection, fits: (service: Service) => boolean = () => true): Promise<Asked> {
  const service = (await servicesOf(reader)).filter(isAsked).find(fits);
  claim(service !== undefined, 'the patient should have a service that can be asked for');
  return service;
}

/** Whether a practice takes wishes for such a day. */
export const isTaken = ({ weekdays, closed }: RequestLimits, day: CalendarDay): boolean =>
  (weekdays.length === 0 || weekdays.includes(weekdayOf(day))) && !closed.includes(day);

/** The days within the limits that fit. */
export function daysOf(limits: RequestLimits, fits: (day: CalendarDay) => boolean): CalendarDay[] {
  const days: CalendarDay[] = [];
  for (let day = limits.from; day <= limits.to; day = nextDay(day)) if (fits(day)) days.push(day);
  return days;
}

/** Wishes that a practice takes, on different days. */
export const someWishes = ({ request }: Asked, count: number): TimeWish[] =>
  daysOf(request, (day) => isTaken(request, day))
    .slice(0, count)
    .map((day) => ({ day, half: request.halves[0] ?? 'morning' }));

/** Somebody asks for themselves. */
export const askFor = (
  reader: Connection,
  service: Service,
  wishes: readonly TimeWish[],
  parts: Partial<VisitRequest> = {},
) => reader.appointments!.request({ ...choiceOf(reader, service), wishes, ...parts }, once());
