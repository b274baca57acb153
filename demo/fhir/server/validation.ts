import type { Resource, Subscription } from '@medplum/fhirtypes';
import { badRequest, globalSchema, OperationOutcomeError, pathOf, validateResource } from './engine.js';

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
  Subscription: 'requested active error off',
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
  if (resource.resourceType === 'Subscription') checkSubscription(resource);
  if (type === 'Communication' || type === 'Task') checkCode(resource, 'priority', 'routine urgent asap stat');
}

/** This server calls nobody: whoever subscribes opens the line. And what it cannot look for, it does not promise to. */
function checkSubscription({ channel, criteria }: Subscription): void {
  const refuse = (why: string, path: string): never => {
    throw new OperationOutcomeError(badRequest(why, `Subscription.${path}`));
  };
  if (channel.type !== 'websocket') refuse('Only over a websocket', 'channel.type');
  const [type, query] = criteria.split('?');
  const unknown = [...new URLSearchParams(query).keys()].some((parameter) => pathOf(type!, parameter) === undefined);
  if (unknown || !globalSchema.types[type!]) refuse('The criteria are no search of this server', 'criteria');
}

function checkCode(resource: Resource, element: string, codes: string | undefined): void {
  const value = (resource as unknown as Record<string, unknown>)[element];
  if (codes === undefined || value === undefined) return;
  if (typeof value === 'string' && codes.split(' ').includes(value)) return;
  const path = `${resource.resourceType}.${element}`;
  throw new OperationOutcomeError(badRequest(`The value is not in the required list of ${path}`, path));
}
