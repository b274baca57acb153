import { AdapterError } from '../../adapter/errors.js';
import type { CallLog, QueueQuery } from '../../adapter/ports/queue.js';
import type { PersonId, SendKey, ThreadId } from '../../model/id.js';
import type { Page } from '../../model/page.js';
import type { Person } from '../../model/person.js';
import type { QueueItem } from '../../model/queue-item.js';
import type { Session } from '../../model/session.js';
import type { Thread } from '../../model/thread.js';
import type { MemoryBackend } from './memory-backend.js';
import { addEvent } from './memory-events.js';
import { bookmarkNumber, pageFrom } from './memory-reading.js';
import { writtenText } from './memory-text.js';
import { isOver, threadFor, timeOf, type ThreadRecord } from './thread-record.js';

/** A reason both sides read. */
const NOTE = { field: 'note', budget: 750 } as const;

/** What every change of a thread that was read before comes with. */
export interface ThreadWrite {
  readonly key: SendKey;
  readonly ifVersion?: string | undefined;
}

/** The threads of one box, the longest waiting first; those already answered come after. */
export function listQueue(backend: MemoryBackend, session: Session, { box, after }: QueueQuery): Page<QueueItem> {
  const place = after === undefined ? 0 : bookmarkNumber(after);
  const items = [...backend.list(session)]
    .filter((record) => isIn(box, record, session.me))
    .map((record) => ({ record, since: waitingSince(record), answered: record.turn === 'practice' ? 0 : 1 }))
    .map((item) => ({ ...item, from: Date.parse(item.since) }))
    .sort((a, b) => a.answered - b.answered || a.from - b.from || a.record.moved - b.record.moved)
    .map((item, index) => ({ ...item, place: index + 1 }));
  return pageFrom(
    items.slice(place),
    (item) => String(item.place),
    ({ record, since }) => ({ thread: threadFor(record, session.me), waitingSince: since, receiver: record.receiver }),
  );
}

/** Takes a thread nobody has. */
export function claim(backend: MemoryBackend, session: Session, thread: ThreadId, write: ThreadWrite): Thread {
  return changeThread(backend, session, ['claim', thread], write, (record) => {
    const { state, holder } = record.custody;
    if (state === 'held' && holder?.id !== session.me.id) {
      throw new AdapterError('conflict', 'memory: a colleague has this thread');
    }
    if (state === 'held') return false;
    hold(backend, record, session.me);
    addEvent(backend, record, { kind: 'assigned', actor: session.me, to: session.me });
    return true;
  });
}

/** Hands a thread to a colleague. */
export function route(
  backend: MemoryBackend,
  session: Session,
  { thread, to, note: why }: { readonly thread: ThreadId; readonly to: PersonId; readonly note: string },
  write: ThreadWrite,
): Thread {
  return changeThread(backend, session, ['route', thread, to, why], write, (record) => {
    const colleague = backend.scenario.staff.find(({ id }) => id === to);
    if (colleague?.answers !== 'messages') {
      throw new AdapterError('invalid', 'memory: not a colleague who answers messages', { field: 'to' });
    }
    addEvent(backend, record, { kind: 'routed', actor: session.me, to: colleague, note: writtenText(why, NOTE) });
    hold(backend, record, colleague);
    return true;
  });
}

/** Ends a thread. */
export function close(
  backend: MemoryBackend,
  session: Session,
  { thread, note: why }: { readonly thread: ThreadId; readonly note: string },
  write: ThreadWrite,
): Thread {
  return changeThread(backend, session, ['close', thread, why], write, (record) => {
    addEvent(backend, record, { kind: 'closed', actor: session.me, note: writtenText(why, NOTE) });
    record.state = 'closed';
    record.custody = { state: 'closed', since: backend.now() };
    record.turn = 'nobody';
    record.dueAt = undefined;
    return true;
  });
}

/** Notes a call. Custody stays; one that reached the patient counts as an answer. */
export function logCall(
  backend: MemoryBackend,
  session: Session,
  { thread, outcome, note }: CallLog,
  write: ThreadWrite,
): Thread {
  return changeThread(backend, session, ['call', thread, outcome, note], write, (record) => {
    addEvent(backend, record, { kind: 'call-logged', actor: session.me, outcome, note: writtenText(note, NOTE) });
    if (outcome !== 'reached') return true;
    record.turn = 'patient';
    record.dueAt = undefined;
    return true;
  });
}

/** Runs a change of a thread that is not over, once per key; it says whether it changed anything. */
export function changeThread(
  backend: MemoryBackend,
  session: Session,
  request: readonly [string, ThreadId, ...string[]],
  { key, ifVersion }: ThreadWrite,
  change: (record: ThreadRecord) => boolean,
): Thread {
  const record = backend.find(request[1], session);
  return backend.once(session.me.id, key, request, () => {
    if (ifVersion !== undefined && ifVersion !== String(record.version)) {
      throw new AdapterError('stale', 'memory: the thread has changed');
    }
    if (isOver(record)) throw new AdapterError('conflict', 'memory: the thread is over');
    if (change(record)) backend.save(record);
    return () => threadFor(record, session.me);
  });
}

function hold(backend: MemoryBackend, record: ThreadRecord, holder: Person): void {
  record.custody = { state: 'held', holder, since: backend.now() };
}

function isIn(box: QueueQuery['box'], { custody: { state, holder }, receiver }: ThreadRecord, me: Person): boolean {
  if (box === 'waiting') return state === 'waiting';
  if (box === 'catch-all') return state === 'waiting' && receiver?.answers !== 'messages';
  return state === 'held' && (holder?.id === me.id) === (box === 'mine');
}

/**
 * Since the patient's first message that nobody of the practice has answered, in writing or on the phone; a thread in
 * which nothing waits, since its last change.
 */
function waitingSince({ entries, updatedAt }: ThreadRecord): string {
  let since: string | undefined;
  for (const entry of entries) {
    const isAnswer = entry.type === 'event' && (entry.outcome === 'reached' || entry.kind === 'settled');
    if (entry.type === 'message' && entry.author.kind === 'patient') since ??= timeOf(entry);
    else if (entry.type === 'message' || isAnswer) since = undefined;
  }
  return since ?? updatedAt;
}
