import type { Person, Subject } from '../../model/person.js';
import type { Practice } from '../../model/practice.js';
import type { Reason } from '../../model/reason.js';
import type { Capabilities } from './capabilities.js';
import type { Directory } from './directory.js';
import type { FhirHttp } from './fhir-http.js';

/** One session on one server: all that its ports share. */
export interface FhirContext {
  readonly http: FhirHttp;
  readonly capabilities: Capabilities;
  readonly profile: 'generic' | 'medplum' | 'oracle' | 'canvas';
  /** What the integrator knows of the server: that its transactions are whole. */
  readonly booking: 'transaction' | undefined;
  readonly directory: Directory;
  readonly me: Person;
  readonly isStaff: boolean;
  readonly subjects: readonly Subject[];
  readonly practice: Practice;
  readonly reasons: readonly Reason[];
}

/** The part of a search that keeps it to whom the reader may act for. Staff read all that the server lets them. */
export function patientsIn({ isStaff, subjects }: Pick<FhirContext, 'isStaff' | 'subjects'>): string {
  if (isStaff) return '';
  const ids = subjects.map(({ id }) => id.replace('Patient/', ''));
  return `&patient=${ids.join(',')}`;
}
