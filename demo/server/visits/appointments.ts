import type { Appointment, AppointmentId, Instant, OfferId, ServiceId, TimeWish } from 'carethread/model';
import * as z from 'zod/mini';
import type { Listed } from '../conversation/lists.js';
import { isOwnId, type Scope } from '../conversation/threads.js';
import { decodeCursor, encodeCursor } from '../cursor.js';
import type { AppointmentTable } from '../database/appointment-tables.js';
import type { Reader } from '../directory/directory.js';
import { Problem } from '../problems.js';
import { requirePatient, requireStaff, type Looking } from './services.js';
import { placeOf } from './slots.js';

const HOUR = 60 * 60 * 1000;
const PAGE = 20;

/** How many hours before its start a visit can be moved where its service is no longer known. */
const USUAL_HOURS = 24;

const Keys = z.tuple([z.number(), z.string(), z.string()]);

/** The appointments a reader may know of: staff those of their practice, patients those of their subjects. */
export function visibleAppointments({ database, reader: { record, isStaff, subjects } }: Scope) {
  const query = database.selectFrom('appointment').where('practice', '=', record.practice.id);
  return isStaff ? query : query.where('subject', 'in', subjects.map(({ id }) => id as string));
}

/** An appointment the reader may know of. One they may not is `not-found`, like one that never was. */
export async function findAppointment(scope: Scope, id: string): Promise<AppointmentTable> {
  const found = visibleAppointments(scope).selectAll().where('id', '=', id);
  const row = isOwnId(id) ? await found.executeTakeFirst() : undefined;
  if (!row) throw new Problem('not-found');
  return row;
}

/** An appointment as the reader gets it. */
export async function readAppointment(looking: Looking, id: string): Promise<Appointment> {
  const [appointment] = await appointmentsOf(looking, [await findAppointment(looking, id)]);
  return appointment!;
}

interface Listing {
  readonly subject: string;
  readonly when: 'coming' | 'past';
  readonly after?: string | undefined;
}

/** A page of a subject's appointments. Coming: what has no time yet, then the soonest first. Past: the latest first. */
export async function listAppointments(looking: Looking, { subject, when, after }: Listing): Promise<Listed<Appointment>> {
  requirePatient(looking.reader, subject);
  const isComing = when === 'coming';
  const list = `appointments ${JSON.stringify([subject, when])}`;
  const keys = after === undefined ? undefined : decodeCursor(list, after, { field: 'after', keys: Keys });
  const all = visibleAppointments(looking).selectAll().where('subject', '=', subject);
  let query = isComing
    ? all
        .where(({ or, and, eb }) => or([eb('settled', '=', 0), and([eb('status', '=', 'booked'), eb('ends', '>=', looking.now)])]))
        .orderBy('settled')
        .orderBy('sort_at')
        .orderBy('id')
    : all
        .where('settled', '=', 1)
        .where(({ or, eb }) => or([eb('status', '<>', 'booked'), eb('ends', '<', looking.now)]))
        .orderBy('sort_at', 'desc')
        .orderBy('id', 'desc');
  if (keys && isComing) {
    query = query.where(({ eb, refTuple, tuple }) => eb(refTuple('settled', 'sort_at', 'id'), '>', tuple(...keys)));
  } else if (keys) {
    const [, at, id] = keys;
    query = query.where(({ eb, refTuple, tuple }) => eb(refTuple('sort_at', 'id'), '<', tuple(at, id)));
  }
  return pageOf(looking, list, await query.limit(PAGE + 1).execute());
}

/** What patients ask or wait for and is not booked, longest waiting first; for staff. */
export async function listRequests(looking: Looking, after: string | undefined): Promise<Listed<Appointment>> {
  requireStaff(looking.reader);
  const list = 'requests';
  let query = visibleAppointments(looking).selectAll().where('settled', '=', 0).orderBy('sort_at').orderBy('id').limit(PAGE + 1);
  if (after !== undefined) {
    const [, at, id] = decodeCursor(list, after, { field: 'after', keys: Keys });
    query = query.where(({ eb, refTuple, tuple }) => eb(refTuple('sort_at', 'id'), '>', tuple(at, id)));
  }
  return pageOf(looking, list, await query.execute());
}

async function pageOf(looking: Looking, list: string, rows: readonly AppointmentTable[]): Promise<Listed<Appointment>> {
  const shown = rows.slice(0, PAGE);
  const last = shown.at(-1);
  return {
    items: await appointmentsOf(looking, shown),
    next: rows.length > PAGE ? encodeCursor(list, [last!.settled, last!.sort_at, last!.id]) : undefined,
  };
}

/** What has become of an appointment by now. */
export function statusAt({ status, ends }: AppointmentTable, now: Instant): Appointment['status'] {
  return status === 'booked' && ends !== null && ends < now ? 'done' : status;
}

/** Whether it has no time so far. */
export const isRequest = ({ status }: AppointmentTable): boolean => status === 'requested' || status === 'waiting';

/** Whether a booked visit is far enough off to be moved or cancelled. */
export function canMove({ record }: Reader, { status, starts, service }: AppointmentTable, now: Instant): boolean {
  if (status !== 'booked' || starts === null) return false;
  const { cancelBefore = USUAL_HOURS } = record.entry.services.find(({ id }) => id === service) ?? {};
  return Date.parse(starts) - cancelBefore * HOUR > Date.parse(now);
}

/** Stored appointments as a reader gets them, in the same order. */
async function appointmentsOf({ database, directory, reader, now }: Looking, rows: readonly AppointmentTable[]): Promise<Appointment[]> {
  await directory.learn(database, rows.map(({ subject }) => subject));
  const { id, name } = reader.record.practice;
  return rows.map((row) => {
    const movable = canMove(reader, row, now);
    return {
      id: row.id as AppointmentId,
      version: String(row.version),
      practice: { id, name },
      subject: directory.person(row.subject),
      status: statusAt(row, now),
      service: row.service as ServiceId,
      label: row.label,
      starts: row.starts ?? undefined,
      ends: row.ends ?? undefined,
      kind: row.kind ?? undefined,
      practitioner: row.practitioner === null ? undefined : directory.person(row.practitioner),
      place: placeOf({ reader }, row.place),
      videoUrl: row.video_url ?? undefined,
      preparation: row.preparation ?? undefined,
      topic: row.topic ?? undefined,
      wishes: JSON.parse(row.wishes) as TimeWish[],
      answerBy: row.answer_by ?? undefined,
      waits: row.status === 'booked' && row.waits === 1,
      offer: (row.offer ?? undefined) as OfferId | undefined,
      canMove: movable,
      canCancel: movable || isRequest(row),
      note: row.note ?? undefined,
      instructions: row.instructions ?? undefined,
      movedTo: (row.moved_to ?? undefined) as AppointmentId | undefined,
    };
  });
}
