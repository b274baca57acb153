import { type Absence, type Connection, PORT_METHODS, type PortName } from '../../adapter/adapter.js';
import type { AdapterErrorCode } from '../../adapter/errors.js';
import { visitLack } from './appointments/strategy.js';
import type { FhirContext } from './fhir-context.js';
import { resultLack } from './result-lack.js';

/** Every method there may be, port by port. */
export type AllPorts = { readonly [P in PortName]: Readonly<Record<string, unknown>> };

/** The ports without what cannot work in a session, and why it cannot. */
export function offered(context: FhirContext, all: AllPorts): Pick<Connection, PortName | 'missing'> {
  const { phone } = context.practice;
  const missing: Record<string, Absence> = {};
  const ports: Record<string, Record<string, unknown>> = {};
  for (const [port, methods] of Object.entries(PORT_METHODS) as [PortName, readonly string[]][]) {
    const lacks = methods.map((method) => [method, lackOf(context, port, method)] as const);
    for (const [method, code] of lacks) if (code) missing[`${port}.${method}`] = { code, ...(phone && { phone }) };
    const there = Object.entries(all[port]).filter(([part]) => !missing[`${port}.${part}`]);
    // A port of which nothing is there is missing as one.
    if (lacks.every(([, code]) => code)) missing[port] = missing[`${port}.${methods[0]!}`]!;
    else ports[port] = Object.fromEntries(there);
  }
  return { ...(ports as Pick<Connection, PortName>), missing };
}

/** Why a method cannot work; undefined where it can. */
function lackOf(context: FhirContext, port: PortName, method: string): AdapterErrorCode | undefined {
  const { capabilities, isStaff } = context;
  const { lack, transaction } = capabilities;
  if (port === 'practice') return undefined;
  if (port === 'appointments' || port === 'schedule') return visitLack(context, port, method);
  if (port === 'results' || port === 'attachments') return resultLack(context, method);
  const isForStaff = port === 'queue' || method === 'listStaff';
  const isForPatients = /^(continue|settle)$/.test(method) || (port === 'contact' && method === 'send');
  if (isStaff ? isForPatients : isForStaff) return 'forbidden';
  // FHIR has no word for a practice that takes no messages for a while.
  if (/^(pause|resume)$/.test(method)) return 'unsupported';
  if (method === 'watch') {
    // Few servers tell a browser of changes, and which do is known by what binds a socket.
    return capabilities.does('Subscription', 'get-ws-binding-token') ? lack('Subscription.create', 'Subscription.read') : 'unsupported';
  }
  const type = ELSEWHERE[method];
  if (type) return lack(`${type}.search-type`);
  // Of conversations, of results, of visits: whatever can be asked for is watched.
  if (port === 'changes' && WATCHED.some((type) => !lack(`${type}.search-type`))) return undefined;
  const reads = lack('Communication.search-type', 'Task.search-type');
  if (reads || /^(list|read|changes)/.test(method)) return reads;
  return transaction ? lack('Communication.create', 'Communication.update', 'Task.create', 'Task.update') : 'unsupported';
}

/** What is asked for changes, where the server has it. */
export const WATCHED = ['Communication', 'Task', 'DiagnosticReport', 'Observation', 'Consent', 'Appointment'] as const;

/** What is searched for other than conversations. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  listCareTeam: 'CareTeam',
  listStaff: 'PractitionerRole',
  listMedications: 'MedicationRequest',
};
