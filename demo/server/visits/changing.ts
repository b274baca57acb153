import type { CareNeed } from 'carethread/model';
import type { Act } from '../conversation/act.js';
import type { AppointmentTable } from '../database/appointment-tables.js';
import { Problem } from '../problems.js';
import { canMove, findAppointment, isRequest, statusAt } from './appointments.js';
import { endAppointment, saveAppointment, topicFrom } from './saving.js';
import { requirePatientsSide } from './services.js';

/** Which appointment, and as which version it was read. */
export interface VisitTarget {
  readonly appointment: string;
  readonly ifVersion: string | undefined;
}

/** An appointment that somebody acts on, as long as it is what they have read. */
export async function visitActedOn(act: Act, { appointment, ifVersion }: VisitTarget): Promise<AppointmentTable> {
  const row = await findAppointment(act, appointment);
  if (ifVersion !== undefined && ifVersion !== String(row.version)) throw new Problem('stale');
  return row;
}

/** Refuses what cannot be done with an appointment as it is by now. */
export function refuse(): never {
  throw new Problem('conflict', { field: 'appointment' });
}

/** A patient cancels a visit, or takes a request back. */
export async function cancel(act: Act, target: VisitTarget, care: CareNeed): Promise<void> {
  requirePatientsSide(act.reader);
  const row = await visitActedOn(act, target);
  if (!isRequest(row) && !canMove(act.reader, row, act.now)) refuse();
  await endAppointment(act, row, { status: 'cancelled', care });
}

/** A patient says what they want to talk about; an empty text takes it away. */
export async function setTopic(act: Act, target: VisitTarget, topic: string): Promise<void> {
  requirePatientsSide(act.reader);
  const row = await visitActedOn(act, target);
  if (!isRequest(row) && statusAt(row, act.now) !== 'booked') refuse();
  await saveAppointment(act, row, { topic: topicFrom(topic) });
}

/** A patient waits for an earlier time than the booked one, or no longer does. */
export async function setWaiting(act: Act, target: VisitTarget, waits: boolean): Promise<void> {
  requirePatientsSide(act.reader);
  const row = await visitActedOn(act, target);
  const service = act.reader.record.entry.services.find(({ id }) => id === row.service);
  if (statusAt(row, act.now) !== 'booked' || !service?.hasWaitlist) refuse();
  if (row.waits !== Number(waits)) await saveAppointment(act, row, { waits: Number(waits) });
}
