import type { Connection, PortName } from '../../adapter/adapter.js';
import type { CallOptions } from '../../adapter/call-options.js';
import type { ChangesPort } from '../../adapter/ports/changes.js';
import type { Session } from '../../model/session.js';
import type { MemoryBackend } from './memory-backend.js';
import { amend, retract } from './memory-changing.js';
import { listCareTeam, listMedications, sendContact } from './memory-contact.js';
import { continueThread, settle } from './memory-ending.js';
import { listEntries, listThreads, markRead, sendMessage } from './memory-messages.js';
import { claim, close, listQueue, logCall, route } from './memory-queue.js';
import { bookmarkNumber } from './memory-reading.js';
import { pause, resume } from './memory-taking.js';
import { isStaff, threadFor, type ThreadRecord } from './thread-record.js';

/** Names one call of an adapter: `{ port: 'messages', method: 'send' }`. Connecting is `session`, `connect`. */
export interface MemoryCall {
  readonly port: PortName | 'session';
  readonly method: string;
}

/** Runs one call of an adapter, with whatever happens before and after it. */
export type Call = <T>(name: MemoryCall, options: CallOptions, effect: () => T) => Promise<T>;
export type AllPorts = Required<Pick<Connection, Exclude<PortName, 'results' | 'attachments'>>>;

/** Everything a backend does, for whoever is signed in. */
export function portsOf(backend: MemoryBackend, session: Session, call: Call): AllPorts {
  const { scenario } = backend;
  const copy = <T>(value: T): T => structuredClone(value);
  const on =
    (port: MemoryCall['port']) =>
    <T>(method: string, options: CallOptions, effect: () => T): Promise<T> =>
      call({ port, method }, options, effect);
  const [people, practice, contact, messages, queue] = [
    on('people'),
    on('practice'),
    on('contact'),
    on('messages'),
    on('queue'),
  ];
  return {
    people: {
      listCareTeam: ({ subject }, options) =>
        people('listCareTeam', options, () => listCareTeam(backend, session, subject)),
      listStaff: (options) => people('listStaff', options, () => ({ items: copy(scenario.staff) })),
    },
    practice: {
      readPractice: (options) => practice('readPractice', options, () => copy(backend.practice)),
      listReasons: (options) => practice('listReasons', options, () => ({ items: copy(scenario.reasons) })),
    },
    contact: {
      idempotency: 'key',
      send: (request, options) => contact('send', options, () => sendContact(backend, session, request, options.key)),
      listMedications: ({ subject }, options) =>
        contact('listMedications', options, () => listMedications(backend, session, subject)),
    },
    messages: {
      idempotency: 'key',
      listThreads: (query, options) => messages('listThreads', options, () => listThreads(backend, session, query)),
      readThread: (thread, options) =>
        messages('readThread', options, () => threadFor(backend.find(thread, session), session.me)),
      listEntries: (query, options) => messages('listEntries', options, () => listEntries(backend, session, query)),
      send: (draft, options) => messages('send', options, () => sendMessage(backend, session, draft, options.key)),
      markRead: (mark, options) => messages('markRead', options, () => markRead(backend, session, mark, options.key)),
      continue: (draft, options) =>
        messages('continue', options, () => continueThread(backend, session, draft, options.key)),
      settle: (thread, options) => messages('settle', options, () => settle(backend, session, thread, options)),
      amend: (change, options) => messages('amend', options, () => amend(backend, session, change, options.key)),
      retract: (change, options) => messages('retract', options, () => retract(backend, session, change, options.key)),
    },
    queue: {
      list: (query, options) => queue('list', options, () => listQueue(backend, session, query)),
      claim: (thread, options) => queue('claim', options, () => claim(backend, session, thread, options)),
      route: (routing, options) => queue('route', options, () => route(backend, session, routing, options)),
      close: (closing, options) => queue('close', options, () => close(backend, session, closing, options)),
      logCall: (log, options) => queue('logCall', options, () => logCall(backend, session, log, options)),
      pause: (given, options) => queue('pause', options, () => pause(backend, session, given, options.key)),
      resume: (options) => queue('resume', options, () => resume(backend, session, options.key)),
    },
    changes: changesPort(backend, session, call),
  };
}

function changesPort(backend: MemoryBackend, session: Session, call: Call): ChangesPort {
  const concerns = (record: ThreadRecord | undefined): boolean =>
    !record || isStaff(session.me) || session.subjects.some(({ id }) => id === record.subject.id);
  return {
    changesSince: (since, options) =>
      call({ port: 'changes', method: 'changesSince' }, options, () => {
        const touched = since === undefined ? new Set() : backend.touchedSince(bookmarkNumber(since));
        const changes = [];
        if (touched.has(undefined)) changes.push({ kind: 'practice' as const });
        for (const { id } of touched.size > 0 ? backend.list(session) : []) {
          if (touched.has(id)) changes.push({ kind: 'thread' as const, thread: id });
        }
        return { changes, next: String(backend.changes) };
      }),
    watch(sink) {
      let stopped = false;
      queueMicrotask(() => !stopped && sink.state('live'));
      const stop = backend.listen((record) => concerns(record) && queueMicrotask(() => !stopped && sink.hint()));
      return () => {
        stopped = true;
        stop();
      };
    },
  };
}
