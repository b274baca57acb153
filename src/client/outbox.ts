import type { Connection } from '../adapter/adapter.js';
import { AdapterError, type AdapterErrorCode } from '../adapter/errors.js';
import type { PersonId, SendKey, ThreadId } from '../model/id.js';
import type { Storage } from '../storage/storage.js';
import { newSendKey, type OutboxItem, type SendKind, type SendState } from './outbox-item.js';
import type { Report } from './report.js';
import { retryDelay } from './retry-delay.js';
import type { Clock, Network } from './surroundings.js';
import { tell } from './tell.js';

/** Sends what people wrote: once, in order, and however long it takes. Never forgets a word on its own. */
export interface Outbox {
  /** Takes a message and returns at once; its key names it from then on. */
  send<Draft, Result>(kind: SendKind<Draft, Result>, lane: string, draft: Draft, author?: PersonId): SendKey;
  /** What the reader has under way or was refused, oldest first; what was sent is listed until the lane is used again. */
  items(lane?: string): readonly OutboxItem[];
  item(key: SendKey): OutboxItem | undefined;
  /** Tries a refused, held or undecided message again, under its own key. */
  sendAgain(key: SendKey): void;
  /** Takes a message out to be changed. Undefined for one that may already have arrived: it cannot be called back. */
  take(key: SendKey): OutboxItem | undefined;
  /** A message has been seen at the backend under its key: it was sent, whatever its answer said. */
  arrived(key: SendKey, result: unknown): void;
  /** Goes on with what waited for a session: somebody has signed in. */
  resume(): void;
  listen(listener: () => void): () => void;
}

export interface OutboxOptions {
  connect(): Promise<Connection>;
  /** Called with the threads that have changed by what was sent. */
  sent(threads: readonly ThreadId[]): void;
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

/** Tried all the same after this time, since devices are wrong at times about having no network. In milliseconds. */
const OFFLINE_RETRY = 30_000;

/** After these a message may have arrived: there was no answer, or none that anybody here can read (row F12). */
const UNCERTAIN: ReadonlySet<AdapterErrorCode> = new Set(['unknown-outcome', 'malformed']);

export function createOutbox({ connect, sent, reader, storage, clock, network, report }: OutboxOptions): Outbox {
  const all = new Map<SendKey, Sending>();
  const busy = new Set<string>();
  const waits = new Map<string, () => void>();
  const listeners = new Set<() => void>();
  // Nothing calls a message back: removing an element does not, and neither does closing the client.
  const { signal } = new AbortController();

  const notice = (): void => tell(listeners, report);
  const isReaders = ({ by }: Sending): boolean => by === undefined || by === reader();
  const stored = (done: Promise<void>): void => {
    done.catch(() => report({ code: 'storage', where: 'outbox' }));
  };

  function set(sending: Sending, state: SendState): void {
    sending.item = { ...sending.item, state };
    const { key } = sending.item;
    stored(state.status === 'sent' ? storage.remove(`outbox/${key}`) : storage.set(`outbox/${key}`, sending.item));
    notice();
  }

  const setWaiting = (sending: Sending): void =>
    set(sending, sending.uncertain ? { status: 'unknown', blocked: sending.blocked } : { status: 'queued' });

  /** The next to go. Nothing overtakes a message that is held or undecided: order is kept. */
  function headOf(lane: string): Sending | undefined {
    const first = [...all.values()].find((sending) => {
      const { item } = sending;
      return item.lane === lane && isReaders(sending) && item.state.status !== 'sent' && item.state.status !== 'rejected';
    });
    return first && !first.blocked && first.item.state.status !== 'held' ? first : undefined;
  }

  async function drain(lane: string, evenOffline = false): Promise<void> {
    if (busy.has(lane)) return;
    busy.add(lane);
    waits.get(lane)?.();
    waits.delete(lane);
    for (let head = headOf(lane); head; head = headOf(lane)) {
      const wait = network.isOnline() || evenOffline ? await attempt(head) : OFFLINE_RETRY;
      if (wait === undefined) continue;
      if (wait !== Infinity) waits.set(lane, clock.after(wait, () => void drain(lane, true)));
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
      if (sending.by !== connection.me.id) throw new AdapterError('auth-required', 'not the writer');
      result = await kind.send(connection, item.draft, { key: item.key, signal });
    } catch (error) {
      const failure = error instanceof AdapterError ? error : new AdapterError('unknown-outcome', 'no answer');
      // A failed connect() says nothing of the message: only a request that carried it can leave it uncertain.
      if (UNCERTAIN.has(failure.code) && connection) sending.uncertain = true;
      return isSent(sending) ? undefined : failed(sending, failure, connection);
    }
    if (!isSent(sending)) arrive(sending, result);
    return undefined;
  }

  const isSent = ({ item }: Sending): boolean => item.state.status === 'sent';

  function arrive(sending: Sending, result: unknown): void {
    const { kind, item } = sending;
    set(sending, { status: 'sent', result });
    const other = kind.otherThreadOf?.(item.draft);
    sent([kind.threadOf(result), ...(other ? [other] : [])]);
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
    sending.blocked = sending.uncertain && connection !== undefined && !sending.kind.isRepeatable(connection);
    setWaiting(sending);
    return sending.blocked ? Infinity : retryDelay(sending.attempts++, failure.retryAfter);
  }

  function drainAll(): void {
    for (const lane of new Set([...all.values()].map(({ item }) => item.lane))) void drain(lane);
  }

  network.listen(() => {
    notice();
    if (network.isOnline()) drainAll();
  });

  return {
    send(kind, lane, draft, author = reader()) {
      for (const [sent, sending] of all) if (isSent(sending) && sending.item.lane === lane) all.delete(sent);
      const key = newSendKey();
      const at = new Date(clock.now()).toISOString();
      const item: OutboxItem = { key, kind: kind.name, lane, draft, at, state: { status: 'queued' } };
      const sending: Sending = {
        item,
        kind,
        by: author,
        attempts: 0,
        uncertain: false,
        blocked: false,
      };
      all.set(key, sending);
      set(sending, item.state);
      void drain(lane);
      return key;
    },
    items: (lane) =>
      [...all.values()]
        .filter((sending) => isReaders(sending) && (lane === undefined || sending.item.lane === lane))
        .map(({ item }) => item),
    item(key) {
      const sending = all.get(key);
      return sending && isReaders(sending) ? sending.item : undefined;
    },
    sendAgain(key) {
      const sending = all.get(key);
      const { status } = sending?.item.state ?? {};
      if (!sending || (status !== 'rejected' && status !== 'held' && !sending.blocked)) return;
      sending.attempts = 0;
      sending.blocked = false;
      setWaiting(sending);
      void drain(sending.item.lane);
    },
    take(key) {
      const sending = all.get(key);
      const { status = 'sent' } = sending?.item.state ?? {};
      // A refusal settles what was uncertain: under one key, what has arrived is not refused afterwards.
      const mayArrive = sending?.uncertain === true && status !== 'rejected';
      if (!sending || mayArrive || !['queued', 'held', 'rejected'].includes(status)) return undefined;
      all.delete(key);
      stored(storage.remove(`outbox/${key}`));
      notice();
      return sending.item;
    },
    arrived(key, result) {
      const sending = all.get(key);
      if (!sending?.uncertain || isSent(sending)) return;
      sending.blocked = false;
      arrive(sending, result);
      void drain(sending.item.lane);
    },
    resume() {
      for (const sending of all.values()) {
        const { state } = sending.item;
        if (isReaders(sending) && state.status === 'held' && state.why === 'session') setWaiting(sending);
      }
      notice();
      drainAll();
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
