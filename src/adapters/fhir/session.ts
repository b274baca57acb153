import type { CallOptions } from '../../adapter/call-options.js';
import { AdapterError } from '../../adapter/errors.js';
import type { Token } from '../../adapter/token.js';
import { CalendarDay } from '../../model/instant.js';
import type { Person, Subject } from '../../model/person.js';
import type { Directory } from './directory.js';
import type { FhirHttp } from './fhir-http.js';
import { at, isResource, listAt, type Resource, textAt } from './json.js';
import { allOf } from './paging.js';
import { idIn, referenceIn } from './terms.js';

/** Who is signed in, whom they may act for, and the practice that their record or their role names. */
export interface FhirSession {
  readonly me: Person;
  readonly isStaff: boolean;
  readonly subjects: readonly Subject[];
  /** A reference to an Organization. */
  readonly organization: string | undefined;
}

// Mothers, fathers and parents: natural, foster, adoptive, by a second marriage (v3-RoleCode).
const PARENTS = /^((N|STP)?(PRN|MTH|FTH)|(PRN|MTH|FTH)FOST|ADOPT[PMF])$/;

/** Finds out who a token is for. Its user may be a patient, somebody related to one, or a practitioner. */
export async function openSession(http: FhirHttp, directory: Directory, { user, patient }: Token, given: CallOptions): Promise<FhirSession> {
  const reference = referenceIn(user) ?? (patient && referenceIn(`Patient/${patient}`));
  const read = async (path: string): Promise<Resource> => {
    const found = await http.read(path, given, JSON.parse);
    if (!isResource(found)) throw new AdapterError('malformed', `GET ${path.split('/')[0]} is no resource`);
    directory.take([found]);
    return found;
  };
  const [type] = reference?.split('/') ?? [];
  if (!reference || !/^(Patient|RelatedPerson|Practitioner|PractitionerRole)$/.test(type!)) {
    throw new AdapterError('forbidden', 'the token names nobody who writes or reads here');
  }
  const self = await read(reference);
  await directory.learn([reference], given);
  const me = directory.person(type === 'PractitionerRole' ? self.practitioner : reference)!;
  if (type!.startsWith('Practitioner')) return { me, isStaff: true, subjects: [], organization: me.practice?.id };

  const relations = type === 'RelatedPerson' ? [self] : await relationsOf(http, reference, given);
  const patients = relations.map(({ patient: of }) => referenceIn(of));
  await directory.learn(patients, given);
  const born = new Map<string, unknown>();
  for (const each of patients) if (each) born.set(each, (await read(each).catch(unlessHidden))?.birthDate);
  const subjectOf = (person: Person, relationship: Subject['relationship'], birthDate: unknown): Subject => {
    const { data } = CalendarDay.safeParse(birthDate);
    return { ...person, relationship, ...(data && { birthDate: data }) };
  };
  const own = type === 'Patient' ? [subjectOf(me, 'self', self.birthDate)] : [];
  const others = relations.flatMap((relation, place) => {
    const person = directory.person(relation.patient);
    return person ? [subjectOf(person, relationshipOf(relation), born.get(patients[place] ?? ''))] : [];
  });
  const organization = referenceIn(self.managingOrganization);
  return { me, isStaff: false, subjects: [...own, ...others], organization };
}

/** What somebody is to other patients: they are one Person with several records. None where the server has no such. */
async function relationsOf(http: FhirHttp, patient: string, given: CallOptions): Promise<readonly Resource[]> {
  try {
    const { matches } = await allOf(http, `Person?link=${patient}`, given);
    const ids = matches.flatMap((person) => listAt(person, 'link')).flatMap((link) => idIn(at(link, 'target'), 'RelatedPerson') ?? []);
    if (ids.length === 0) return [];
    const found = await allOf(http, `RelatedPerson?_id=${ids.join(',')}`, given);
    return found.matches.filter(({ active }) => active !== false);
  } catch (error) {
    return unlessHidden(error) ?? [];
  }
}

/** What a server does not have, or not for this reader, is not there. */
function unlessHidden(error: unknown): undefined {
  if (error instanceof AdapterError && !error.retryable && error.code !== 'auth-required') return undefined;
  throw error;
}

function relationshipOf({ relationship }: Resource): Subject['relationship'] {
  const codes = [relationship].flat().flatMap((each) => listAt(each, 'coding')).map((coding) => textAt(coding, 'code') ?? '');
  if (codes.some((code) => PARENTS.test(code))) return 'parent';
  if (codes.includes('GUARD')) return 'guardian';
  return codes.includes('CAREGIVER') ? 'carer' : 'other';
}
