import type { WriteOptions } from '../../../adapter/call-options.js';
import type { Booking, VisitRequest } from '../../../adapter/ports/appointments.js';
import type { AppointmentId } from '../../../model/appointment-id.js';
import type { Appointment } from '../../../model/appointment.js';
import type { PersonId } from '../../../model/id.js';
import { dueDate } from '../../../model/due-date.js';
import type { Session } from '../../../model/session.js';
import type { MemoryBackend } from '../memory-backend.js';
import { checkReads, checkSubjectsSide } from '../memory-results.js';
import { storableText, wrongAt } from '../memory-text.js';
import type { ScenarioAppointment, ScenarioService } from './scenario-visits.js';
import {
  appointmentOf,
  canMove,
  isFree,
  isOpenRequest,
  readAppointment,
  serviceFor,
  slotOf,
  statusOf,
  subjectOf,
  timeOf,
} from './visit-reading.js';
import { type AppointmentRecord, conflictAt, type SlotRecord } from './visit-store.js';
import { giveBack, take } from './visit-taking.js';
import { checkWishes } from './visit-wishes.js';

const MOST_REQUESTS = 5;

/** Books a slot, and gives up what it takes the place of. */
export function book(backend: MemoryBackend, session: Session, booking: Booking, { key }: WriteOptions): Appointment {
  checkSubjectsSide(session);
  checkReads(backend, session, booking.subject);
  return backend.once(session.me.id, key, ['book', booking], () => {
    const service = serviceFor(backend, booking.service, booking.subject);
    const record = slotOf(backend, booking.slot);
    const topic = topicOf(booking.topic);
    if (record.slot.service !== service.id || service.booking === 'request') throw wrongAt('slot');
    if (!isFree(record, session.me.id, timeOf(backend))) throw conflictAt('slot');
    const moved = movedBy(backend, session, booking);
    const { id } = bookSlot(backend, session, { service, record, subject: booking.subject, topic, moved });
    return () => readAppointment(backend, session, id);
  });
}

/** Makes the appointment of a slot that can be taken. Everything has been checked. */
export function bookSlot(
  backend: MemoryBackend,
  { me }: Session,
  parts: {
    readonly service: ScenarioService;
    readonly record: SlotRecord;
    readonly subject: PersonId;
    readonly topic: string | undefined;
    readonly moved: AppointmentRecord | undefined;
  },
): ScenarioAppointment {
  const { service, record, moved } = parts;
  const asked = moved && isOpenRequest(moved) ? moved.said : undefined;
  const said: ScenarioAppointment = {
    id: backend.newId('appointment') as AppointmentId,
    ...visitOf(backend, service, parts.subject),
    ...timeFrom(record, service),
    status: 'booked',
    topic: parts.topic ?? moved?.said.topic,
  };
  backend.visits.hold(me.id);
  take(backend, record, said.id);
  backend.visits.save(said);
  if (moved) moveTo(backend, moved, said.id);
  giveUpVisit(backend, asked?.moves, said.id);
  return said;
}

/** Gives up the visit that a request was to take the place of, now that it has led to another. What has taken place stays. */
export function giveUpVisit(backend: MemoryBackend, old: AppointmentId | undefined, movedTo: AppointmentId): void {
  const visit = old && backend.visits.appointments.get(old);
  if (visit && statusOf(backend, visit) === 'booked') moveTo(backend, visit, movedTo);
}

/** Gives an appointment up for the one that takes its place. */
export function moveTo(backend: MemoryBackend, { said }: AppointmentRecord, movedTo: AppointmentId): void {
  backend.visits.save({ ...said, status: 'cancelled', movedTo, slot: undefined, offer: undefined, waits: false });
  giveBack(backend, said);
}

/** Asks for a time, or waits for one. */
export function request(
  backend: MemoryBackend,
  session: Session,
  asked: VisitRequest,
  { key }: WriteOptions,
): Appointment {
  checkSubjectsSide(session);
  checkReads(backend, session, asked.subject);
  return backend.once(session.me.id, key, ['request', asked], () => {
    const service = serviceFor(backend, asked.service, asked.subject);
    const { kinds, practitioners, places, request: limits } = service;
    const practitioner = oneOf(practitioners, asked.practitioner, 'practitioner');
    const place = oneOf(places, asked.place, 'place');
    if (asked.kind !== undefined && !kinds.includes(asked.kind)) throw wrongAt('kind');
    const { wishes } = asked;
    if (wishes.length > 0) {
      if (!limits) throw wrongAt('service');
      checkWishes(wishes, limits);
    } else if (!service.hasWaitlist) throw wrongAt('wishes');
    const topic = topicOf(asked.topic);
    const moved = movedBy(backend, session, asked);
    const open = [...backend.visits.appointments.values()].filter(
      (record) => isOpenRequest(record) && record.said.subject.id === asked.subject,
    );
    if (open.length >= MOST_REQUESTS) throw conflictAt('wishes');
    const id = backend.newId('appointment') as AppointmentId;
    backend.visits.save({
      id,
      ...visitOf(backend, service, asked.subject),
      status: wishes.length > 0 ? 'requested' : 'waiting',
      kind: asked.kind,
      practitioner,
      place,
      topic,
      wishes: structuredClone([...wishes]),
      moves: moved?.said.id,
      ...(wishes.length > 0 && { answerBy: dueDate(backend.now(), backend.practice, { businessDays: 1 }) }),
    });
    return () => readAppointment(backend, session, id);
  });
}

/** What an appointment takes over from its slot. */
export const timeFrom = ({ slot }: SlotRecord, { videoUrl }: Pick<ScenarioService, 'videoUrl'>) => ({
  slot: slot.id,
  starts: slot.starts,
  ends: slot.ends,
  kind: slot.kind,
  practitioner: slot.practitioner,
  place: slot.place,
  ...(slot.kind === 'video' && { videoUrl }),
});

/** What the patient wants to talk about; blank is nothing. */
export const topicOf = (topic = ''): string | undefined =>
  storableText(topic.trim() === '' ? '' : topic, { field: 'topic', budget: 750 }) || undefined;

const visitOf = (backend: MemoryBackend, { id, label, preparation }: ScenarioService, subject: PersonId) => ({
  subject: subjectOf(backend, subject),
  service: id,
  label,
  preparation,
  wishes: [],
  waits: false,
});

/** The appointment that is to be given up: the subject's, and one that can still be moved. */
function movedBy(
  backend: MemoryBackend,
  session: Session,
  { subject, moves }: Pick<Booking, 'subject' | 'moves'>,
): AppointmentRecord | undefined {
  if (moves === undefined) return undefined;
  const record = appointmentOf(backend, session, moves);
  if (record.said.subject.id !== subject || !canMove(backend, record)) throw conflictAt('moves');
  return record;
}

function oneOf<T extends { readonly id: string }>(those: readonly T[], id: string | undefined, field: string) {
  const found = those.find((each) => each.id === id);
  if (id !== undefined && !found) throw wrongAt(field);
  return found;
}
