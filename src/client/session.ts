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
      const session = await connect();
      const port = session[name];
      if (!port) throw new AdapterError(session.missing[name]?.code ?? 'unsupported', `there is no ${name} port`);
      return contained(name, () => call(port));
    },
  };
}

/** Adapters are strangers: one may throw at once, reject with a string, or leave a method out (row F29). */
async function contained<T>(where: string, call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (error instanceof AdapterError || (error as Error | null)?.name === 'AbortError') throw error;
    throw new AdapterError('malformed', `the adapter failed in ${where} with no error of the contract`);
  }
}
