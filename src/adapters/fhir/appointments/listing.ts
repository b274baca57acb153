import type { CallOptions } from '../../../adapter/call-options.js';
import type { AppointmentsPort } from '../../../adapter/ports/appointments.js';
import type { Appointment } from '../../../model/appointment.js';
import type { AppointmentId, OfferId } from '../../../model/appointment-id.js';
import type { Page } from '../../../model/page.js';
import { wrongAt } from '../../shared/written-text.js';
import { type FhirContext, patientsIn } from '../fhir-context.js';
import type { Resource } from '../json.js';
import { allOf, onlyOnce } from '../paging.js';
import { checkReads } from '../result-access.js';
import { unlessRefused } from '../result-members.js';
import { type Part } from '../result-parts.js';
import { coded, extensionOf, idIn, referenceIn } from '../terms.js';
import { actorsOf, appointmentOf, type Beside, patientOf } from './appointment.js';
import { movesIn, offerState } from './offer-task.js';
import { checkSubject, missing, readOne, type VisitContext } from './visit-context.js';
import { isHold, textOf } from './visit-terms.js';

const PAGE = 20;

/** A page of somebody's appointments. They are few: all are read, and put into our order. */
export async function listAppointments(
  context: VisitContext,
  { subject, when, after }: Parameters<AppointmentsPort['listAppointments']>[0],
  given: CallOptions,
): Promise<Page<Appointment>> {
  await checkSubject(context, subject, given);
  const patient = `Appointment?patient=${encodeURIComponent(subject)}`;
  const yesterday = encodeURIComponent(new Date(context.http.now() - 86_400_000).toISOString());
  const paths = when === 'coming' ? [`${patient}&status=proposed,pending,waitlist`, `${patient}&date=ge${yesterday}`] : [patient];
  const found = await Promise.all(paths.map((path) => allOf(context.http, `${path}&_count=100`, given)));
  const all = await tell(context, onlyOnce(found.flatMap(({ matches }) => matches)), given);
  const isOpen = ({ status }: Appointment): boolean => status === 'requested' || status === 'waiting';
  // A booked one whose time cannot be read is no more to come than it is past: it stands where nothing is counted down.
  const isComing = (one: Appointment): boolean => isOpen(one) || (one.status === 'booked' && one.starts !== undefined);
  const order = ({ appointment, resource }: Told): number =>
    isOpen(appointment) ? madeAt(resource) : Date.parse(appointment.starts ?? '') || madeAt(resource);
  const rows = all
    .filter(({ appointment, resource }) => isComing(appointment) === (when === 'coming') && patientOf(resource) === subject)
    .sort((one, other) => {
      const first = Number(isOpen(other.appointment)) - Number(isOpen(one.appointment));
      const later = order(one) - order(other) || (one.appointment.id < other.appointment.id ? -1 : 1);
      return when === 'coming' ? first || later : -later;
    });
  return pageFrom(rows.map(({ appointment }) => appointment), after);
}

/** A page of a list that is there whole. Its bookmark is the last that was told; if that has gone, what was before it. */
export function pageFrom<T extends { readonly id: string }>(all: readonly T[], after: string | undefined): Page<T> {
  const [id, number] = after?.split(' ') ?? [];
  if (after !== undefined && !/^\S+ \d+$/.test(after)) throw wrongAt('after');
  const there = all.findIndex((each) => each.id === id) + 1;
  const start = after === undefined ? 0 : there || Number(number);
  const items = all.slice(start, start + PAGE);
  return { items, next: start + PAGE < all.length ? `${items.at(-1)!.id} ${start + PAGE}` : undefined };
}

interface Told {
  readonly appointment: Appointment;
  readonly resource: Part;
}

/** When an appointment was made, or last written where that is not said. */
export const madeAt = (resource: Part): number =>
  Date.parse(textOf(resource.created) ?? '') || Date.parse(textOf((resource.meta as Part | undefined)?.lastUpdated) ?? '') || 0;

/** Appointments with all that is told of them. Holds are none, and neither are those that lost their slot. */
export async function tell(context: VisitContext, found: readonly Resource[], given: CallOptions): Promise<Told[]> {
  const resources = found.filter((resource) => !extensionOf(resource, 'lost') && !isHold(resource));
  if (resources.length === 0) return [];
  const [catalogue, besides] = await Promise.all([
    context.catalogue(given),
    besidesOf(context, resources, given),
    context.directory.learn(resources.flatMap(actorsOf), given),
  ]);
  return resources.flatMap((resource) => {
    const appointment = appointmentOf(context, resource, catalogue, besides.get(String(resource.id)));
    return appointment ? { appointment, resource } : [];
  });
}

/** One appointment. */
export async function readAppointment(context: VisitContext, id: AppointmentId, given: CallOptions): Promise<Appointment> {
  const resource = await readResource(context, id, given);
  const [told] = await tell(context, [resource], given);
  if (!told) throw missing('appointment');
  return told.appointment;
}

/** One appointment as the server has it, once it is the reader's to read. */
export async function readResource(context: VisitContext, id: string, given: CallOptions): Promise<Resource> {
  const resource = await readOne(context, 'Appointment', id, given);
  checkReads(context, patientOf(resource) ?? '');
  return resource;
}

/** What is kept beside appointments: offers that are open, and what to do after those that are past. */
async function besidesOf(context: VisitContext, resources: readonly Resource[], given: CallOptions): Promise<ReadonlyMap<string, Beside>> {
  const live = resources.filter(({ status }) => /^(proposed|pending|waitlist|booked)$/.test(String(status)));
  const past = resources.filter(({ status }) => /^(fulfilled|arrived|checked-in|booked)$/.test(String(status))).map(({ id }) => String(id));
  const [offers, instructions] = await Promise.all([offersFor(context, live, given), instructionsFor(context, past, given)]);
  return new Map(resources.map(({ id }) => [String(id), { offer: offers.get(String(id)), instructions: instructions.get(String(id)) }]));
}

async function offersFor(context: VisitContext, live: readonly Part[], given: CallOptions): Promise<ReadonlyMap<string, OfferId>> {
  const { http, capabilities } = context;
  if (live.length === 0 || capabilities.lack('Task.search-type')) return new Map();
  const patients = context.isStaff ? `&patient=${[...new Set(live.flatMap((each) => patientOf(each)?.slice(8) ?? []))].join(',')}` : patientsIn(context);
  const path = `Task?code=${coded('task', 'slot-offer')}&status=requested${patients}&_count=100`;
  const tasks = (await unlessRefused(allOf(http, path, given)))?.matches ?? [];
  const open = tasks.filter((task) => offerState(task, http.now()) === 'open');
  return new Map(open.flatMap((task): [string, OfferId][] => {
    const moves = movesIn(task);
    return moves ? [[moves, String(task.id) as OfferId]] : [];
  }));
}

/** What was planned at the visits that appointments became: a CarePlan of their Encounter says it in words. */
async function instructionsFor({ http, capabilities }: FhirContext, ids: readonly string[], given: CallOptions): Promise<ReadonlyMap<string, string>> {
  const told = new Map<string, string>();
  if (ids.length === 0 || capabilities.lack('Encounter.search-type', 'CarePlan.search-type')) return told;
  const among = ids.slice(0, 100).map((id) => `Appointment/${id}`).join(',');
  const visits = (await unlessRefused(allOf(http, `Encounter?appointment=${among}&_count=100`, given)))?.matches ?? [];
  if (visits.length === 0) return told;
  const plans = await unlessRefused(allOf(http, `CarePlan?encounter=${visits.map(({ id }) => `Encounter/${String(id)}`).join(',')}&_count=100`, given));
  for (const { encounter, description, status } of plans?.matches ?? []) {
    const visit = visits.find(({ id }) => idIn(encounter, 'Encounter') === id);
    const words = textOf(description);
    if (!words || status === 'entered-in-error') continue;
    for (const each of [visit?.appointment].flat()) {
      const id = referenceIn(each)?.split('/')[1];
      if (id && ids.includes(id)) told.set(id, words);
    }
  }
  return told;
}
