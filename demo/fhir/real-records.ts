import { readFile } from 'node:fs/promises';
import type { Person, PractitionerRole, RelatedPerson, Resource, ServiceRequest } from '@medplum/fhirtypes';
import type { Login } from './smart/logins.js';

const FILES = ['us-core.json', 'liz-conn.json', 'enda-schaefer.json'];

/** What patients are called here, so that it can be read who is meant. Everything else keeps its id. */
const IDS: Readonly<Record<string, string>> = {
  'Patient/example': 'Patient/amy-shaw',
  'Patient/ee9f8dd8-72d2-4769-8020-89e504b1504b': 'Patient/liz-conn',
  'Patient/d070e7dd-4d25-4c52-9fb2-78d232e1cf2c': 'Patient/enda-schaefer',
};

/** Those of the published records who can sign in. */
export const REAL_LOGINS: readonly Login[] = [
  { name: 'Amy Shaw', title: 'patient, US Core', user: 'Patient/amy-shaw' },
  { name: 'Liz Conn', title: 'patient, Synthea', user: 'Patient/liz-conn' },
  { name: 'Dr Ronald Bone', title: 'cardiologist, US Core', user: 'Practitioner/practitioner-1' },
  { name: 'Sarah van Putten', title: 'Amy Shaw’s niece', user: 'RelatedPerson/shaw-niece', patient: 'amy-shaw' },
];

/** The published records of `data/`, with references that lead from one to the other. */
export async function realRecords(): Promise<Resource[]> {
  const texts = await Promise.all(FILES.map((file) => readFile(new URL(`data/${file}`, import.meta.url), 'utf8')));
  const resources = texts.flatMap((text) => JSON.parse(text) as Resource[]);
  const names = new Map(
    resources.flatMap(({ resourceType, id }) => {
      const own = `${resourceType}/${id}`;
      const name = IDS[own] ?? own;
      // Bundles that were made to be loaded refer to what they bring by a placeholder.
      return [[own, name] as const, [`urn:uuid:${id}`, name] as const];
    }),
  );
  return [...resources.map((resource) => ordered(renamed(resource, names))), ...OUR_OWN];
}

const mother: RelatedPerson = {
  resourceType: 'RelatedPerson',
  id: 'liz-conn-for-enda-schaefer',
  active: true,
  patient: { reference: 'Patient/enda-schaefer' },
  relationship: [{ coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-RoleCode', code: 'PRN' }], text: 'parent' }],
  name: [{ family: 'Conn', given: ['Liz'] }],
};

const person: Person = {
  resourceType: 'Person',
  id: 'liz-conn',
  active: true,
  link: [{ target: { reference: 'Patient/liz-conn' } }, { target: { reference: `RelatedPerson/${mother.id}` } }],
};

/** That somebody who looks after Amy Shaw works at the demo's practice, so that they can be written to. */
const roleOf = (practitioner: string, title: string): PractitionerRole => ({
  resourceType: 'PractitionerRole',
  id: `${practitioner}-role`,
  active: true,
  practitioner: { reference: `Practitioner/${practitioner}` },
  organization: { reference: 'Organization/alder-street', display: 'Alder Street Family Practice' },
  code: [{ coding: [{ system: 'http://terminology.hl7.org/CodeSystem/practitioner-role', code: 'doctor' }], text: title }],
});

/** Who ordered Amy Shaw's X-ray, so that they can be asked about it: its report only says who has read it. */
const order: ServiceRequest = {
  resourceType: 'ServiceRequest',
  id: 'chest-xray-order',
  status: 'completed',
  intent: 'order',
  code: { text: 'Portable XR Chest Views' },
  subject: { reference: 'Patient/amy-shaw' },
  requester: { reference: 'Practitioner/practitioner-1', display: 'Dr Ronald Bone' },
};

const ordered = (resource: Resource): Resource =>
  resource.resourceType === 'DiagnosticReport' && resource.id === 'chest-xray-report'
    ? { ...resource, basedOn: [{ reference: `ServiceRequest/${order.id}` }] }
    : resource;

/** What the published records do not say, and the demo needs. */
const OUR_OWN: readonly Resource[] = [
  mother,
  person,
  order,
  roleOf('practitioner-1', 'cardiologist'),
  roleOf('practitioner-2', 'family physician'),
];

function renamed(resource: Resource, names: ReadonlyMap<string, string>): Resource {
  const [, id] = names.get(`${resource.resourceType}/${resource.id}`)!.split('/');
  return { ...(withReferences(resource, names) as Resource), id };
}

function withReferences(value: unknown, names: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(value)) return value.map((one) => withReferences(one, names));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [
      key,
      key === 'reference' && typeof one === 'string' ? (names.get(one) ?? one) : withReferences(one, names),
    ]),
  );
}
