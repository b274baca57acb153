import type { Absence, Adapter, Connection, PortName } from '../../adapter/adapter.js';
import type { CallOptions } from '../../adapter/call-options.js';
import type { PersonId } from '../../model/id.js';
import { PATIENTS_ONLY, STAFF_ONLY } from '../shared/sides.js';
import type { MemoryBackend } from './memory-backend.js';
import type { MemoryCall } from './memory-call.js';
import { type AllPorts, portsOf } from './memory-ports.js';
import { isStaff } from './thread-record.js';

export type { MemoryCall } from './memory-call.js';
export { memoryBackend, type MemoryBackend, type MemoryBackendOptions } from './memory-backend.js';
export type { ScenarioFile, ScenarioResult } from './results/scenario-result.js';
export type { Scenario, ScenarioPatient, ScenarioThread } from './scenario.js';
export type {
  ScenarioAppointment,
  ScenarioOffer,
  ScenarioService,
  ScenarioSlot,
  ScenarioVisits,
} from './visits/scenario-visits.js';

export interface MemoryAdapterOptions {
  readonly backend: MemoryBackend;
  /** Who is signed in. */
  readonly me: PersonId;
  /** Runs before each call; what it throws the call rejects with, and while it waits the call waits. */
  readonly before?: ((call: MemoryCall) => void | Promise<void>) | undefined;
  /** Runs when the call has taken effect and before it answers: what it throws is an answer lost on the way. */
  readonly after?: ((call: MemoryCall) => void | Promise<void>) | undefined;
  /** Ports (`queue`) and methods (`changes.watch`) to do without. */
  readonly without?: readonly string[] | undefined;
}

/** A faithful backend in memory, seen by one person. For demos, stories and tests. */
export function memoryAdapter({ backend, me, before, after, without = [] }: MemoryAdapterOptions): Adapter {
  async function call<T>(name: MemoryCall, { signal }: CallOptions, effect: () => T): Promise<T> {
    signal.throwIfAborted();
    if (before) await unlessAborted(before(name), signal);
    const answer = effect();
    // Everything is as late as a network would be, so that nobody comes to rely on an answer in the same turn.
    await unlessAborted(after?.(name), signal);
    return answer;
  }

  return {
    name: 'memory',
    connect: (options) =>
      call({ port: 'session', method: 'connect' }, options, () => {
        const session = backend.sessionOf(me);
        const others = isStaff(session.me) ? PATIENTS_ONLY : STAFF_ONLY;
        const { phone } = backend.practice;
        const missing: Record<string, Absence> = {};
        for (const name of others) missing[name] = { code: 'forbidden', phone };
        for (const name of without) missing[name] = { code: 'unsupported', phone };
        return { ...structuredClone(session), ...portsWithout(missing, portsOf(backend, session, call)), missing };
      }),
  };
}

/** Leaves out the ports and methods named. */
function portsWithout(missing: Readonly<Record<string, Absence>>, ports: AllPorts): Pick<Connection, PortName> {
  const left = Object.entries(ports)
    .filter(([port]) => !(port in missing))
    .map(([port, methods]) => [
      port,
      Object.fromEntries(Object.entries(methods).filter(([method]) => !(`${port}.${method}` in missing))),
    ]);
  return Object.fromEntries(left) as Pick<Connection, PortName>;
}

/** Waits for work unless the caller gives up first; then rejects with the caller's reason. */
function unlessAborted(work: void | Promise<void>, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const giveUp = (): void => reject(signal.reason as Error);
    signal.addEventListener('abort', giveUp, { once: true });
    Promise.resolve(work)
      .then(resolve, reject)
      .finally(() => signal.removeEventListener('abort', giveUp));
  });
}
