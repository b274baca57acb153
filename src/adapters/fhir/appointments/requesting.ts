import type { CallOptions, WriteOptions } from '../../../adapter/call-options.js';
import { AdapterError } from '../../../adapter/errors.js';
import type { VisitRequest } from '../../../adapter/ports/appointments.js';
import { type Appointment, TimeWish } from '../../../model/appointment.js';
import type { AppointmentId } from '../../../model/appointment-id.js';
import { dueDate } from '../../../model/due-date.js';
import type { Service } from '../../../model/service.js';
import { instantAt, nextDay } from '../../../model/zoned-time.js';
import { wrongAt } from '../../shared/written-text.js';
import { transact } from '../bundle.js';
import { fingerprint, post } from '../changing-thread.js';
import { allOf } from '../paging.js';
import { extension } from '../terms.js';
import { movable, topicOf } from './booking.js';
import { appointmentDraft } from './draft.js';
import { offeringOf } from './free-times.js';
import { readAppointment } from './listing.js';
import { isWishable, serviceOf } from './service.js';
import { madeUnder } from './taking.js';
import { conflict, type VisitContext } from './visit-context.js';
import { isHold } from './visit-terms.js';
import { afterwards } from './written.js';

/** How many requests of one subject may be open at a time. */
const MOST_OPEN = 5;

/** Asks for a time by days and halves of days; with no wish, waits for any. */
export async function request(context: VisitContext, asked: VisitRequest, given: WriteOptions): Promise<Appointment> {
  const { subject, service: id, practitioner, kind, place, moves } = asked;
  const wishes = [asked.wishes].flat();
  const words = fingerprint(['request', subject, id, practitioner, kind, place, wishes, asked.topic, moves]);
  const made = await madeUnder(context, given, words);
  if (made) return afterwards(readAppointment(context, String(made.id) as AppointmentId, given));
  const topic = topicOf(asked.topic);
  const offering = await offeringOf(context, asked, given);
  const service = serviceOf(context, offering);
  if (!service) throw wrongAt('service');
  checkWishes(service, wishes);
  const named = service.practitioners.find((each) => each.id === practitioner);
  if (practitioner && !named) throw wrongAt('practitioner');
  if (kind && service.kinds.length > 0 && !service.kinds.includes(kind)) throw wrongAt('kind');
  const where = service.places.find((each) => each.id === place);
  if (place && !where) throw wrongAt('place');
  if (moves !== undefined) await movable(context, moves, subject, given);
  if ((await openOf(context, subject, given)) >= MOST_OPEN) throw conflict('wishes');
  const { practice, http } = context;
  const businessDays = wishes.length > 0 && service.request?.answerDays;
  const answerBy = businessDays ? dueDate(new Date(http.now()).toISOString(), practice, { businessDays }) : undefined;
  const parts = {
    status: wishes.length > 0 ? 'proposed' : 'waitlist',
    ...(wishes.length > 0 && { requestedPeriod: wishes.map((wish) => periodOf(wish, practice.zone)) }),
    ...(answerBy && { extension: [extension('answer-by', answerBy)] }),
  };
  const draft = { subject, offering, topic, moves, kind, practitioner: named, place: where, parts };
  await transact(http, [post(appointmentDraft(context, draft, given.key, words))], given);
  const written = await afterwards(madeUnder(context, given, words));
  if (!written) throw new AdapterError('unknown-outcome', 'what was asked for is not there');
  return afterwards(readAppointment(context, String(written.id) as AppointmentId, given));
}

function checkWishes({ request: limits, hasWaitlist }: Service, wishes: readonly TimeWish[]): void {
  if (wishes.length === 0) {
    if (!hasWaitlist) throw wrongAt('wishes');
    return;
  }
  if (!limits) throw wrongAt('service');
  if (wishes.length > limits.wishes) throw wrongAt('wishes');
  wishes.forEach((wish, place) => {
    if (!TimeWish.shape.day.safeParse(wish.day).success || !isWishable(limits, wish.day)) throw wrongAt(`wishes.${place}.day`);
    if (!limits.halves.includes(wish.half)) throw wrongAt(`wishes.${place}.half`);
    if (wishes.findIndex(({ day, half }) => day === wish.day && half === wish.half) < place) throw wrongAt(`wishes.${place}`);
  });
}

async function openOf({ http }: VisitContext, subject: string, given: CallOptions): Promise<number> {
  const path = `Appointment?patient=${encodeURIComponent(subject)}&status=proposed,pending,waitlist&_count=20`;
  return (await allOf(http, path, given)).matches.filter((each) => !isHold(each)).length;
}

/** Half a day by the practice's clock. Noon divides it. */
function periodOf({ day, half }: TimeWish, zone: string): { start: string; end: string } {
  const noon = instantAt(day, '12:00', zone);
  const [start, end] = half === 'morning' ? [instantAt(day, '00:00', zone), noon] : [noon, instantAt(nextDay(day), '00:00', zone)];
  return { start: new Date(start).toISOString(), end: new Date(end).toISOString() };
}
