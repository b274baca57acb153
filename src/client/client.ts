import type { Adapter, Connection } from '../adapter/adapter.js';
import type { PersonId } from '../model/id.js';
import type { Practice } from '../model/practice.js';
import { memoryStorage } from '../storage/memory-storage.js';
import { type ChangeFeed, createChangeFeed } from './change-feed.js';
import { createDrafts, type Drafts } from './drafts.js';
import { createOutbox, type Outbox } from './outbox.js';
import type { Report } from './report.js';
import { createSelection, type Selection } from './selection.js';
import { type ClientSession, createSession } from './session.js';
import { type Clock, type Network, systemClock, systemNetwork } from './surroundings.js';

export interface ClientOptions {
  /** Told of everything that went wrong. The library itself logs nothing. */
  readonly report?: ((report: Report) => void) | undefined;
  readonly clock?: Clock | undefined;
  readonly network?: Network | undefined;
}

/** What elements talk to: one backend, one session. A plain object; functions such as `listThreads()` take it. */
export interface Client {
  /** Two copies of the library on one page meet through the context; this says whether they understand each other. */
  readonly protocol: 1;
  /** The session. Opened at the first call and kept; a failure is forgotten, so that the next call tries again. */
  connect(): Promise<Connection>;
  /** Runs a call on a port. Rejects with an `AdapterError` whatever the adapter does, an abort apart. */
  readonly use: ClientSession['use'];
  /** Who is signed in. Undefined while that is not known. */
  readonly reader: PersonId | undefined;
  /** Somebody has signed in, or in again: opens a new session, sends what waited for it, reads again what is shown. */
  renew(): Promise<void>;
  readonly changes: ChangeFeed;
  readonly outbox: Outbox;
  readonly drafts: Drafts;
  readonly selection: Selection;
  /** What is read once, until a change says otherwise; how many such changes there were; no longer waits for a pause's end. */
  readonly kept: { practice?: Practice | undefined; changes: number; stop?: (() => void) | undefined };
  /** Where people may write without an account. Set by the provider. */
  guestUrl?: string | undefined;
  readonly clock: Clock;
  readonly network: Network;
  report(report: Report): void;
  /** Stops watching the backend. What is unsent goes on being sent. */
  close(): void;
}

/** Puts the parts together around an adapter. */
export function createClient(adapter: Adapter, options: ClientOptions = {}): Client {
  const { report = () => {}, clock = systemClock, network = systemNetwork } = options;
  const session = createSession(adapter);
  const { connect, use } = session;
  const kept: Client['kept'] = { changes: 0 };
  const changes = createChangeFeed({
    use,
    clock,
    network,
    report,
    // A change of no known kind may be one of the practice.
    heard(list) {
      if (list.every(({ kind }) => kind === 'thread')) return;
      kept.practice = undefined;
      kept.changes++;
    },
  });
  const outbox = createOutbox({
    connect,
    sent: (threads) => changes.announce(threads.map((thread) => ({ kind: 'thread', thread }))),
    reader: () => session.reader,
    // Memory: nothing of a patient's stays on a device that others may use.
    storage: memoryStorage(),
    clock,
    network,
    report,
  });
  return {
    protocol: 1,
    connect,
    use,
    get reader() {
      return session.reader;
    },
    async renew() {
      await session.renew();
      outbox.resume();
      changes.restart();
    },
    changes,
    outbox,
    drafts: createDrafts(),
    selection: createSelection(() => session.reader, report),
    kept,
    clock,
    network,
    report,
    close() {
      kept.stop?.();
      changes.close();
    },
  };
}
