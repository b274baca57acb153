import type { CareTeam, HumanName, MedicationRequest, Person, RelatedPerson, Resource } from '@medplum/fhirtypes';
import type { PracticeEntry } from '../server/directory/practice-entry.js';
import type { Login } from './smart/logins.js';

type Staff = PracticeEntry['staff'][number];
type Patient = PracticeEntry['patients'][number];

/** The people of a practice file who can sign in. */
export function loginsOf({ staff, patients }: PracticeEntry): Login[] {
  return [
    ...patients.filter(({ signsIn }) => signsIn).map(({ id, name }) => ({ name, title: 'patient', user: `Patient/${id}` })),
    ...staff.map(({ id, name, title }) => ({ name, title: title ?? 'staff', user: `Practitioner/${id}` })),
  ];
}

/** A practice and its people as FHIR has them: who works there as what, who looks after whom, and who is whose parent. */
export function practiceRecords(entry: PracticeEntry): Resource[] {
  const { id, name, phone, staff, patients } = entry;
  const practice = { reference: `Organization/${id}`, display: name };
  const telecom = phone === undefined ? [] : [{ system: 'phone' as const, value: phone }];
  return [
    { resourceType: 'Organization', id, active: true, name, telecom },
    ...staff.flatMap((one) => staffRecords(one, practice)),
    ...patients.flatMap((one) => patientRecords(one, entry, practice)),
  ];
}

interface Named {
  readonly reference: string;
  readonly display: string;
}

function staffRecords({ id, name, role, title, phone, phoneHours }: Staff, organization: Named): Resource[] {
  const coding = role === 'doctor' || role === 'nurse' ? { coding: [{ system: ROLES, code: role }] } : {};
  return [
    { resourceType: 'Practitioner', id, active: true, name: [humanName(name)] },
    {
      resourceType: 'PractitionerRole',
      id: `${id}-role`,
      active: true,
      practitioner: { reference: `Practitioner/${id}`, display: name },
      organization,
      code: [{ ...coding, text: title }],
      ...(phone !== undefined && { telecom: [{ system: 'phone', value: phone }] }),
      ...(phoneHours !== undefined && { availabilityExceptions: `Answers by phone ${phoneHours}` }),
    },
  ];
}

const ROLES = 'http://terminology.hl7.org/CodeSystem/practitioner-role';

function patientRecords(patient: Patient, { staff, patients }: PracticeEntry, practice: Named): Resource[] {
  const { id, name, birthDate, actsFor, careTeam, medications = [] } = patient;
  const subject = { reference: `Patient/${id}`, display: name };
  const team: CareTeam = {
    resourceType: 'CareTeam',
    id: `${id}-team`,
    status: 'active',
    subject,
    participant: careTeam.map((member) => ({
      member: { reference: `Practitioner/${member}`, display: staff.find((one) => one.id === member)?.name },
      onBehalfOf: practice,
    })),
  };
  const orders = medications.map(
    ({ name: text }, index): MedicationRequest => ({
      resourceType: 'MedicationRequest',
      id: `${id}-medicine-${index + 1}`,
      status: 'active',
      intent: 'order',
      medicationCodeableConcept: { text },
      subject,
      requester: { reference: `Practitioner/${careTeam[0]}` },
    }),
  );
  const related = actsFor.map(({ person, as }): RelatedPerson => {
    const child = patients.find((one) => one.id === person);
    return {
      resourceType: 'RelatedPerson',
      id: `${id}-for-${person}`,
      active: true,
      patient: { reference: `Patient/${person}`, display: child?.name },
      relationship: [{ coding: [{ system: RELATIONS, code: RELATION_CODES[as] ?? 'CAREGIVER' }], text: as }],
      name: [humanName(name)],
    };
  });
  return [
    {
      resourceType: 'Patient',
      id,
      active: true,
      name: [humanName(name)],
      ...(birthDate !== undefined && { birthDate }),
      managingOrganization: practice,
    },
    team,
    ...orders,
    ...related,
    ...(related.length > 0 ? [personOf(id, name, related)] : []),
  ];
}

const RELATIONS = 'http://terminology.hl7.org/CodeSystem/v3-RoleCode';
const RELATION_CODES: Readonly<Record<string, string>> = { parent: 'PRN', guardian: 'GUARD' };

/** One human being: a patient, and a parent of others. */
function personOf(id: string, name: string, related: readonly RelatedPerson[]): Person {
  const targets = [`Patient/${id}`, ...related.map((one) => `RelatedPerson/${one.id}`)];
  return {
    resourceType: 'Person',
    id,
    active: true,
    name: [humanName(name)],
    link: targets.map((reference) => ({ target: { reference } })),
  };
}

/** `Dr. Grace Lee` in its parts. */
function humanName(text: string): HumanName {
  const words = text.split(' ');
  const prefix = words[0]?.endsWith('.') ? words.splice(0, 1) : [];
  return { use: 'official', text, family: words.at(-1), given: words.slice(0, -1), ...(prefix.length > 0 && { prefix }) };
}
