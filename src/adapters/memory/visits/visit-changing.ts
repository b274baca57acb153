import { AdapterError } from '../../../adapter/errors.js';
import type { VersionedWriteOptions } from '../../../adapter/call-options.js';
import type { AppointmentId } from '../../../model/appointment-id.js';
import { type Appointment, CareNeed } from '../../../model/appointment.js';
import type { Session } from '../../../model/session.js';
import type { MemoryBackend } from '../memory-backend.js';
import { checkSubjectsSide } from '../memory-results.js';
import { wrongAt } from '../memory-text.js';
import { topicOf } from './visit-booking.js';
import { appointmentOf, canMove, isOpenRequest, readAppointment, statusOf } from './visit-reading.js';
import { type AppointmentRecord, conflictAt } from './visit-store.js';
import { giveBack } from './visit-taking.js';

/** Cancels a visit, or takes a request back. */
export function cancel(
  backend: MemoryBackend,
  session: Session,
  { appointment, care }: { readonly appointment: AppointmentId; readonly care: CareNeed },
  options: VersionedWriteOptions,
): Appointment {
  checkSubjectsSide(session);
  return changeVisit(backend, session, ['cancel', appointment, care], options, (record) => {
    if (!CareNeed.safeParse(care).success) throw wrongAt('care');
    if (!isOpenRequest(record) && !canMove(backend, record)) throw conflictAt('appointment');
    const { said } = record;
    backend.visits.save({ ...said, status: 'cancelled', slot: undefined, offer: undefined, waits: false });
    giveBack(backend, said);
  });
}

/** Says what the patient wants to talk about. */
export function setTopic(
  backend: MemoryBackend,
  session: Session,
  { appointment, topic }: { readonly appointment: AppointmentId; readonly topic: string },
  options: VersionedWriteOptions,
): Appointment {
  checkSubjectsSide(session);
  return changeVisit(backend, session, ['topic', appointment, topic], options, (record) => {
    if (!isOpenRequest(record) && statusOf(backend, record) !== 'booked') throw conflictAt('appointment');
    backend.visits.save({ ...record.said, topic: topicOf(topic) });
  });
}

/** Waits for an earlier time than the booked one, or no longer does. */
export function setWaiting(
  backend: MemoryBackend,
  session: Session,
  { appointment, waits }: { readonly appointment: AppointmentId; readonly waits: boolean },
  options: VersionedWriteOptions,
): Appointment {
  checkSubjectsSide(session);
  return changeVisit(backend, session, ['waiting', appointment, waits], options, (record) => {
    const service = backend.visits.services.find(({ id }) => id === record.said.service);
    if (statusOf(backend, record) !== 'booked' || !service?.hasWaitlist) throw conflictAt('appointment');
    if (record.said.waits !== waits) backend.visits.save({ ...record.said, waits });
  });
}

/** Runs a change of an appointment that was read before, once per key. */
export function changeVisit(
  backend: MemoryBackend,
  session: Session,
  request: readonly [string, AppointmentId, ...unknown[]],
  { key, ifVersion }: VersionedWriteOptions,
  change: (record: AppointmentRecord) => void,
): Appointment {
  const record = appointmentOf(backend, session, request[1]);
  return backend.once(session.me.id, key, request, () => {
    if (ifVersion !== undefined && ifVersion !== String(record.version)) {
      throw new AdapterError('stale', 'memory: the appointment has changed');
    }
    change(record);
    return () => readAppointment(backend, session, request[1]);
  });
}
