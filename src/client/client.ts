import type { Adapter, Connection, PortName, Ports } from '../adapter/adapter.js';
import { AdapterError } from '../adapter/errors.js';
import type { PersonId } from '../model/id.js';
import { Session } from '../model/session.js';
import { memoryStorage } from '../storage/memory-storage.js';
import type { Storage } from '../storage/storage.js';
import { type ChangeFeed, createChangeFeed } from './change-feed.js';
import { checked } from './checked.js';
import { createDrafts, type Drafts } from './drafts.js';
import { createOutbox, type Outbox } from './outbox.js';
import type { Report } from './report.js';
import { type Clock, type Network, systemClock, systemNetwork } from './surroundings.js';

export interface ClientOptions {
  /** Told of everything that went wrong. The library itself logs nothing. */
  readonly report?: ((report: Report) => void) | undefined;
  /** Where unsent messages wait. Memory by default: nothing of a patient's stays on a shared device. */
  readonly storage?: Storage | undefined;
  readonly clock?: Clock | undefined;
  readonly network?: Network | undefined;
}

/** What elements talk to: one backend, one session. A plain object; functions such as `listThreads()` take it. */
export interface Client {
  /** Two copies of the library on one page meet through the context; this says whether they understand each other. */
  readonly protocol: 1;
  /** The session. Opened at the first call and kept; a failure is forgotten, so that the next call tries again. */
  connect(): Promise<Connection>;
  /** Runs a call on a port. Rejects with an {@link AdapterError} whatever the adapter does, an abort apart. */
  use<P extends PortName, T>(port: P, call: (port: NonNullable<Ports[P]>) => Promise<T>): Promise<T>;
  /** Somebody has signed in, or in again: opens a new session, sends what waited for it, reads again what is shown. */
  renew(): void;
  readonly changes: ChangeFeed;
  readonly outbox: Outbox;
  readonly drafts: Drafts;
  readonly clock: Clock;
  readonly network: Network;
  report(report: Report): void;
  /** Lets go of timers and streams. What is unsent is kept in the storage. */
  close(): void;
}

/** Puts the parts together around an adapter. */
export function createClient(adapter: Adapter, options: ClientOptions = {}): Client {
  const { report = () => {}, storage = memoryStorage(), clock = systemClock, network = systemNetwork } = options;
  const closing = new AbortController();
  let connection: Promise<Connection> | undefined;
  let reader: PersonId | undefined;

  function connect(): Promise<Connection> {
    if (!connection) {
      connection = contained('connect', async () => {
        const opened = await adapter.connect({ signal: closing.signal });
        const session = checked(Session, opened, 'connect');
        reader = session.me.id;
        return { ...opened, ...session };
      });
      connection.catch(() => {
        connection = undefined;
      });
    }
    return connection;
  }

  async function use<P extends PortName, T>(name: P, call: (port: NonNullable<Ports[P]>) => Promise<T>): Promise<T> {
    const session = await connect();
    const port = session[name];
    if (!port) throw new AdapterError(session.missing[name]?.code ?? 'unsupported', `there is no ${name} port`);
    return contained(name, () => call(port));
  }

  const changes = createChangeFeed({ use, clock, network, report });
  const outbox = createOutbox({
    connect,
    sent: (thread) => changes.announce([{ kind: 'thread', thread }]),
    reader: () => reader,
    storage,
    clock,
    network,
    report,
  });
  return {
    protocol: 1,
    connect,
    use,
    renew() {
      connection = undefined;
      outbox.resume();
      changes.announce([{ kind: 'other' }]);
    },
    changes,
    outbox,
    drafts: createDrafts(),
    clock,
    network,
    report,
    close() {
      closing.abort();
      changes.close();
      outbox.close();
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
