import type { Connection } from '../adapter/adapter.js';
import { AdapterError, type AdapterErrorCode } from '../adapter/errors.js';
import type { PersonId, SendKey, ThreadId } from '../model/id.js';
import type { Storage } from '../storage/storage.js';
import { newSendKey, type OutboxItem, type SendKind, type SendState } from './outbox-item.js';
import type { Report } from './report.js';
import { retryDelay } from './retry-delay.js';
import type { Clock, Network } from './surroundings.js';

/** Sends what people wrote: once, in order, and however long it takes. Never forgets a word on its own. */
export interface Outbox {
  /** Takes a message and returns at once; its key names it from then on. */
  send<Draft, Result>(kind: SendKind<Draft, Result>, lane: string, draft: Draft): SendKey;
  /** All that is under way or refused, oldest first; what was sent stays listed until the lane is used again. */
  items(lane?: string): readonly OutboxItem[];
  item(key: SendKey): OutboxItem | undefined;
  /** Tries a refused or held message again, under its own key. */
  sendAgain(key: SendKey): void;
  /** Takes a message out to be changed. Undefined for one that may already have arrived: it cannot be called back. */
  take(key: SendKey): OutboxItem | undefined;
  /** Goes on with what waited for a session: somebody has signed in. */
  resume(): void;
  listen(listener: () => void): () => void;
  close(): void;
}

export interface OutboxOptions {
  connect(): Promise<Connection>;
  /** Called when a thread has grown by what was sent. */
  sent(thread: ThreadId): void;
  /** Who was signed in last. */
  reader(): PersonId | undefined;
  readonly storage: Storage;
  readonly clock: Clock;
  readonly network: Network;
  readonly report: (report: Report) => void;
}

interface Sending {
  item: OutboxItem;
  readonly kind: SendKind<unknown, unknown>;
  /** Who wrote it: nobody else's session ever sends it (row F23). */
  by: PersonId | undefined;
  attempts: number;
  /** Whether a request has left that never got its answer. */
  uncertain: boolean;
  /** Whether sending it again could double it: it waits for somebody to decide. */
  blocked: boolean;
}

/** After these a message may have arrived: there was no answer, or none that anybody here can read (row F12). */
const UNCERTAIN: ReadonlySet<AdapterErrorCode> = new Set(['unknown-outcome', 'malformed']);

export function createOutbox({ connect, sent, reader, storage, clock, network, report }: OutboxOptions): Outbox {
  const all = new Map<SendKey, Sending>();
  const busy = new Set<string>();
  const waits = new Map<string, () => void>();
  const listeners = new Set<() => void>();
  const closing = new AbortController();

  function set(sending: Sending, state: SendState): void {
    sending.item = { ...sending.item, state };
    const { key } = sending.item;
    const stored = state.status === 'sent' ? storage.remove(`outbox/${key}`) : storage.set(`outbox/${key}`, sending.item);
    stored.catch(() => report({ code: 'storage', where: 'outbox' }));
    for (const listener of listeners) listener();
  }

  /** The next to go. Nothing overtakes a message that is held or undecided: order is kept. */
  function headOf(lane: string): Sending | undefined {
    const first = [...all.values()].find(
      ({ item }) => item.lane === lane && item.state.status !== 'sent' && item.state.status !== 'rejected',
    );
    return first && !first.blocked && first.item.state.status !== 'held' ? first : undefined;
  }

  async function drain(lane: string): Promise<void> {
    if (busy.has(lane)) return;
    busy.add(lane);
    waits.get(lane)?.();
    waits.delete(lane);
    for (let head = headOf(lane); head && !closing.signal.aborted; head = headOf(lane)) {
      if (!network.isOnline()) break;
      const wait = await attempt(head);
      if (wait === undefined) continue;
      if (wait !== Infinity) waits.set(lane, clock.after(wait, () => void drain(lane)));
      break;
    }
    busy.delete(lane);
  }

  /** One try. Returns how long the lane has to wait before the next; nothing when the next message can go. */
  async function attempt(sending: Sending): Promise<number | undefined> {
    const { item, kind } = sending;
    let connection: Connection | undefined;
    let result: unknown;
    set(sending, { status: sending.uncertain ? 'reconciling' : 'sending' });
    try {
      connection = await connect();
      sending.by ??= connection.me.id;
      if (sending.by !== connection.me.id) throw new AdapterError('auth-required', 'somebody else is signed in');
      result = await kind.send(connection, item.draft, { key: item.key, signal: closing.signal });
    } catch (error) {
      const failure = error instanceof AdapterError ? error : new AdapterError('unknown-outcome', 'no answer');
      // A failed connect() says nothing of the message: only a request that carried it can leave it uncertain.
      if (UNCERTAIN.has(failure.code) && connection) sending.uncertain = true;
      return failed(sending, failure, connection);
    }
    set(sending, { status: 'sent', result });
    sent(kind.threadOf(result));
    return undefined;
  }

  function failed(sending: Sending, failure: AdapterError, connection: Connection | undefined): number | undefined {
    if (failure.code === 'auth-required') {
      set(sending, { status: 'held', why: 'session' });
      return Infinity;
    }
    if (!failure.retryable && !(failure.code === 'malformed' && sending.uncertain)) {
      report({ code: failure.code, where: `outbox.${sending.item.kind}`, field: failure.field });
      set(sending, { status: 'rejected', code: failure.code, field: failure.field });
      return undefined;
    }
    set(sending, { status: sending.uncertain ? 'unknown' : 'queued' });
    sending.blocked = sending.uncertain && connection !== undefined && !sending.kind.isRepeatable(connection);
    if (sending.blocked) return Infinity;
    return retryDelay(sending.attempts++, failure.retryAfter);
  }

  function drainAll(): void {
    for (const lane of new Set([...all.values()].map(({ item }) => item.lane))) void drain(lane);
  }

  const stopNetwork = network.listen(() => {
    for (const listener of listeners) listener();
    if (network.isOnline()) drainAll();
  });

  return {
    send(kind, lane, draft) {
      for (const [key, { item }] of all) if (item.lane === lane && item.state.status === 'sent') all.delete(key);
      const key = newSendKey();
      const at = new Date(clock.now()).toISOString();
      const item: OutboxItem = { key, kind: kind.name, lane, draft, at, state: { status: 'queued' } };
      const sending: Sending = {
        item,
        kind,
        by: reader(),
        attempts: 0,
        uncertain: false,
        blocked: false,
      };
      all.set(key, sending);
      set(sending, item.state);
      void drain(lane);
      return key;
    },
    items: (lane) => [...all.values()].map(({ item }) => item).filter((item) => lane === undefined || item.lane === lane),
    item: (key) => all.get(key)?.item,
    sendAgain(key) {
      const sending = all.get(key);
      if (sending?.item.state.status !== 'rejected' && sending?.item.state.status !== 'held') return;
      sending.attempts = 0;
      set(sending, { status: sending.uncertain ? 'unknown' : 'queued' });
      void drain(sending.item.lane);
    },
    take(key) {
      const sending = all.get(key);
      if (!sending || sending.uncertain) return undefined;
      if (!['queued', 'held', 'rejected'].includes(sending.item.state.status)) return undefined;
      all.delete(key);
      storage.remove(`outbox/${key}`).catch(() => report({ code: 'storage', where: 'outbox' }));
      for (const listener of listeners) listener();
      return sending.item;
    },
    resume() {
      for (const sending of all.values()) {
        const { state } = sending.item;
        if (state.status === 'held' && state.why === 'session') {
          set(sending, { status: sending.uncertain ? 'unknown' : 'queued' });
        }
      }
      drainAll();
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      closing.abort();
      stopNetwork();
      for (const callOff of waits.values()) callOff();
      listeners.clear();
    },
  };
}
