import type { Resource } from '@medplum/fhirtypes';
import { type Booking, mayBook, maySetSlot } from './booking-access.js';
import { evalFhirPath, pathOf } from './engine.js';

/** Who makes a request. */
export interface Actor {
  /** Who is signed in, as a reference: `Patient/sam-okafor`, `Practitioner/grace-lee`. */
  readonly user: string;
  /** References to whoever this is: the user, and what they are to others, as a `RelatedPerson`. */
  readonly selves: ReadonlySet<string>;
  /** Whose records they may read, as references to patients. Undefined for staff, who may read all. */
  readonly patients: ReadonlySet<string> | undefined;
  /** How much of booking is left to patients. */
  readonly booking?: Booking | undefined;
}

/** By which parameters a resource belongs to a patient, as R4's compartment of a patient has it. What is not named here
 * is for staff. */
const COMPARTMENT: Readonly<Record<string, readonly string[]>> = {
  Appointment: ['actor'],
  Basic: ['patient'],
  CarePlan: ['patient'],
  CareTeam: ['patient'],
  Communication: ['subject', 'sender', 'recipient'],
  Condition: ['patient'],
  Consent: ['patient'],
  Coverage: ['patient', 'policy-holder'],
  DiagnosticReport: ['subject'],
  DocumentReference: ['subject'],
  Encounter: ['patient'],
  Goal: ['patient'],
  Immunization: ['patient'],
  MedicationDispense: ['patient'],
  MedicationRequest: ['subject'],
  Observation: ['subject'],
  Person: ['link'],
  Procedure: ['patient'],
  RelatedPerson: ['patient'],
  ServiceRequest: ['subject'],
  Specimen: ['subject'],
  Task: ['patient'],
};

/** What belongs to no patient, and may be read by whoever is signed in. */
const SHARED = new Set(
  'HealthcareService Location Medication Organization Practitioner PractitionerRole Questionnaire Schedule Slot'.split(
    ' ',
  ),
);

/** What a patient may write, where it belongs to whom they act for. The rest of a record is the practice's. */
const PATIENT_WRITES = new Set(['Appointment', 'Basic', 'Communication', 'Consent', 'Subscription', 'Task']);

// Resources are never changed in place, so whose they are is found once for each version.
const owners = new WeakMap<Resource, readonly string[]>();

/** The patients a resource belongs to, as references. */
export function ownersOf(resource: Resource): readonly string[] {
  let found = owners.get(resource);
  if (!found) owners.set(resource, (found = findOwners(resource)));
  return found;
}

/** Whether a request may know that a resource is there. */
export function mayRead({ patients }: Actor, resource: Resource): boolean {
  if (!patients || SHARED.has(resource.resourceType)) return true;
  return ownersOf(resource).some((owner) => patients.has(owner));
}

/**
 * Whether a request may write a resource.
 *
 * @param before - What it was until now. Undefined where it is new.
 */
export function mayWrite(actor: Actor, resource: Resource, before: Resource | undefined): boolean {
  if (!actor.patients) return true;
  if (resource.resourceType === 'Slot') return maySetSlot(actor.booking, resource, before);
  if (!mayBook(actor.booking, resource, before)) return false;
  if (!PATIENT_WRITES.has(resource.resourceType) || !isOwn(actor, resource)) return false;
  return !before || isOwn(actor, before);
}

/** Belongs to nobody but whom the actor acts for, and is said by nobody else. */
function isOwn(actor: Actor, resource: Resource): boolean {
  const about = ownersOf(resource);
  const sender = resource.resourceType === 'Communication' ? resource.sender?.reference : undefined;
  return (
    about.length > 0 &&
    about.every((owner) => actor.patients!.has(owner)) &&
    (sender === undefined || actor.selves.has(sender))
  );
}

function findOwners(resource: Resource): readonly string[] {
  const { resourceType: type, id } = resource;
  if (type === 'Patient') return [`Patient/${id}`];
  // A file belongs to whom it names for that: R4 has no search for it.
  if (type === 'Binary') return [resource.securityContext?.reference ?? ''];
  // Whoever asks to be told of a patient's record needs to be let see it. Of everybody's: staff.
  if (type === 'Subscription') {
    const patients = new URLSearchParams(resource.criteria?.split('?')[1]).get('patient');
    return patients ? patients.split(',').map((each) => `Patient/${each.replace('Patient/', '')}`) : [];
  }
  const references = (COMPARTMENT[type] ?? []).flatMap((parameter) => {
    const path = pathOf(type, parameter);
    return path === undefined ? [] : (evalFhirPath(path, resource) as { readonly reference?: string }[]);
  });
  return references.map(({ reference }) => reference ?? '').filter((reference) => reference.startsWith('Patient/'));
}
