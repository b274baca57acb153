import { dueDate, type RequestLimits, type TimeWish } from 'carethread/model';
import type { Act } from '../conversation/act.js';
import type { OfferedService } from '../directory/offered-service.js';
import { Problem } from '../problems.js';
import { movedBy } from './booking.js';
import type { Choice } from './free-days.js';
import { addAppointment, topicFrom } from './saving.js';
import { ANSWER_DAYS, limitsNow, requirePatient, requirePatientsSide, serviceFor } from './services.js';

/** How much a subject can ask or wait for at once. */
const MOST_REQUESTS = 5;

interface VisitRequest extends Choice {
  readonly wishes: readonly TimeWish[];
  readonly topic?: string | undefined;
  readonly moves?: string | undefined;
}

/** A patient asks for a time, or waits for one. Gives the appointment's id. */
export async function requestVisit(act: Act, asked: VisitRequest): Promise<string> {
  const { database, reader, now } = act;
  const { subject, wishes, kind, practitioner, place } = asked;
  requirePatientsSide(reader);
  requirePatient(reader, subject);
  const service = serviceFor(act, asked.service, subject);
  checkChoice(service, asked);
  if (wishes.length > 0) {
    if (!service.request) throw new Problem('invalid', { field: 'service' });
    checkWishes(wishes, limitsNow(service.request, reader.record, now));
  } else if (!service.hasWaitlist) throw new Problem('invalid', { field: 'wishes' });
  const topic = topicFrom(asked.topic);
  const moved = await movedBy(act, asked);
  const { open } = await database
    .selectFrom('appointment')
    .select(({ fn }) => fn.countAll().as('open'))
    .where('subject', '=', subject)
    .where('settled', '=', 0)
    .executeTakeFirstOrThrow();
  if (Number(open) >= MOST_REQUESTS) throw new Problem('conflict', { field: 'wishes' });
  const isWaiting = wishes.length === 0;
  const { id } = await addAppointment(act, service, {
    subject,
    status: isWaiting ? 'waiting' : 'requested',
    kind: kind === 'other' ? null : (kind ?? null),
    practitioner: practitioner ?? null,
    place: place ?? null,
    topic,
    wishes: JSON.stringify(wishes),
    answer_by: isWaiting ? null : (dueDate(now, reader.record.practice, { businessDays: ANSWER_DAYS }) ?? null),
    waits: isWaiting ? 1 : 0,
    moves: moved?.id ?? null,
    settled: 0,
  });
  return id;
}

/** Refuses a choice that the service does not leave. */
export function checkChoice(
  { kinds, practitioners, places }: OfferedService,
  { kind, practitioner, place }: Pick<Choice, 'kind' | 'practitioner' | 'place'>,
): void {
  const isOf = (list: readonly string[], one: string | undefined): boolean => one === undefined || list.includes(one);
  if (!isOf(practitioners, practitioner)) throw new Problem('invalid', { field: 'practitioner' });
  if (!isOf(places, place)) throw new Problem('invalid', { field: 'place' });
  if (!isOf(kinds, kind)) throw new Problem('invalid', { field: 'kind' });
}

function checkWishes(wishes: readonly TimeWish[], { wishes: most, from, to, weekdays, closed, halves }: RequestLimits): void {
  const refuse = (place: number | string): never => {
    throw new Problem('invalid', { field: `wishes.${place}` });
  };
  if (wishes.length > most) throw new Problem('invalid', { field: 'wishes' });
  wishes.forEach(({ day, half }, place) => {
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
    const isOpen = (weekdays.length === 0 || weekdays.includes(weekday)) && !closed.includes(day);
    if (day < from || day > to || !isOpen) refuse(`${place}.day`);
    if (halves.length > 0 && !halves.includes(half)) refuse(`${place}.half`);
    if (wishes.findIndex((other) => other.day === day && other.half === half) < place) refuse(place);
  });
}
