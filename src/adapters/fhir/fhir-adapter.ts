import { type Adapter, type Connection, PORT_METHODS } from '../../adapter/adapter.js';
import type { CallOptions } from '../../adapter/call-options.js';
import type { Clock } from '../../adapter/clock.js';
import type { Practice } from '../../model/practice.js';
import type { Reason } from '../../model/reason.js';
import { type HttpOptions, tokenFrom } from '../shared/exchange.js';
import { watchLater } from '../shared/watch-later.js';
import { capabilitiesOf, type FhirProfile } from './capabilities.js';
import { createDirectory } from './directory.js';
import type { FhirContext } from './fhir-context.js';
import { createFhirHttp } from './fhir-http.js';
import { later, portLater } from './later.js';
import { readingPort } from './messages-port.js';
import type { AllPorts } from './offer.js';
import { PLAIN_REASON } from './plain-reason.js';
import { resultPorts } from './result-port.js';
import { openSession } from './session.js';
import type { Calls } from './calls.js';

export type { FhirProfile } from './capabilities.js';

export interface FhirAdapterOptions extends HttpOptions {
  /** What a server is known for, where it can do less than it says. `generic` if not said. */
  readonly profile?: FhirProfile | undefined;
  /**
   * Free times are booked with the server's own `$book` where it has that. `transaction`: where it has not, a transaction
   * takes the slot and makes the appointment. To be set only where the server is known to do all of a transaction or
   * none of it. Else a visit can be asked for, and the practice books it.
   */
  readonly booking?: 'transaction' | undefined;
  /** What FHIR has no place for: hours, reasons, promises. People in it are named by reference, `Practitioner/1`. */
  readonly practice?: { readonly practice?: Partial<Practice> | undefined; readonly reasons?: readonly Reason[] | undefined } | undefined;
}

/** Speaks FHIR R4 with a server nobody here wrote. What it cannot do is not there, and `missing` says why. */
export function fhirAdapter({ profile = 'generic', booking, practice: said, ...options }: FhirAdapterOptions): Adapter {
  const http = createFhirHttp(options);
  // Not needed before the first calls are answered.
  const reading = later(() => import('./practice.js'));
  const offering = later(() => import('./offer.js'));

  return {
    name: 'fhir',
    async connect(given: CallOptions): Promise<Connection> {
      given.signal.throwIfAborted();
      const coming = offering();
      // What does not come is told below, where it is needed.
      coming.catch(() => {});
      const token = await tokenFrom(options.getToken, { refresh: false, signal: given.signal });
      const capabilities = capabilitiesOf(await http.read('metadata', given, JSON.parse), token.scope, profile);
      const reasons = said?.reasons ?? [PLAIN_REASON];
      const receivers = reasons.flatMap(({ receiver }) => (receiver ? [receiver.first, ...(receiver.then ? [receiver.then] : [])] : []));
      const directory = createDirectory(http, capabilities.batch, receivers);
      const session = await openSession(http, directory, token, given);
      const practiceNow = async (now: CallOptions): Promise<Practice> =>
        (await reading()).readPractice(http, session.organization, said?.practice, now);
      const practice = await practiceNow(given);
      const context: FhirContext = { http, capabilities, profile, booking, directory, practice, reasons, ...session };
      const { offered } = await coming;
      return { me: session.me, subjects: session.subjects, ...offered(context, portsOf(context, practiceNow, options.clock)) };
    },
  };
}

function portsOf(context: FhirContext, readNow: (given: CallOptions) => Promise<Practice>, clock?: Clock): AllPorts {
  const { reasons, capabilities } = context;
  const { results, attachments } = resultPorts(context);
  const idempotency = capabilities.conditionalCreate ? 'conditional-create' : 'none';
  const calls = later(async () => (await import('./calls.js')).callsOf(context, results.readResult));
  // Whatever a port may have: what it lacks is left out afterwards.
  const portOf = (port: keyof Calls): Readonly<Record<string, never>> =>
    portLater(async () => (await calls())[port] as unknown as Readonly<Record<string, never>>, PORT_METHODS[port]);
  const visits = later(async () => (await import('./appointments/calls.js')).visitCalls(context));
  const visitsOf = (port: 'appointments' | 'schedule'): Readonly<Record<string, unknown>> =>
    portLater(async () => (await visits())[port] as unknown as Readonly<Record<string, never>>, PORT_METHODS[port]);
  const messages = portOf('messages');
  // A page that was open for long must not find these gone when somebody has written.
  void calls().catch(() => {});
  return {
    people: portOf('people'),
    practice: {
      readPractice: readNow,
      // Said by the host, and told once the server answers: nobody fills in a form that goes nowhere.
      listReasons: async (given: CallOptions) => (await readNow(given), { items: reasons }),
    },
    contact: { idempotency, ...portOf('contact') },
    messages: { idempotency, ...messages, ...readingPort(context, messages.listThreads!) },
    queue: portOf('queue'),
    results: { ...results },
    attachments: { ...attachments },
    changes: { ...portOf('changes'), watch: watchLater(async () => (await import('./fhir-watch.js')).fhirWatch(context, clock)) },
    appointments: visitsOf('appointments'),
    schedule: visitsOf('schedule'),
  };
}
