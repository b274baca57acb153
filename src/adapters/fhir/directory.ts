import type { CallOptions } from '../../adapter/call-options.js';
import { AdapterError } from '../../adapter/errors.js';
import type { PersonId, PracticeId } from '../../model/id.js';
import type { Person } from '../../model/person.js';
import { searches } from './bundle.js';
import type { FhirHttp } from './fhir-http.js';
import { codeIn, listAt, type Resource, textAt, wordsOf } from './json.js';
import { referenceIn } from './terms.js';

/** Who is meant by a reference. Learned once for a session: names seldom change. */
export interface Directory {
  /** Looks up all who are named in these resources or references and not known yet. */
  learn(named: readonly unknown[], given: CallOptions): Promise<void>;
  /** Somebody, as far as the server tells: at least by the name that stands beside the reference. */
  person(reference: unknown): Person | undefined;
  /** Takes in what was found on another way. */
  take(found: readonly Resource[]): void;
}

const PEOPLE = /^(Patient|Practitioner|PractitionerRole|RelatedPerson|Organization)\//;
const NAMED = ['sender', 'subject', 'for', 'owner', 'requester', 'author', 'reference'];
const PRACTITIONER_ROLES = 'http://terminology.hl7.org/CodeSystem/practitioner-role';

export function createDirectory(http: FhirHttp, inBatch: boolean, known: readonly Person[] = []): Directory {
  const resources = new Map<string, Resource>();
  const roles = new Map<string, Resource>();
  const asked = new Set<string>();
  const told = new Map<string, Person>(known.map((person) => [person.id, person]));

  function take(found: readonly Resource[]): void {
    for (const resource of found) {
      resources.set(`${resource.resourceType}/${String(resource.id)}`, resource);
      const practitioner = referenceIn(resource.practitioner);
      if (practitioner && resource.active !== false) roles.set(practitioner, resource);
    }
  }

  return {
    take,
    async learn(named, given) {
      const wanted = named.flatMap(referencesIn).filter((reference) => PEOPLE.test(reference) && !asked.has(reference));
      const isKnown = (reference: string): boolean =>
        resources.has(reference) && (!reference.startsWith('Practitioner/') || roles.has(reference));
      const unknown = [...new Set(wanted)].filter((reference) => !isKnown(reference));
      if (unknown.length === 0) return;
      const answers = await searches(http, lookUps(unknown), given, inBatch);
      for (const found of answers) {
        if (!(found instanceof AdapterError)) take([...found.matches, ...found.included]);
        // Who may not be looked up has at least the name in the reference. Who could not be, is looked up again.
        else if (found.retryable || found.code === 'auth-required') throw found;
      }
      for (const reference of unknown) asked.add(reference);
    },
    person(value) {
      const reference = referenceIn(value);
      const name = textAt(value, 'display');
      if (reference === undefined) return name === undefined ? undefined : { id: name.slice(0, 200) as PersonId, name, kind: 'other' };
      const role = reference.startsWith('PractitionerRole/') ? resources.get(reference) : roles.get(reference);
      const person = resources.get(referenceIn(role?.practitioner) ?? reference);
      const organization = resources.get(referenceIn(role?.organization) ?? '');
      return { ...personOf(reference, person ?? role, name), ...roleOf(role, organization), ...told.get(reference) };
    },
  };
}

/** Everything in a resource that refers to somebody. */
function referencesIn(value: unknown): string[] {
  const parts = NAMED.map((name) => (value as Readonly<Record<string, unknown>> | undefined)?.[name]);
  return [value, ...parts, ...listAt(value, 'recipient')].flatMap((part) => referenceIn(part) ?? []);
}

/** One search for each type; of practitioners also in what role, and for whom. */
function lookUps(references: readonly string[]): string[] {
  const types = new Set(references.map((reference) => reference.split('/')[0]!));
  return [...types].flatMap((type) => {
    const of = references.filter((reference) => reference.startsWith(`${type}/`));
    const ids = of.map((reference) => reference.split('/')[1]!).join(',');
    const count = `_count=${of.length}`;
    if (type === 'PractitionerRole') {
      return [`${type}?_id=${ids}&${count}&_include=${type}:practitioner&_include=${type}:organization`];
    }
    const plain = `${type}?_id=${ids}&${count}`;
    if (type !== 'Practitioner') return [plain];
    return [plain, `PractitionerRole?practitioner=${of.join(',')}&_count=${of.length * 3}&_include=PractitionerRole:organization`];
  });
}

function personOf(reference: string, resource: Resource | undefined, display: string | undefined): Person {
  const name = humanName(resource) ?? display ?? textAt(resource, 'name') ?? '';
  const type = reference.split('/')[0]!;
  const kind = type === 'Device' ? 'software' : type === 'Patient' || type === 'RelatedPerson' ? 'patient' : 'staff';
  return { id: reference as PersonId, name, kind };
}

/** What somebody's role says of them: what they do, in words and for rules, and for which practice. */
function roleOf(role: Resource | undefined, organization: Resource | undefined): Partial<Person> {
  if (!role) return {};
  const title = [...listAt(role, 'code'), ...listAt(role, 'specialty')].map(wordsOf).find(Boolean);
  const code = codeIn(role.code, PRACTITIONER_ROLES);
  const id = referenceIn(role.organization);
  const name = textAt(organization, 'name') ?? textAt(role, 'organization.display');
  return {
    ...(title && { title }),
    ...((code === 'doctor' || code === 'nurse') && { role: code }),
    ...(id && name && { practice: { id: id as PracticeId, name } }),
  };
}

/** A name as its bearer wants to be read, where a resource has one: as it is used, not as it was. */
export function humanName(resource: unknown): string | undefined {
  const names = listAt(resource, 'name').filter((name) => textAt(name, 'use') !== 'old');
  const name = ['usual', 'official'].map((use) => names.find((each) => textAt(each, 'use') === use)).find(Boolean) ?? names[0];
  const parts = [...listAt(name, 'prefix'), ...listAt(name, 'given'), textAt(name, 'family'), ...listAt(name, 'suffix')];
  return textAt(name, 'text') ?? (parts.filter((part) => typeof part === 'string').join(' ') || undefined);
}
