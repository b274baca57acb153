import type { Absence, Adapter, Connection, PortName } from '../../adapter/adapter.js';
import type { CallOptions } from '../../adapter/call-options.js';
import { AdapterError } from '../../adapter/errors.js';
import type { ChangesPort } from '../../adapter/ports/changes.js';
import type { PersonId } from '../../model/id.js';
import type { Session } from '../../model/session.js';
import type { MemoryBackend } from './memory-backend.js';
import { sendContact } from './memory-contact.js';
import { listEntries, listThreads, markRead, sendMessage } from './memory-messages.js';
import { claim, close, listQueue, route } from './memory-queue.js';
import { bookmarkNumber } from './memory-reading.js';
import { isStaff, threadFor } from './thread-record.js';

export { memoryBackend, type MemoryBackend, type MemoryBackendOptions } from './memory-backend.js';
export type { Scenario, ScenarioPatient, ScenarioThread } from './scenario.js';

/** Names one call of an adapter: `{ port: 'messages', method: 'send' }`. Connecting is `session`, `connect`. */
export interface MemoryCall {
  readonly port: PortName | 'session';
  readonly method: string;
}

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

// What a backend like this one does not do for patients.
const STAFF_ONLY = ['queue', 'people.listStaff'];

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
        const staffOnly = isStaff(session.me) ? [] : STAFF_ONLY;
        const { phone } = backend.scenario.practice;
        const missing: Record<string, Absence> = {};
        for (const name of staffOnly) missing[name] = { code: 'forbidden', phone };
        for (const name of without) missing[name] = { code: 'unsupported', phone };
        return { ...structuredClone(session), ...portsWithout(missing, portsOf(backend, session, call)), missing };
      }),
  };
}

type Call = <T>(name: MemoryCall, options: CallOptions, effect: () => T) => Promise<T>;
type AllPorts = Required<Pick<Connection, PortName>>;

function portsOf(backend: MemoryBackend, session: Session, call: Call) {
  const { scenario } = backend;
  const copy = <T>(value: T): T => structuredClone(value);
  return {
    people: {
      listCareTeam: ({ subject }, options) =>
        call({ port: 'people', method: 'listCareTeam' }, options, () => {
          // In a practice this small everyone looks after everyone, but not everyone may ask.
          const mayAsk = isStaff(session.me) || session.subjects.some(({ id }) => id === subject);
          if (!mayAsk) throw new AdapterError('not-found', 'memory: not somebody you ask about');
          return { items: copy(scenario.staff) };
        }),
      listStaff: (options) =>
        call({ port: 'people', method: 'listStaff' }, options, () => ({ items: copy(scenario.staff) })),
    },
    practice: {
      readPractice: (options) =>
        call({ port: 'practice', method: 'readPractice' }, options, () => copy(scenario.practice)),
      listReasons: (options) =>
        call({ port: 'practice', method: 'listReasons' }, options, () => ({ items: copy(scenario.reasons) })),
    },
    contact: {
      idempotency: 'key',
      send: (request, options) =>
        call({ port: 'contact', method: 'send' }, options, () => sendContact(backend, session, request, options.key)),
    },
    messages: {
      idempotency: 'key',
      listThreads: ({ after }, options) =>
        call({ port: 'messages', method: 'listThreads' }, options, () => listThreads(backend, session, after)),
      readThread: (thread, options) =>
        call({ port: 'messages', method: 'readThread' }, options, () =>
          threadFor(backend.find(thread, session), session.me.id),
        ),
      listEntries: (query, options) =>
        call({ port: 'messages', method: 'listEntries' }, options, () => listEntries(backend, session, query)),
      send: (draft, options) =>
        call({ port: 'messages', method: 'send' }, options, () => sendMessage(backend, session, draft, options.key)),
      markRead: (mark, options) =>
        call({ port: 'messages', method: 'markRead' }, options, () => markRead(backend, session, mark, options.key)),
    },
    queue: {
      list: (query, options) =>
        call({ port: 'queue', method: 'list' }, options, () => listQueue(backend, session, query)),
      claim: (thread, options) =>
        call({ port: 'queue', method: 'claim' }, options, () => claim(backend, session, thread, options)),
      route: (routing, options) =>
        call({ port: 'queue', method: 'route' }, options, () => route(backend, session, routing, options)),
      close: (closing, options) =>
        call({ port: 'queue', method: 'close' }, options, () => close(backend, session, closing, options)),
    },
    changes: changesPort(backend, session, call),
  } satisfies AllPorts;
}

function changesPort(backend: MemoryBackend, session: Session, call: Call): Required<ChangesPort> {
  const visible = (record: Parameters<Parameters<MemoryBackend['listen']>[0]>[0]): boolean =>
    isStaff(session.me) || session.subjects.some(({ id }) => id === record.subject.id);
  return {
    changesSince: (since, options) =>
      call({ port: 'changes', method: 'changesSince' }, options, () => {
        const touched = since === undefined ? new Set() : backend.touchedSince(bookmarkNumber(since));
        const changes = [];
        for (const { id } of touched.size > 0 ? backend.list(session) : []) {
          if (touched.has(id)) changes.push({ kind: 'thread' as const, thread: id });
        }
        return { changes, next: String(backend.changes) };
      }),
    watch(sink) {
      let stopped = false;
      queueMicrotask(() => !stopped && sink.state('live'));
      const stop = backend.listen((record) => visible(record) && queueMicrotask(() => !stopped && sink.hint()));
      return () => {
        stopped = true;
        stop();
      };
    },
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
    Promise.resolve(work).then(resolve, reject).finally(() => signal.removeEventListener('abort', giveUp));
  });
}
