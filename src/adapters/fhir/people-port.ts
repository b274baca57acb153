import type { CallOptions } from '../../adapter/call-options.js';
import { AdapterError } from '../../adapter/errors.js';
import type { PersonId } from '../../model/id.js';
import type { Page } from '../../model/page.js';
import type { Person } from '../../model/person.js';
import type { FhirContext } from './fhir-context.js';
import { at, listAt } from './json.js';
import { allOf } from './paging.js';
import { referenceIn } from './terms.js';

/** The people who look after a subject, as their care teams have it. */
export async function listCareTeam(context: FhirContext, subject: PersonId, given: CallOptions): Promise<Page<Person>> {
  const { http, isStaff, subjects } = context;
  given.signal.throwIfAborted();
  if (!isStaff && !subjects.some(({ id }) => id === subject)) throw new AdapterError('not-found', 'not somebody you ask about');
  const path = `CareTeam?patient=${subject.replace('Patient/', '')}&status=active&_include=CareTeam:participant`;
  const { matches, included } = await allOf(http, path, given);
  context.directory.take(included);
  return staffIn(context, matches.flatMap((team) => listAt(team, 'participant')).map((each) => at(each, 'member')), given);
}

/** Those who work at the practice, and whom a thread can be handed to. */
export async function listStaff(context: FhirContext, given: CallOptions): Promise<Page<Person>> {
  const path = `PractitionerRole?_count=100&_include=PractitionerRole:practitioner&_include=PractitionerRole:organization`;
  const { matches, included } = await allOf(context.http, path, given);
  context.directory.take([...matches, ...included]);
  const active = matches.filter(({ active: isActive }) => isActive !== false);
  return staffIn(context, active.map(({ practitioner }) => practitioner), given, context.practice.id);
}

async function staffIn({ directory }: FhirContext, members: readonly unknown[], given: CallOptions, practice?: string): Promise<Page<Person>> {
  await directory.learn(members, given);
  const people = members.filter((member) => /^Practitioner/.test(referenceIn(member) ?? '')).flatMap((member) => directory.person(member) ?? []);
  const items = [...new Map(people.map((person) => [person.id, person])).values()];
  return { items: practice === undefined ? items : items.filter((person) => person.practice?.id === practice) };
}
