import type { Appointment, TimeWish } from '../../../model/appointment.js';
import type { AppointmentId, OfferId } from '../../../model/appointment-id.js';
import type { Instant } from '../../../model/instant.js';
import { dayIn, wallMillis } from '../../../model/zoned-time.js';
import { codesOf, instantOf, lookUp, type Part, partOf, partsOf, present } from '../result-parts.js';
import { extensionOf, isId, KEYS, OURS, referenceIn, versionOf } from '../terms.js';
import type { Catalogue, Offering } from './catalogue.js';
import { namedPerson } from './named-person.js';
import { labelIn } from './service.js';
import { visitLack } from './strategy.js';
import type { VisitContext } from './visit-context.js';
import { countIn, kindIn, labelOf, referencesTo, textOf, typesIn } from './visit-terms.js';

const STATUSES: Readonly<Record<string, Appointment['status']>> = {
  proposed: 'requested',
  pending: 'requested',
  waitlist: 'waiting',
  booked: 'booked',
  arrived: 'booked',
  'checked-in': 'booked',
  fulfilled: 'done',
  noshow: 'missed',
  cancelled: 'cancelled',
  'entered-in-error': 'withdrawn',
};
/** Why an appointment was cancelled: a system of ours. */
export const CANCELLATION = `${OURS}cancellation`;

/** What is known of an appointment that it does not say itself. */
export interface Beside {
  /** An offer of times for it, that is open. */
  readonly offer?: OfferId | undefined;
  readonly instructions?: string | undefined;
}

/** Whose an appointment is: a reference to one patient. Undefined: it cannot be told. */
export function patientOf({ participant }: Part): string | undefined {
  const patients = referencesTo(/^Patient\//, partsOf(participant).map(({ actor }) => actor));
  return new Set(patients).size === 1 ? patients[0] : undefined;
}

/** All who take part in an appointment, as references with names. */
export const actorsOf = ({ participant }: Part): Part[] => partsOf(participant).map(({ actor }) => partOf(actor));

/** What an appointment is for, as the practice offers it: what it names, or the only service with one of its codes. */
export function offeringIn(resource: Part, { offerings }: Pick<Catalogue, 'offerings'>): Offering | undefined {
  const named = referencesTo(/^HealthcareService\//, actorsOf(resource)).map((reference) => offerings.get(reference.split('/')[1]!));
  if (named[0]) return named[0];
  const types = typesIn(resource.serviceType);
  const fitting = [...offerings.values()].filter((offering) => offering.types.some((type) => types.includes(type)));
  return fitting.length === 1 ? fitting[0] : undefined;
}

/** What the patient wants to talk about. A comment is theirs only where they have booked: staff write there as well. */
export function topicIn(resource: Part): string | undefined {
  const isOurs = partsOf(resource.identifier).some(({ system }) => system === KEYS);
  return extensionOf(resource, 'topic') ?? (isOurs ? textOf(resource.comment) : undefined);
}

/** What a server's word for the state of an appointment means by now. */
export function statusOf(resource: Part, now: number): Appointment['status'] {
  const status = lookUp(STATUSES, resource.status) ?? 'other';
  if (status === 'cancelled' && codesOf(resource.cancelationReason, CANCELLATION).includes('declined')) return 'declined';
  const end = instantOf(resource.end) ?? instantOf(resource.start);
  return status === 'booked' && end && Date.parse(end) < now ? 'done' : status;
}

/** An Appointment as it is told. None where it is not one patient's, or has no id. */
export function appointmentOf(context: VisitContext, resource: Part, catalogue: Catalogue, beside: Beside = {}): Appointment | undefined {
  const { practice, directory, http } = context;
  const subject = directory.person(actorsOf(resource).find((actor) => /^Patient\//.test(referenceIn(actor) ?? '')));
  if (!patientOf(resource) || !subject || typeof resource.id !== 'string' || !isId(resource.id)) return undefined;
  const offering = offeringIn(resource, catalogue);
  const actors = actorsOf(resource);
  const practitioner = namedPerson(context, actors.find((actor) => /^Practitioner(Role)?\//.test(referenceIn(actor) ?? '')));
  const [location] = actors.filter((actor) => /^Location\//.test(referenceIn(actor) ?? ''));
  const place = catalogue.places.get(referenceIn(location) ?? '');
  const status = statusOf(resource, http.now());
  const isTimed = status !== 'requested' && status !== 'waiting';
  const starts = isTimed ? instantOf(resource.start) : undefined;
  const isAhead = (status === 'booked' && isBefore(http.now(), starts, offering)) || status === 'requested' || status === 'waiting';
  const may = (method: string): boolean => !visitLack({ ...context, isStaff: false }, 'appointments', method);
  const { cancelationReason } = resource;
  const isByPatient = codesOf(cancelationReason, CANCELLATION).some((code) => code !== 'declined');
  return present({
    id: resource.id as AppointmentId,
    version: versionOf(resource),
    practice: { id: practice.id, name: practice.name },
    subject,
    status,
    service: offering?.id,
    label: (offering && labelIn(offering.resource)) ?? labelOf([resource.serviceType].flat()[0]) ?? textOf(resource.description) ?? '',
    starts,
    ends: isTimed ? instantOf(resource.end) : undefined,
    kind: kindIn(resource.appointmentType, resource.serviceCategory) ?? (place ? 'in-person' : undefined),
    practitioner,
    place,
    videoUrl: safeVideo(extensionOf(resource, 'video-url')),
    preparation: textOf(resource.patientInstruction) ?? (offering && extensionOf(offering.resource, 'preparation')),
    topic: topicIn(resource),
    wishes: isTimed ? [] : partsOf(resource.requestedPeriod).flatMap((period) => wishOf(period, practice.zone)),
    answerBy: status === 'requested' ? instantOf(extensionOf(resource, 'answer-by')) : undefined,
    waits: false,
    offer: beside.offer,
    canMove: isAhead && status === 'booked' && (may('book') || may('request')),
    canCancel: isAhead && may('cancel'),
    note: isByPatient ? undefined : labelOf(cancelationReason),
    instructions: beside.instructions,
    movedTo: extensionOf(resource, 'moved-to')?.replace(/^Appointment\//, '') as AppointmentId | undefined,
  });
}

/** Whether it is still early enough to give a time back. */
function isBefore(now: number, starts: Instant | undefined, offering: Offering | undefined): boolean {
  const hours = (offering && countIn(offering.resource, 'cancel-hours')) ?? 0;
  return starts !== undefined && Date.parse(starts) - hours * 3_600_000 > now;
}

const safeVideo = (url: string | undefined): string | undefined => (url && /^https:\/\//i.test(url) && URL.canParse(url) ? url : undefined);

/** A period as a day and halves of it. What is longer than a day is no such wish. */
function wishOf({ start, end }: Part, zone: string): TimeWish[] {
  const [from, to] = [instantOf(start), instantOf(end)].map((time) => Date.parse(time ?? ''));
  if (!(from! < to!) || to! - from! > 90_000_000) return [];
  const day = dayIn(zone, from!);
  if (dayIn(zone, to! - 1) !== day) return [];
  const noon = Date.parse(`${day}T12:00:00Z`);
  const [begins, stops] = [wallMillis(from!, zone), wallMillis(to! - 1, zone)];
  return [...(begins < noon ? [{ day, half: 'morning' as const }] : []), ...(stops >= noon ? [{ day, half: 'afternoon' as const }] : [])];
}
