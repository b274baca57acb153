import { AdapterError, type AdapterErrorCode } from '../../src/adapter/errors.js';
import type { Adapter, Connection, PortName } from '../../src/adapter/adapter.js';
import type { AppointmentsPort } from '../../src/adapter/ports/appointments.js';
import type { Backend } from '../../src/conformance/harness.js';
import { patiently } from '../../src/conformance/steps.js';
import type { Message } from '../../src/model/message.js';
import type { Thread } from '../../src/model/thread.js';
import { openMemory } from '../adapters/memory-backend.js';

/** How an adapter is broken, and the tests that must notice. */
export type Broken = readonly [name: string, open: () => Backend, noticed: readonly string[]];

const SEATS = ['patient', 'stranger', 'parent', 'staff', 'colleague'] as const;

/** A backend in memory whose connections have something broken in them. */
export function breaking(breakIt: (connection: Connection, backend: Backend) => Connection): () => Backend {
  return () => {
    const backend = openMemory();
    const broken = (adapter: Adapter): Adapter => ({
      name: 'broken',
      connect: async (options) => breakIt(await adapter.connect(options), backend),
    });
    return { ...backend, ...Object.fromEntries(SEATS.map((seat) => [seat, broken(backend[seat])])) };
  };
}

/** The same, with some methods of a port replaced, for everybody who has the port. */
export const replacing = <P extends PortName>(
  name: P,
  change: (port: NonNullable<Connection[P]>, connection: Connection) => Partial<NonNullable<Connection[P]>>,
): (() => Backend) =>
  breaking((connection) => {
    const port = connection[name];
    return port ? { ...connection, [name]: { ...port, ...change(port, connection) } } : connection;
  });

/** Threads that read as something else. */
export const eachThread = (change: (thread: Thread) => unknown): (() => Backend) =>
  replacing('messages', (port) => ({
    readThread: async (id, options) => change(await port.readThread(id, options)) as Thread,
  }));

type Method = (...given: unknown[]) => unknown;

let keys = 0;

/** A method that does not know a key again. */
export const forgetful = (name: PortName, method: string): (() => Backend) =>
  replacing(name, (port) => {
    const original = (port as unknown as Record<string, Method>)[method]!;
    const forgets = (...given: unknown[]): unknown =>
      original(...given.slice(0, -1), { ...(given.at(-1) as object), key: `other-key-${++keys}` });
    return { [method]: forgets };
  });

/** A port whose errors say something else. */
export const mistaken = (name: PortName, change: (error: AdapterError) => AdapterError): (() => Backend) =>
  replacing(name, (port) => {
    const methods = Object.entries(port).filter((part): part is [string, Method] => typeof part[1] === 'function');
    const mistakes = methods.map(([method, original]) => [
      method,
      async (...given: unknown[]): Promise<unknown> => {
        try {
          return await original(...given);
        } catch (error) {
          throw error instanceof AdapterError ? change(error) : error;
        }
      },
    ]);
    return Object.fromEntries(mistakes) as Partial<NonNullable<Connection[PortName]>>;
  });

/** An error that does not say which field is wrong. */
export const fieldless = ({ code, message }: AdapterError): AdapterError => new AdapterError(code, message);

/** An error that is called something else. */
export const recoded =
  (from: AdapterErrorCode, to: AdapterErrorCode) =>
  (error: AdapterError): AdapterError =>
    error.code === from ? new AdapterError(to, error.message, error) : error;

/** Messages that read as something else, on the line of a thread. */
export const eachMessage = (change: (message: Message) => Message | undefined): (() => Backend) =>
  replacing('messages', (port) => ({
    listEntries: async (query, options) => {
      const page = await port.listEntries(query, options);
      return {
        ...page,
        items: page.items.flatMap((entry) => (entry.type === 'message' ? (change(entry) ?? []) : entry)),
      };
    },
  }));

/** Calls about visits that are answered as staff would be, whoever asks. */
export const asStaff = (...methods: readonly (keyof AppointmentsPort)[]) =>
  breaking((connection, { staff }) => {
    const answers = methods.map((method) => [
      method,
      async (...given: never[]) => {
        const { appointments } = await staff.connect(patiently);
        return (appointments![method] as (...given: never[]) => Promise<unknown>)(...given);
      },
    ]);
    const appointments = { ...connection.appointments!, ...(Object.fromEntries(answers) as object) };
    return { ...connection, appointments };
  });

/** What a call ends with when it is refused so, and an answer otherwise. */
export const unless = async <T>(code: string, call: Promise<T>, answer: () => T | Promise<T>): Promise<T> =>
  call.catch((error: unknown) => {
    if (error instanceof AdapterError && error.code === code) return answer();
    throw error;
  });
