import type { CapabilityStatement, CapabilityStatementRestResource } from '@medplum/fhirtypes';
import type { Booking } from './booking-access.js';
import { globalSchema } from './engine.js';

const INTERACTIONS = [
  'read',
  'vread',
  'update',
  'patch',
  'delete',
  'history-instance',
  'create',
  'search-type',
] as const;

/** What a search for a type can bring along of what refers to it: `Task:focus`. */
const REVERSE = new Map([['Communication', ['Task:focus']]]);

/** What books, where the server does that itself: the operations of the IHE's scheduling. */
const OPERATIONS = ['book', 'hold'].map((name) => ({
  name,
  definition: `https://profiles.ihe.net/ITI/Scheduling/OperationDefinition/appointment-${name}`,
}));

/** What binds a websocket to a subscription. */
const BINDING = {
  name: 'get-ws-binding-token',
  definition: 'http://hl7.org/fhir/uv/subscriptions-backport/OperationDefinition/backport-subscription-get-ws-binding-token',
};

/**
 * What this server can do, as `/metadata` says it.
 *
 * @param baseUrl - Where it listens, with no trailing slash.
 * @param booking - How much of booking it leaves to whoever asks.
 */
export function capabilitiesOf(baseUrl: string, booking?: Booking): CapabilityStatement {
  return {
    resourceType: 'CapabilityStatement',
    status: 'active',
    date: '2026-11-23',
    kind: 'instance',
    fhirVersion: '4.0.1',
    format: ['json'],
    software: { name: 'Carethread demo on @medplum/fhir-router' },
    implementation: { description: 'A strict FHIR R4 server for demos and tests', url: baseUrl },
    rest: [
      {
        mode: 'server',
        security: {
          cors: true,
          service: [{ coding: [{ system: 'http://hl7.org/fhir/restful-security-service', code: 'SMART-on-FHIR' }] }],
          extension: [
            {
              url: 'http://fhir-registry.smarthealthit.org/StructureDefinition/oauth-uris',
              extension: [
                { url: 'authorize', valueUri: `${baseUrl}/authorize` },
                { url: 'token', valueUri: `${baseUrl}/token` },
              ],
            },
          ],
        },
        interaction: [{ code: 'transaction' }, { code: 'batch' }],
        resource: Object.keys(globalSchema.types).flatMap((type) => resourceOf(type, booking === 'operation')),
      },
    ],
  };
}

function resourceOf(type: string, hasOperations: boolean): CapabilityStatementRestResource[] {
  const parameters = Object.values(globalSchema.types[type]?.searchParams ?? {});
  if (parameters.length === 0) return [];
  return [
    {
      type: type as CapabilityStatementRestResource['type'],
      versioning: 'versioned-update',
      conditionalCreate: true,
      conditionalUpdate: true,
      readHistory: true,
      interaction: INTERACTIONS.map((code) => ({ code })),
      ...(type === 'Subscription' && { operation: [BINDING] }),
      searchInclude: parameters.filter((one) => one.type === 'reference').map(({ code }) => `${type}:${code}`),
      ...(hasOperations && type === 'Appointment' && { operation: OPERATIONS }),
      searchRevInclude: REVERSE.get(type) ?? [],
      searchParam: parameters.map(({ code, type: kind }) => ({ name: code, type: kind })),
    },
  ];
}
