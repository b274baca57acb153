import type { Absence, Adapter, Connection, PortName } from '../../adapter/adapter.js';
import { PORT_METHODS } from '../../adapter/adapter.js';
import type { CallOptions } from '../../adapter/call-options.js';
import { AdapterError, type AdapterErrorCode } from '../../adapter/errors.js';
import type { PersonId } from '../../model/id.js';
import type { Practice } from '../../model/practice.js';
import type { Reason } from '../../model/reason.js';
import type { HttpOptions } from '../shared/exchange.js';
import { capabilitiesOf, type FhirProfile } from './capabilities.js';
import { changesPort } from './changes-port.js';
import { contactPort } from './contact-port.js';
import { createDirectory } from './directory.js';
import type { FhirContext } from './fhir-context.js';
import { createFhirHttp } from './fhir-http.js';
import { messagesPort } from './messages-port.js';
import { listCareTeam, listStaff } from './people-port.js';
import { PLAIN_REASON, readPractice } from './practice.js';
import { queuePort } from './queue-port.js';
import { resultLack, resultPorts } from './result-port.js';
import { openSession } from './session.js';

export type { FhirProfile } from './capabilities.js';

export interface FhirAdapterOptions extends HttpOptions {
  /** What a server is known for, where it can do less than it says. `generic` if not said. */
  readonly profile?: FhirProfile | undefined;
  /** What FHIR has no place for: hours, reasons, promises. People in it are named by reference, `Practitioner/1`. */
  readonly practice?: { readonly practice?: Partial<Practice> | undefined; readonly reasons?: readonly Reason[] | undefined } | undefined;
}

type AllPorts = { readonly [P in PortName]?: Readonly<Record<string, unknown>> };

/** Speaks FHIR R4 with a server nobody here wrote. What it cannot do is not there, and `missing` says why. */
export function fhirAdapter({ profile = 'generic', practice: said, ...options }: FhirAdapterOptions): Adapter {
  const http = createFhirHttp(options);

  return {
    name: 'fhir',
    async connect(given: CallOptions): Promise<Connection> {
      given.signal.throwIfAborted();
      const token = await options.getToken({ refresh: false, signal: given.signal }).catch((error: unknown) => {
        given.signal.throwIfAborted();
        throw error instanceof AdapterError ? error : new AdapterError('auth-required', 'nobody is signed in');
      });
      const capabilities = capabilitiesOf(await http.read('metadata', given, JSON.parse), token.scope, profile);
      const reasons = said?.reasons ?? [PLAIN_REASON];
      const receivers = reasons.flatMap(({ receiver }) => (receiver ? [receiver.first, ...(receiver.then ? [receiver.then] : [])] : []));
      const directory = createDirectory(http, capabilities.batch, receivers);
      const session = await openSession(http, directory, token, given);
      const practiceNow = (now: CallOptions): Promise<Practice> => readPractice(http, session.organization, said?.practice, now);
      const practice = await practiceNow(given);
      const context: FhirContext = { http, capabilities, profile, directory, practice, reasons, ...session };
      const { ports, missing } = offered(portsOf(context, practiceNow), lacks(context), practice.phone);
      return { me: session.me, subjects: session.subjects, ...ports, missing };
    },
  };
}

function portsOf(context: FhirContext, readNow: (given: CallOptions) => Promise<Practice>): AllPorts {
  const { reasons } = context;
  const { results, attachments } = resultPorts(context);
  return {
    people: {
      listCareTeam: ({ subject }: { readonly subject: PersonId }, given: CallOptions) => listCareTeam(context, subject, given),
      listStaff: (given: CallOptions) => listStaff(context, given),
    },
    practice: {
      readPractice: readNow,
      // Said by the host, and told once the server answers: nobody fills in a form that goes nowhere.
      listReasons: async (given: CallOptions) => (await readNow(given), { items: reasons }),
    },
    contact: { ...contactPort(context, results.readResult) },
    messages: { ...messagesPort(context, results.readResult) },
    queue: { ...queuePort(context) },
    changes: { ...changesPort(context) },
    results: { ...results },
    attachments: { ...attachments },
  };
}

/** Why a method cannot work in a session; undefined where it can. */
function lacks(context: FhirContext): (name: string) => AdapterErrorCode | undefined {
  const { capabilities, isStaff } = context;
  const { lack } = capabilities;
  const reads = lack('Communication.search-type', 'Task.search-type');
  const writes =
    reads ??
    (capabilities.transaction ? undefined : 'unsupported') ??
    lack('Communication.create', 'Communication.update', 'Task.create', 'Task.update');
  const [forStaff, forPatients] = isStaff ? [undefined, 'forbidden' as const] : ['forbidden' as const, undefined];
  const table: Readonly<Record<string, AdapterErrorCode | undefined>> = {
    'people.listCareTeam': lack('CareTeam.search-type'),
    'people.listStaff': forStaff ?? lack('PractitionerRole.search-type'),
    'contact.send': forPatients ?? writes,
    'contact.listMedications': lack('MedicationRequest.search-type'),
    'messages.listThreads': reads,
    'messages.readThread': reads,
    'messages.listEntries': reads,
    'messages.continue': forPatients ?? writes,
    'messages.settle': forPatients ?? writes,
    'queue.list': forStaff ?? reads,
    // FHIR has no word for a practice that takes no messages for a while.
    'queue.pause': forStaff ?? 'unsupported',
    'queue.resume': forStaff ?? 'unsupported',
    'changes.changesSince': reads,
    'changes.watch': 'unsupported',
  };
  return (name) => {
    if (name in table) return table[name];
    if (name.startsWith('queue.')) return forStaff ?? writes;
    if (name.startsWith('messages.')) return writes;
    return /^(results|attachments)/.test(name) ? resultLack(context, name) : undefined;
  };
}

/** The ports without what cannot work, and why it cannot. */
function offered(all: AllPorts, lack: (name: string) => AdapterErrorCode | undefined, phone: string | undefined) {
  const missing: Record<string, Absence> = {};
  const ports: Record<string, Record<string, unknown>> = {};
  for (const [port, methods] of Object.entries(PORT_METHODS) as [PortName, readonly string[]][]) {
    const there: Record<string, unknown> = { ...all[port] };
    const left: string[] = [];
    for (const method of methods) {
      const code = all[port]?.[method] ? lack(`${port}.${method}`) : (lack(`${port}.${method}`) ?? 'unsupported');
      if (!code) {
        left.push(method);
        continue;
      }
      missing[`${port}.${method}`] = { code, ...(phone && { phone }) };
      delete there[method];
    }
    if (left.length > 0) ports[port] = there;
    // A port of which nothing is there is missing as one.
    else missing[port] = missing[`${port}.${methods[0]!}`]!;
  }
  return { ports: ports as Pick<Connection, PortName>, missing };
}

