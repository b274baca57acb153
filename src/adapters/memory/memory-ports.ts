import type { Connection, PortName } from '../../adapter/adapter.js';
import type { CallOptions } from '../../adapter/call-options.js';
import type { Session } from '../../model/session.js';
import { openAttachment } from './memory-attachments.js';
import type { MemoryBackend } from './memory-backend.js';
import type { Call, MemoryCall } from './memory-call.js';
import { changesPort } from './memory-changes.js';
import { amend, retract } from './memory-changing.js';
import { listCareTeam, listMedications, sendContact } from './memory-contact.js';
import { listReported, reportMistake, reviewCorrection } from './memory-corrections.js';
import { continueThread, settle } from './memory-ending.js';
import { listEntries, listThreads, markRead, sendMessage } from './memory-messages.js';
import { claim, close, listQueue, logCall, route } from './memory-queue.js';
import { noteVisit, readRelease, setRelease } from './memory-release.js';
import { listHistory, listResults, readResult, uncover } from './memory-results.js';
import { pause, resume } from './memory-taking.js';
import { threadFor } from './thread-record.js';
import { visitPorts } from './visits/visits-port.js';

export type AllPorts = Required<Pick<Connection, PortName>>;

/** Everything a backend does, for whoever is signed in. */
export function portsOf(backend: MemoryBackend, session: Session, call: Call): AllPorts {
  const { scenario } = backend;
  const copy = <T>(value: T): T => structuredClone(value);
  const on =
    (port: MemoryCall['port']) =>
    <T>(method: string, options: CallOptions, effect: () => T): Promise<T> =>
      call({ port, method }, options, effect);
  const [people, practice, contact, messages, queue, results] = [
    on('people'),
    on('practice'),
    on('contact'),
    on('messages'),
    on('queue'),
    on('results'),
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
    results: {
      listResults: (query, options) => results('listResults', options, () => listResults(backend, session, query)),
      readResult: (result, options) => results('readResult', options, () => readResult(backend, session, result)),
      listHistory: (query, options) => results('listHistory', options, () => listHistory(backend, session, query)),
      uncover: (result, options) => results('uncover', options, () => uncover(backend, session, result, options)),
      readRelease: ({ subject }, options) =>
        results('readRelease', options, () => readRelease(backend, session, subject)),
      setRelease: (choice, options) =>
        results('setRelease', options, () => setRelease(backend, session, choice, options)),
      noteVisit: ({ subject }, options) =>
        results('noteVisit', options, () => noteVisit(backend, session, subject, options)),
      reportMistake: (mistake, options) =>
        results('reportMistake', options, () => reportMistake(backend, session, mistake, options)),
      listReported: (query, options) => results('listReported', options, () => listReported(backend, session, query)),
      reviewCorrection: (review, options) =>
        results('reviewCorrection', options, () => reviewCorrection(backend, session, review, options)),
    },
    attachments: {
      open: (attachment, options) =>
        call({ port: 'attachments', method: 'open' }, options, () => openAttachment(backend, session, attachment)),
    },
    ...visitPorts(backend, session, call),
    changes: changesPort(backend, session, call),
  };
}
