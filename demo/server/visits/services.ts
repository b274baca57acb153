import { offsetAt, type CalendarDay, type Instant, type RequestLimits, type Service } from 'carethread/model';
import type { Scope } from '../conversation/threads.js';
import type { OfferedService } from '../directory/offered-service.js';
import type { PracticeRecord, Reader } from '../directory/directory.js';
import { Problem } from '../problems.js';

/** Where to look, for whom, and when. */
export type Looking = Scope & { readonly now: Instant };

const DAY = 24 * 60 * 60 * 1000;

/** On which day it is a moment, in milliseconds since the epoch, by a zone's calendar. */
export const dayAt = (moment: number, zone: string): CalendarDay =>
  new Date(moment + offsetAt(moment, zone)).toISOString().slice(0, 10);

/** Refuses who may not read about a subject: patients by their subjects, staff by their practice's patients. */
export function requirePatient({ isStaff, subjects, record }: Reader, subject: string): void {
  const known: readonly { id: string }[] = isStaff ? record.entry.patients : subjects;
  if (!known.some(({ id }) => id === subject)) throw new Problem('not-found');
}

/** Refuses who is not of the patients' side. */
export function requirePatientsSide({ isStaff }: Reader): void {
  if (isStaff) throw new Problem('forbidden');
}

/** Refuses who is not of the practice. */
export function requireStaff({ isStaff }: Reader): void {
  if (!isStaff) throw new Problem('forbidden');
}

/** A service of the practice. */
export function serviceNamed({ entry }: PracticeRecord, id: string): OfferedService {
  const service = entry.services.find((one) => one.id === id);
  if (!service) throw new Problem('not-found');
  return service;
}

/** A service that a subject may have; any other is `not-found`. */
export function serviceFor({ reader, now }: Pick<Looking, 'reader' | 'now'>, id: string, subject: string): OfferedService {
  const service = serviceNamed(reader.record, id);
  if (!isFor(service, reader.record, subject, now)) throw new Problem('not-found');
  return service;
}

/** Whether somebody may have a service. Nobody without an account: nobody has checked who they are. */
function isFor({ under }: OfferedService, { entry, practice }: PracticeRecord, subject: string, now: Instant): boolean {
  const patient = entry.patients.find(({ id }) => id === subject);
  if (!patient || under === undefined) return patient !== undefined;
  const [year, rest] = [Number(patient.birthDate.slice(0, 4)), patient.birthDate.slice(4)];
  return dayAt(Date.parse(now), practice.zone) < `${year + under}${rest}`;
}

/** What a subject's visits can be for, in the order of the practice's file. */
export async function listServices(looking: Looking, subject: string): Promise<{ items: Service[] }> {
  const { database, directory, reader, now } = looking;
  requirePatient(reader, subject);
  const { record } = reader;
  const wanted = await database.selectFrom('wanted_visit').selectAll().where('subject', '=', subject).execute();
  const items = record.entry.services
    .filter((service) => isFor(service, record, subject, now))
    .map(({ under: _under, request, cancelBefore: _cancelBefore, videoUrl: _videoUrl, practitioners, places, ...told }) => {
      const want = wanted.find(({ service }) => service === told.id);
      return {
        ...told,
        practitioners: practitioners.map((id) => directory.person(id)),
        places: places.map((id) => record.entry.places.find((place) => place.id === id)!),
        request: request && limitsNow(request, record, now),
        wanted: want && { by: want.by_day, asker: directory.person(want.asker) },
      };
    });
  return { items };
}

/** Within how many business days the practice answers who asks for a time. */
export const ANSWER_DAYS = 1;

/** What can be wished for today. */
export function limitsNow(
  { fromDays, toDays, ...limits }: NonNullable<OfferedService['request']>,
  { practice }: PracticeRecord,
  now: Instant,
): RequestLimits {
  const today = Date.parse(`${dayAt(Date.parse(now), practice.zone)}T00:00:00Z`);
  const [from, to] = [fromDays, toDays].map((days) => new Date(today + days * DAY).toISOString().slice(0, 10)) as [string, string];
  return { ...limits, answerDays: ANSWER_DAYS, from, to, closed: practice.holidays.filter((day) => day >= from && day <= to) };
}
