import { AdapterError } from '../../adapter/errors.js';
import type { MessageId, PersonId, SendKey, ThreadId } from '../../model/id.js';
import type { Instant } from '../../model/instant.js';
import type { Entry, Message } from '../../model/message.js';
import type { Practice } from '../../model/practice.js';
import type { Session } from '../../model/session.js';
import { createResultStore, type ResultStore } from './memory-result-store.js';
import type { Scenario } from './scenario.js';
import { isStaff, recordOf, type ThreadRecord } from './thread-record.js';
import type { Touched } from './touched.js';
import type { ScenarioVisits } from './visits/scenario-visits.js';
import { createVisitStore, type VisitStore } from './visits/visit-store.js';

export interface MemoryBackendOptions {
  /** The clock, in milliseconds since the epoch. */
  readonly now?: () => number;
}

/** A practice's backend that lives in this page. Several adapters share one: a patient's view, a nurse's view. */
export interface MemoryBackend {
  readonly scenario: Scenario;
  /** The practice as it is now: a pause that has ended is none. Setting it is a change that everybody hears of. */
  practice: Practice;
  /** The same without its pause: as it was before. */
  readonly unpaused: Practice;
  /** The backend's time. */
  now(): Instant;
  /** A new id, never given before. */
  newId(kind: string): string;
  /** Who signs in, and for whom they may write. `auth-required` for somebody nobody knows. */
  sessionOf(person: PersonId): Session;
  /** A thread the reader may see; `not-found` for every other, whether it exists or not. */
  find(thread: ThreadId, session: Session): ThreadRecord;
  /** A thread, whoever may see it. */
  peek(thread: ThreadId): ThreadRecord | undefined;
  /** Threads the reader may see, those with the latest news first, from below a change on. */
  list(session: Session, below?: number): Iterable<ThreadRecord>;
  /** Keeps a thread with news in it as a new version, and moves it to the front. */
  save(record: ThreadRecord): void;
  /** The same for what is no news in itself, such as having read: the thread keeps its place in the list. */
  saveQuietly(record: ThreadRecord): void;
  /**
   * Does something once per person and key. The effect gives back how to read its answer: what is asked again is
   * answered as it is by then, without the words that were taken back. The same key with other words is a `conflict`.
   */
  once<T>(person: PersonId, key: SendKey, request: unknown, effect: () => () => T): T;
  /** How many changes there have been; the bookmark of now. */
  readonly changes: number;
  /** What changed after a bookmark, oldest first. */
  touchedSince(bookmark: number): readonly Touched[];
  /** Calls a listener with each thing that changes, until stopped. */
  listen(listener: (what: Touched) => void): () => void;
  /** What was found about patients. Tests and stories let results arrive, be corrected and be commented here. */
  readonly results: ResultStore;
  /** What can be booked, and is. */
  readonly visits: VisitStore;
  /** A second door for tests: every message there is. */
  messages(): Message[];
}

/** Makes a backend from a scenario. The scenario itself is never changed. */
export function memoryBackend(scenario: Scenario, { now = Date.now }: MemoryBackendOptions = {}): MemoryBackend {
  // In the order of their last change: a map remembers the order of putting in.
  const records = new Map<ThreadId, ThreadRecord>();
  const done = new Map<string, { request: string; answer: () => unknown }>();
  const touched: Touched[] = [];
  const listeners = new Set<(what: Touched) => void>();
  let { practice } = scenario;
  let before = withoutPause(practice);
  let newestFirst: ThreadRecord[] | undefined;
  let ids = 0;

  const seeds = scenario.threads.map((thread) => recordOf(thread, scenario));
  seeds.sort((a, b) => Date.parse(a.updatedAt) - Date.parse(b.updatedAt));
  for (const record of seeds) {
    record.moved = touched.push(ofThread(record));
    records.set(record.id, record);
  }

  const mayRead = ({ me, subjects }: Session, { subject }: ThreadRecord): boolean =>
    isStaff(me) || subjects.some(({ id }) => id === subject.id);

  const touch = (what: Touched): void => {
    touched.push(what);
    for (const listener of listeners) listener(what);
  };

  return {
    scenario,
    get practice() {
      const { state, until } = practice.messaging ?? {};
      return state === 'paused' && until && Date.parse(until) <= now() ? this.unpaused : practice;
    },
    get unpaused() {
      return { ...practice, messaging: before };
    },
    set practice(changed) {
      if (changed.messaging?.state !== 'paused') before = changed.messaging;
      practice = changed;
      touch({ change: { kind: 'practice' } });
    },
    now: () => new Date(now()).toISOString(),
    newId: (kind) => `${kind}-${(++ids).toString(36).padStart(6, '0')}`,

    sessionOf(person) {
      const patient = scenario.patients.find(({ person: { id } }) => id === person);
      if (patient) return { me: patient.person, subjects: [...patient.subjects] };
      const me = scenario.staff.find(({ id }) => id === person);
      if (!me) throw new AdapterError('auth-required', 'memory: nobody by this id');
      return { me, subjects: [] };
    },

    peek: (thread) => records.get(thread),

    find(thread, session) {
      const record = records.get(thread);
      if (!record || !mayRead(session, record)) throw new AdapterError('not-found', 'memory: no such thread');
      return record;
    },

    *list(session, below = Infinity) {
      newestFirst ??= [...records.values()].reverse();
      for (let at = firstBelow(newestFirst, below); at < newestFirst.length; at++) {
        const record = newestFirst[at]!;
        if (mayRead(session, record)) yield record;
      }
    },

    save(record) {
      record.updatedAt = new Date(now()).toISOString();
      record.moved = touched.length + 1;
      records.delete(record.id);
      records.set(record.id, record);
      newestFirst = undefined;
      record.version++;
      touch(ofThread(record));
    },

    saveQuietly: (record) => touch(ofThread(record)),

    once<T>(person: PersonId, key: SendKey, request: unknown, effect: () => () => T): T {
      const words = JSON.stringify(request);
      const known = done.get(`${person} ${key}`);
      if (known && known.request !== words) throw new AdapterError('conflict', 'memory: key used with other words');
      if (known) return known.answer() as T;
      const answer = effect();
      done.set(`${person} ${key}`, { request: words, answer });
      return answer();
    },

    get changes() {
      return touched.length;
    },
    touchedSince: (bookmark) => touched.slice(bookmark),

    listen(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },

    results: createResultStore(scenario, touch),
    visits: createVisitStore(visitsOf(scenario, now()), now, touch),

    messages: () => [...records.values()].flatMap(({ entries }) => structuredClone(entries.filter(isMessage))),
  };
}

const visitsOf = ({ visits = { services: [], slots: [] } }: Scenario, now: number): ScenarioVisits =>
  typeof visits === 'function' ? visits(now) : visits;

/** What a practice says of messages when it begins with a pause: nobody knows what was before, and it is open. */
const withoutPause = ({ messaging }: Practice): Practice['messaging'] =>
  messaging?.state === 'paused' ? { state: 'open', outsideHours: messaging.outsideHours } : messaging;

const ofThread = ({ id, subject }: ThreadRecord): Touched => ({
  change: { kind: 'thread', thread: id },
  subject: subject.id,
});

const isMessage = (entry: Entry): entry is Message => entry.type === 'message';

/** The place of the first record below a change, in a list that falls. */
function firstBelow(records: readonly ThreadRecord[], below: number): number {
  let low = 0;
  let high = records.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (records[middle]!.moved < below) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The place of a message in a thread, or -1. */
export const placeOf = ({ entries }: ThreadRecord, message: MessageId | undefined): number =>
  entries.findLastIndex((entry) => entry.type === 'message' && entry.id === message);
