import type { AddressInfo } from 'node:net';
import type { Resource } from '@medplum/fhirtypes';
import type { Token } from '../../src/adapter/token.js';
import { loginsOf, practiceRecords } from '../../demo/fhir/practice-records.js';
import type { Booking } from '../../demo/fhir/server/booking-access.js';
import { createFhirServer } from '../../demo/fhir/server/fhir-server.js';
import { copyRecords, keep, noRecords, type Records } from '../../demo/fhir/server/records.js';
import { type Login, patientOf } from '../../demo/fhir/smart/logins.js';
import { demoPractice } from './reference-server.js';

export interface FhirServerOptions {
  /** Where to listen. Default any free port. */
  readonly port?: number;
  /** How long a token is good, in seconds. Default an hour. */
  readonly tokenSeconds?: number;
  /** How much of booking it leaves to whoever asks. Default: all, in a transaction. */
  readonly booking?: Booking;
}

export interface TestFhirServer {
  /** The base of the FHIR server, with no trailing slash. */
  readonly url: string;
  /** What `getToken` answers for a person of the practice, such as `sam-okafor`, or a reference, `Patient/amy-shaw`. */
  tokenFor(person: string): Token;
  /** Only the token. */
  signIn(person: string): Promise<string>;
  /** Ends all sessions of a person. */
  signOut(person: string): void;
  /** Takes resources in as they are, under their own ids and without a check. Patients and their relatives may then sign in. */
  load(resources: readonly Resource[]): void;
  close(): Promise<void>;
}

// What every server begins with is made once; a copy of it costs less than a millisecond.
let beginning: Promise<{ readonly records: Records; readonly logins: readonly Login[] }> | undefined;

/** The demo's FHIR server on a free port, with the people of the demo's practice: nobody wrote and no test was made. */
export async function startFhirServer({ port = 0, tokenSeconds, booking }: FhirServerOptions = {}): Promise<TestFhirServer> {
  const { records: first, logins: people } = await (beginning ??= begin());
  const records = copyRecords(first);
  const logins = [...people];
  const { app, sessions } = await createFhirServer({ records, logins, tokenSeconds, ...(booking && { booking }) });
  await app.listen({ port, host: '127.0.0.1' });
  const opened = new Map<string, string>();
  const tokenFor = (person: string): Token => {
    const login = logins.find(({ user }) => user === person || user.split('/')[1] === person);
    if (!login) throw new Error('nobody of that name can sign in');
    const { token, scope, expiresAt } = sessions.open(login, 'openid fhirUser launch/patient');
    opened.set(token, person);
    return { token, scope, expiresAt: new Date(expiresAt).toISOString(), patient: patientOf(login), user: login.user };
  };
  return {
    url: `http://127.0.0.1:${(app.server.address() as AddressInfo).port}/fhir`,
    tokenFor,
    signOut(person) {
      for (const [token, of] of opened) if (of === person) sessions.end(token);
    },
    signIn: async (person) => tokenFor(person).token,
    load(resources) {
      for (const resource of resources) keep(records, resource);
      for (const resource of resources) {
        const { resourceType: type, id } = resource;
        if (type === 'Patient') logins.push({ name: id!, title: 'patient', user: `Patient/${id}` });
        if (type !== 'RelatedPerson') continue;
        const patient = resource.patient.reference!.split('/')[1]!;
        logins.push({ name: id!, title: 'relative', user: `RelatedPerson/${id}`, patient });
      }
    },
    close: () => app.close(),
  };
}

async function begin(): Promise<{ readonly records: Records; readonly logins: readonly Login[] }> {
  const [entry] = (await demoPractice()).practices;
  const records = noRecords();
  for (const resource of practiceRecords(entry!)) keep(records, resource);
  return { records, logins: loginsOf(entry!) };
}
