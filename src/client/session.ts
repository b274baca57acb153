import type { Adapter, Connection, PortName, Ports } from '../adapter/adapter.js';
import { AdapterError } from '../adapter/errors.js';
import type { PersonId } from '../model/id.js';
import { Session } from '../model/session.js';
import { checked } from './checked.js';

/** The session with a backend: opened at the first call, kept, and opened anew after somebody has signed in. */
export interface ClientSession {
  /** A failure is forgotten, so that the next call tries again. */
  connect(): Promise<Connection>;
  /** Opens a new session. Settles when it is known who is signed in now, or that nobody can be told. */
  renew(): Promise<void>;
  /** Who is signed in. Undefined while that is not known. */
  readonly reader: PersonId | undefined;
  /** Runs a call on a port. Rejects with an {@link AdapterError} whatever the adapter does, an abort apart. */
  use<P extends PortName, T>(port: P, call: (port: NonNullable<Ports[P]>) => Promise<T>): Promise<T>;
}

export function createSession(adapter: Adapter): ClientSession {
  // The contract wants a signal. Several elements wait for one session, so that none of them may end it.
  const { signal } = new AbortController();
  let connection: Promise<Connection> | undefined;
  let reader: PersonId | undefined;

  function connect(): Promise<Connection> {
    if (connection) return connection;
    const opening = contained('connect', async () => {
      const opened = await adapter.connect({ signal });
      return { ...opened, ...checked(Session, opened, 'connect') };
    });
    connection = opening;
    // A session that was being opened while another was asked for says nothing about who is signed in now.
    opening.then(
      ({ me }) => {
        if (connection === opening) reader = me.id;
      },
      () => {
        if (connection === opening) connection = undefined;
      },
    );
    return opening;
  }

  return {
    connect,
    get reader() {
      return reader;
    },
    async renew() {
      connection = undefined;
      await connect().catch(() => {
        reader = undefined;
      });
    },
    async use(name, call) {
      const port = portOf(await connect(), name);
      return contained(name, () => call(port));
    },
  };
}

/** A port on which every call is answered: what the connection lacks rejects with the code it is missing for. */
export function portOf<P extends PortName>(connection: Connection, name: P): NonNullable<Ports[P]> {
  const port: object = connection[name] ?? {};
  // Of an empty object: what is read from a frozen port could not be bound.
  return new Proxy({}, {
    get(_, key) {
      const part: unknown = Reflect.get(port, key);
      // Bound, since a method may belong to a class with private parts.
      if (typeof part === 'function') return part.bind(port) as unknown;
      // Whoever wants to watch asks first whether it is there: it is not a call, and has no answer.
      if (part !== undefined || key === 'watch' || key === 'idempotency') return part;
      const { missing } = connection;
      const { code } = missing[`${name}.${String(key)}`] ?? missing[name] ?? { code: 'unsupported' };
      return () => Promise.reject(new AdapterError(code, `there is no ${name}.${String(key)}`));
    },
  }) as NonNullable<Ports[P]>;
}

/** Adapters are strangers: one may throw at once, reject with a string, or leave a method out (row F29). */
async function contained<T>(where: string, call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (error instanceof AdapterError || (error as Error | null)?.name === 'AbortError') throw error;
    throw new AdapterError('malformed', `${where} failed with no error of the contract`);
  }
}
