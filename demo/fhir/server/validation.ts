import type { Resource } from '@medplum/fhirtypes';
import { badRequest, OperationOutcomeError, validateResource } from './engine.js';

/** The codes of `status` that R4 requires. The engine knows the shape of a resource, but not its codes. */
const STATUSES: Readonly<Record<string, string>> = {
  Appointment:
    'proposed pending booked arrived fulfilled cancelled noshow entered-in-error checked-in waitlist',
  CarePlan: 'draft active on-hold revoked completed entered-in-error unknown',
  CareTeam: 'proposed active suspended inactive entered-in-error',
  Communication: 'preparation in-progress not-done on-hold stopped completed entered-in-error unknown',
  Consent: 'draft proposed active rejected inactive entered-in-error',
  DiagnosticReport: 'registered partial preliminary final amended corrected appended cancelled entered-in-error unknown',
  DocumentReference: 'current superseded entered-in-error',
  MedicationRequest: 'active on-hold cancelled completed entered-in-error stopped draft unknown',
  Observation: 'registered preliminary final amended corrected cancelled entered-in-error unknown',
  Slot: 'busy free busy-unavailable busy-tentative entered-in-error',
  Task:
    'draft requested received accepted rejected ready cancelled in-progress on-hold failed completed entered-in-error',
};

const INTENTS = 'unknown proposal plan order original-order reflex-order filler-order instance-order option';

/** Refuses what R4 does not allow: what is missing, unknown, of the wrong type, or a code outside a required list. */
export function checkResource(resource: Resource): void {
  validateResource(resource);
  const { resourceType: type } = resource;
  checkCode(resource, 'status', STATUSES[type]);
  if (type === 'Task') checkCode(resource, 'intent', INTENTS);
  if (type === 'Communication' || type === 'Task') checkCode(resource, 'priority', 'routine urgent asap stat');
}

function checkCode(resource: Resource, element: string, codes: string | undefined): void {
  const value = (resource as unknown as Record<string, unknown>)[element];
  if (codes === undefined || value === undefined) return;
  if (typeof value === 'string' && codes.split(' ').includes(value)) return;
  const path = `${resource.resourceType}.${element}`;
  throw new OperationOutcomeError(badRequest(`The value is not in the required list of ${path}`, path));
}
