import { type Adapter, type Connection, PORT_METHODS, type PortName, type Ports } from '../../adapter/adapter.js';
import type { CallOptions, WriteOptions } from '../../adapter/call-options.js';
import { type Clock, systemClock } from '../../adapter/clock.js';
import { AdapterError } from '../../adapter/errors.js';
import { type FaultRule, type Next, readPlan } from './fault-plan.js';

export type { Fault, FaultRule, FaultyCall } from './fault-plan.js';

export interface FaultAdapterOptions {
  /** What goes wrong. The first rule that is about a call wins. A function is asked at each call, so that it can change. */
  readonly rules: readonly FaultRule[] | (() => readonly FaultRule[]);
  /** What `chance` draws from: the same number, the same faults. 1 when left out. */
  readonly seed?: number | undefined;
  /** Whose time a delay takes. */
  readonly clock?: Clock | undefined;
}

/**
 * An adapter around another, whose calls fail, wait, get lost or arrive twice as planned: for stories, for tests, and for
 * whoever writes an adapter and wants to know what a page does when it fails. Watching is passed on as it is.
 */
export function faultAdapter(adapter: Adapter, { rules, seed = 1, clock = systemClock }: FaultAdapterOptions): Adapter {
  const next = readPlan(typeof rules === 'function' ? rules : () => rules, seed);
  return {
    ...adapter,
    async connect(options) {
      const call = (): Promise<Connection> => adapter.connect(options);
      const connection = await meet(next('connect'), { name: 'connect', options, call, clock });
      return withFaults(connection, next, clock);
    },
  };
}

function withFaults(connection: Connection, next: Next, clock: Clock): Connection {
  // What a garbled session says is passed on: it is for the client to find that it is none.
  if (!(connection as Partial<Connection> | null)?.me) return connection;
  const names = (Object.keys(PORT_METHODS) as PortName[]).filter((name) => connection[name]);
  const ports = names.map((name) => [name, faultyPort(name, connection[name]!, next, clock)]);
  return { ...connection, ...(Object.fromEntries(ports) as Ports) };
}

type Method = (...input: unknown[]) => Promise<unknown>;

function faultyPort(name: PortName, port: object, next: Next, clock: Clock): object {
  const faulty: Record<string, unknown> = { ...port };
  for (const method of PORT_METHODS[name]) {
    const real: unknown = Reflect.get(port, method);
    if (typeof real !== 'function') continue;
    // Bound, since a method may belong to a class with private parts.
    const bound = real.bind(port) as Method;
    const call = `${name}.${method}` as const;
    faulty[method] =
      method === 'watch'
        ? bound
        : // The options come last, whatever a method asks for.
          (...input: unknown[]) =>
            meet(next(call), { name: call, options: input.at(-1) as CallOptions, call: () => bound(...input), clock });
  }
  return faulty;
}

interface Called<T> {
  readonly name: string;
  readonly options: CallOptions;
  readonly call: () => Promise<T>;
  readonly clock: Clock;
}

/** A call, as its rule has it. */
async function meet<T>(rule: FaultRule | undefined, { name, options, call, clock }: Called<T>): Promise<T> {
  const { signal } = options;
  signal.throwIfAborted();
  switch (rule?.fault) {
    case 'fail':
      throw new AdapterError(rule.code, `${name} was made to fail`, { retryAfter: rule.retryAfter });
    case 'lose': {
      await call();
      const isWrite = (options as Partial<WriteOptions>).key !== undefined;
      throw new AdapterError(isWrite ? 'unknown-outcome' : 'offline', `the answer to ${name} was made to get lost`);
    }
    case 'delay':
      await unlessAborted(signal, (done) => clock.after(rule.milliseconds, done));
      return call();
    case 'repeat':
      await call();
      return call();
    case 'hang':
      return unlessAborted(signal, () => () => {}) as Promise<never>;
    case 'garble':
      await call();
      return rule.answer as T;
    default:
      return call();
  }
}

/** Waits until it is told, or rejects with the reason of who gave up. */
function unlessAborted(signal: AbortSignal, wait: (done: () => void) => () => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const giveUp = (): void => {
      callOff();
      // The contract's: an abort rejects with the signal's own reason.
      reject(signal.reason as Error);
    };
    const callOff = wait(() => {
      signal.removeEventListener('abort', giveUp);
      resolve();
    });
    signal.addEventListener('abort', giveUp, { once: true });
  });
}
