import { readFileSync } from 'node:fs';
import type { Booking } from '../../demo/fhir/server/booking-access.js';
import type { Adapter, Connection } from '../../src/adapter/adapter.js';
import type { Token } from '../../src/adapter/token.js';
import { fhirAdapter, type FhirAdapterOptions } from '../../src/adapters/fhir/fhir-adapter.js';
import type { Backend, Harness, Offer } from '../../src/conformance/harness.js';
import type { PersonId, PracticeId } from '../../src/model/id.js';
import type { Person } from '../../src/model/person.js';
import type { Reason } from '../../src/model/reason.js';
import type { PracticeFile } from '../../demo/server/directory/practice-file.js';
import { startFhirServer, type TestFhirServer } from '../support/fhir-server.js';
import { kitResults } from './fhir-kit-results.js';
import { kitVisits } from './fhir-kit-visits.js';
import { countMessages } from './rest-backend.js';

const FILE = JSON.parse(readFileSync(new URL('../../demo/server/practice.json', import.meta.url), 'utf8')) as PracticeFile;

/** What the practice says that FHIR has no place for: its hours, and what one can ask. */
export const alderStreet = (): NonNullable<FhirAdapterOptions['practice']> => {
  const [entry] = FILE.practices;
  const { id, name, zone, hours, holidays, phone, emergencyPhone, crisisPhone } = entry!;
  const practice = { id: `Organization/${id}` as PracticeId, name };
  const person = (of: string): Person => {
    const { id: _id, ...staff } = entry!.staff.find((each) => each.id === of)!;
    return { ...staff, id: `Practitioner/${of}` as PersonId, kind: 'staff', practice };
  };
  const reasons = entry!.reasons.map(({ receiver, ...reason }) => ({
    references: [],
    ...reason,
    fields: reason.fields.map((field) => ({ ...field, choices: field.choices ?? [] })),
    ...(receiver && { receiver: { first: person(receiver.first), ...(receiver.then && { then: person(receiver.then) }) } }),
  })) as unknown as Reason[];
  return { practice: { ...practice, zone, hours, holidays, phone, emergencyPhone, crisisPhone } as never, reasons };
};

/** A person's adapter on a server. */
export const fhirAs = (server: Pick<TestFhirServer, 'url' | 'tokenFor'>, person: string, options: Partial<FhirAdapterOptions> = {}): Adapter => {
  const token: Token = server.tokenFor(person);
  return fhirAdapter({ baseUrl: server.url, getToken: () => Promise.resolve(token), practice: alderStreet(), ...options });
};

const of = (port: string, methods: string): Offer[] => methods.split(' ').map((method) => `${port}.${method}` as Offer);

const READ_VISITS = of('appointments', 'listServices listFreeDays listSlots listAppointments readAppointment readOffer');
/** What there is of visits, by who books. Nobody on FHIR sees who waits for an earlier time than they have. */
const VISITS: Readonly<Record<Booking, Harness['offers']>> = {
  operation: {
    patient: [...READ_VISITS, ...of('appointments', 'hold extend release book request cancel setTopic takeOffer declineOffer')],
    staff: [...READ_VISITS, 'schedule'],
  },
  transaction: {
    patient: [...READ_VISITS, ...of('appointments', 'book request cancel setTopic takeOffer declineOffer')],
    staff: [...READ_VISITS, 'schedule'],
  },
  // No time is offered that cannot be taken.
  request: {
    patient: [...READ_VISITS, ...of('appointments', 'request cancel setTopic declineOffer')],
    staff: [...READ_VISITS, ...of('schedule', 'openSlots listRequests confirm decline')],
  },
};

const RESULTS: Harness['offers'] = {
  patient: [
    ...of('results', 'listResults readResult listHistory uncover readRelease setRelease noteVisit reportMistake'),
    'attachments',
  ],
  staff: [...of('results', 'listResults readResult listHistory listReported reviewCorrection'), 'attachments'],
};

/** The FHIR adapter on the demo's FHIR server over HTTP, as the conformance kit asks for it. */
export const fhirHarness: Harness = {
  offers: {
    patient: ['people.listCareTeam', 'practice', 'contact', 'messages', 'changes', ...RESULTS.patient, ...VISITS.transaction.patient],
    staff: [
      'people',
      'practice',
      'contact.listMedications',
      ...of('messages', 'listThreads readThread listEntries send markRead amend retract'),
      ...of('queue', 'list claim route close logCall'),
      'changes',
      ...RESULTS.staff,
      ...VISITS.transaction.staff,
    ],
  },
  open: async () => {
    const server = await startFhirServer();
    server.load([...kitResults(), ...kitVisits()]);
    return openFhir(server, 'transaction');
  },
};

/** The same with visits and nothing else, on a server that leaves as much of booking to others. */
export const visitsHarness = (booking: Booking): Harness => ({
  offers: {
    patient: ['practice', ...VISITS[booking].patient, 'changes'],
    staff: ['practice', ...VISITS[booking].staff, 'changes'],
  },
  open: async () => {
    const server = await startFhirServer({ booking });
    server.load(kitVisits());
    return onlyVisits(openFhir(server, booking === 'transaction' ? booking : undefined));
  },
});

const NOT_VISITS = ['people', 'contact', 'messages', 'queue', 'results', 'attachments'];

function onlyVisits(backend: Backend): Backend {
  const only = (adapter: Adapter): Adapter => ({
    ...adapter,
    async connect(options) {
      const { missing, ...connection } = await adapter.connect(options);
      const there = Object.entries(connection).filter(([port]) => !NOT_VISITS.includes(port));
      const others = Object.entries(missing).filter(([name]) => !NOT_VISITS.includes(name.split('.')[0]!));
      const lacks = NOT_VISITS.map((port) => [port, { code: 'unsupported' }] as const);
      const only: object = { ...Object.fromEntries<unknown>(there), missing: Object.fromEntries<object>([...others, ...lacks]) };
      return only as Connection;
    },
  });
  const { patient, stranger, parent, staff, colleague } = backend;
  return { ...backend, patient: only(patient), stranger: only(stranger), parent: only(parent), staff: only(staff), colleague: only(colleague) };
}

function openFhir(server: TestFhirServer, booking: FhirAdapterOptions['booking']): Backend {
  const [patient, parent, staff, colleague] = ['sam-okafor', 'rosa-delgado', 'ana-morales', 'grace-lee'].map((person) =>
    fhirAs(server, person, { booking }),
  );
  let isOpen = true;
  const close = async (): Promise<void> => {
    if (isOpen) await server.close();
    isOpen = false;
  };
  return {
    patient: patient!,
    stranger: parent!,
    parent: parent!,
    staff: staff!,
    colleague: colleague!,
    signedOut: fhirAs(server, 'sam-okafor', {
      getToken: () => Promise.resolve({ ...server.tokenFor('sam-okafor'), token: 'no-such-token' }),
    }),
    countMessages: (body) => countMessages(staff!, body),
    cut: close,
    close,
  };
}
