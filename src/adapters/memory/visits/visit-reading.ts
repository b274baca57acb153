import { AdapterError } from '../../../adapter/errors.js';
import type { AppointmentsPort } from '../../../adapter/ports/appointments.js';
import type { AppointmentId, ServiceId, SlotId } from '../../../model/appointment-id.js';
import type { Appointment } from '../../../model/appointment.js';
import type { PersonId } from '../../../model/id.js';
import type { Page } from '../../../model/page.js';
import type { Person } from '../../../model/person.js';
import type { Session } from '../../../model/session.js';
import type { Slot } from '../../../model/slot.js';
import type { MemoryBackend } from '../memory-backend.js';
import { checkReads, pageBelow } from '../memory-results.js';
import { isStaff } from '../thread-record.js';
import type { ScenarioService } from './scenario-visits.js';
import { type AppointmentRecord, noSuch, type SlotRecord } from './visit-store.js';

const HOUR = 3_600_000;
const PAGE = 20;

/** The backend's time, in milliseconds since the epoch. */
export const timeOf = (backend: MemoryBackend): number => Date.parse(backend.now());

/** A service that a subject may book; `not-found` for every other. */
export function serviceFor({ visits }: MemoryBackend, service: ServiceId, subject: PersonId): ScenarioService {
  const found = visits.services.find(({ id }) => id === service);
  if (!found || !isFor(found, subject)) throw noSuch('service');
  return found;
}

/** Whether a service is for a subject. */
export const isFor = ({ subjects }: ScenarioService, subject: PersonId): boolean => subjects?.includes(subject) ?? true;

/** Whether a reader can take a slot: it is to come, not booked, and not held by another. */
export function isFree({ from, taken, hold }: SlotRecord, reader: PersonId, now: number): boolean {
  return from > now && taken === undefined && !(hold && hold.until > now && hold.reader !== reader);
}

/** What anybody is told of a slot. */
export function slotFor({ slot: { service: _service, ...slot }, version }: SlotRecord): Slot {
  return structuredClone({ ...slot, version: String(version) });
}

/** A slot there is. */
export function slotOf({ visits }: MemoryBackend, slot: SlotId): SlotRecord {
  const record = visits.slot(slot);
  if (!record) throw noSuch('slot');
  return record;
}

/** An appointment the reader may see; `not-found` for every other, whether it exists or not. */
export function appointmentOf(
  { visits }: MemoryBackend,
  { me, subjects }: Session,
  appointment: AppointmentId,
): AppointmentRecord {
  const record = visits.appointments.get(appointment);
  const mayRead = isStaff(me) || subjects.some(({ id }) => id === record?.said.subject.id);
  if (!record || !mayRead) throw noSuch('appointment');
  return record;
}

/** What has become of an appointment by now: a booked one is done once it has ended. */
export function statusOf(backend: MemoryBackend, { said: { status, starts, ends } }: AppointmentRecord) {
  const isOver = status === 'booked' && Date.parse(ends ?? starts ?? '') < timeOf(backend);
  return isOver ? 'done' : status;
}

/** Whether it waits for the practice: it has no time so far. */
export const isOpenRequest = ({ said: { status } }: AppointmentRecord): boolean =>
  status === 'requested' || status === 'waiting';

/** Whether a booked visit is far enough off to be moved or cancelled. */
export function canMove(backend: MemoryBackend, { said: { status, service, starts } }: AppointmentRecord): boolean {
  const { cancelBefore = 24 } = backend.visits.services.find(({ id }) => id === service) ?? {};
  return status === 'booked' && Date.parse(starts ?? '') - cancelBefore * HOUR > timeOf(backend);
}

/** What anybody is told of an appointment. */
export function appointmentFor(backend: MemoryBackend, record: AppointmentRecord): Appointment {
  const { slot: _slot, moves: _moves, ...said } = record.said;
  const { id, name } = backend.practice;
  const movable = canMove(backend, record);
  return structuredClone({
    ...said,
    version: String(record.version),
    practice: { id, name },
    status: statusOf(backend, record),
    canMove: movable,
    canCancel: movable || isOpenRequest(record),
  });
}

/** An appointment, as anybody reads it who may. */
export const readAppointment = (backend: MemoryBackend, session: Session, appointment: AppointmentId): Appointment =>
  appointmentFor(backend, appointmentOf(backend, session, appointment));

/** A page of a subject's appointments. */
export function listAppointments(
  backend: MemoryBackend,
  session: Session,
  { subject, when, after }: Parameters<AppointmentsPort['listAppointments']>[0],
): Page<Appointment> {
  checkReads(backend, session, subject);
  const rows = [...backend.visits.appointments.values()]
    .filter(({ said }) => said.subject.id === subject)
    .filter((record) => isComing(backend, record) === (when === 'coming'))
    .map((item) => ({ item, key: when === 'coming' ? comingKey(item) : [momentOf(item), item.order] }));
  return pageBelow(rows, after, (record) => appointmentFor(backend, record), PAGE);
}

/** What waits for the practice, longest waiting first. */
export function listRequests(
  backend: MemoryBackend,
  session: Session,
  { after }: { readonly after?: string | undefined },
): Page<Appointment> {
  checkStaff(session);
  const rows = [...backend.visits.appointments.values()]
    .filter(isOpenRequest)
    .map((item) => ({ item, key: [-item.order, 0] }));
  return pageBelow(rows, after, (record) => appointmentFor(backend, record), PAGE);
}

/** Fails for patients. */
export function checkStaff({ me }: Session): void {
  if (!isStaff(me)) throw new AdapterError('forbidden', 'memory: this is for staff');
}

/** A subject as an appointment names them: anybody's, for staff. */
export function subjectOf({ scenario }: MemoryBackend, subject: PersonId): Person {
  const found = scenario.patients.flatMap(({ subjects }) => subjects).find(({ id }) => id === subject)!;
  return { id: found.id, name: found.name, kind: found.kind };
}

const isComing = (backend: MemoryBackend, record: AppointmentRecord): boolean =>
  isOpenRequest(record) || statusOf(backend, record) === 'booked';

const momentOf = ({ said: { starts }, made }: AppointmentRecord): number => (starts ? Date.parse(starts) : made);

/** What has no time comes first, the oldest before; then by its time. */
const comingKey = (record: AppointmentRecord): number[] =>
  isOpenRequest(record) ? [1, -record.order, 0] : [0, -momentOf(record), -record.order];
