import { AdapterError } from '../../adapter/errors.js';
import type { QueueQuery } from '../../adapter/ports/queue.js';
import type { EventId, PersonId, SendKey, ThreadId } from '../../model/id.js';
import type { ThreadEvent } from '../../model/message.js';
import type { Page } from '../../model/page.js';
import type { Person } from '../../model/person.js';
import type { QueueItem } from '../../model/queue-item.js';
import type { Session } from '../../model/session.js';
import type { Thread } from '../../model/thread.js';
import type { MemoryBackend } from './memory-backend.js';
import { bookmarkNumber, pageFrom } from './memory-reading.js';
import { threadFor, timeOf, type ThreadRecord } from './thread-record.js';

/** What every change of custody comes with. */
export interface CustodyWrite {
  readonly key: SendKey;
  readonly ifVersion?: string | undefined;
}

/** The threads of one box, the longest waiting first. */
export function listQueue(backend: MemoryBackend, session: Session, { box, after }: QueueQuery): Page<QueueItem> {
  const place = after === undefined ? 0 : bookmarkNumber(after);
  const items = [...backend.list(session)]
    .filter((record) => boxOf(record, session.me) === box)
    .map((record) => ({ record, since: waitingSince(record), from: Date.parse(waitingSince(record)) }))
    .sort((a, b) => a.from - b.from || a.record.change - b.record.change)
    .map((item, index) => ({ ...item, place: index + 1 }));
  return pageFrom(
    items.slice(place),
    (item) => String(item.place),
    ({ record, since }) => ({ thread: threadFor(record, session.me.id), waitingSince: since }),
  );
}

/** Takes a thread nobody has. */
export function claim(backend: MemoryBackend, session: Session, thread: ThreadId, write: CustodyWrite): Thread {
  return changeCustody(backend, session, ['claim', thread], write, (record) => {
    const { state, holder } = record.custody;
    if (state === 'held' && holder?.id !== session.me.id) {
      throw new AdapterError('conflict', 'memory: a colleague has this thread');
    }
    if (state === 'held') return;
    hold(backend, record, session.me);
    note(backend, record, { kind: 'assigned', actor: session.me, to: session.me });
  });
}

/** Hands a thread to a colleague. */
export function route(
  backend: MemoryBackend,
  session: Session,
  { thread, to, note: why }: { readonly thread: ThreadId; readonly to: PersonId; readonly note: string },
  write: CustodyWrite,
): Thread {
  return changeCustody(backend, session, ['route', thread, to, why], write, (record) => {
    const colleague = backend.scenario.staff.find(({ id }) => id === to);
    if (!colleague) throw new AdapterError('invalid', 'memory: not a colleague', { field: 'to' });
    hold(backend, record, colleague);
    note(backend, record, { kind: 'routed', actor: session.me, to: colleague, note: why });
  });
}

/** Ends a thread. */
export function close(
  backend: MemoryBackend,
  session: Session,
  { thread, note: why }: { readonly thread: ThreadId; readonly note: string },
  write: CustodyWrite,
): Thread {
  return changeCustody(backend, session, ['close', thread, why], write, (record) => {
    record.state = 'closed';
    record.custody = { state: 'closed', holder: record.custody.holder, since: backend.now() };
    record.turn = 'nobody';
    record.dueAt = undefined;
    note(backend, record, { kind: 'closed', actor: session.me, note: why });
  });
}

function changeCustody(
  backend: MemoryBackend,
  session: Session,
  request: readonly [string, ThreadId, ...string[]],
  { key, ifVersion }: CustodyWrite,
  change: (record: ThreadRecord) => void,
): Thread {
  const record = backend.find(request[1], session);
  return backend.once(session.me.id, key, request, () => {
    if (ifVersion !== undefined && ifVersion !== String(record.change)) {
      throw new AdapterError('stale', 'memory: the thread has changed');
    }
    if (record.state === 'closed') throw new AdapterError('conflict', 'memory: the thread is closed');
    change(record);
    backend.save(record);
    return threadFor(record, session.me.id);
  });
}

function hold(backend: MemoryBackend, record: ThreadRecord, holder: Person): void {
  record.custody = { state: 'held', holder, since: backend.now() };
}

function note(
  backend: MemoryBackend,
  { id, entries }: ThreadRecord,
  event: Pick<ThreadEvent, 'kind' | 'actor' | 'to' | 'note'>,
): void {
  entries.push({ type: 'event', id: backend.newId('event') as EventId, thread: id, at: backend.now(), ...event });
}

function boxOf({ custody: { state, holder } }: ThreadRecord, me: Person): QueueQuery['box'] | undefined {
  if (state === 'waiting') return 'waiting';
  if (state !== 'held') return undefined;
  return holder?.id === me.id ? 'mine' : 'held';
}

/** Since the patient's first message nobody of the practice has answered; an answered thread waits since its change. */
function waitingSince({ entries, updatedAt }: ThreadRecord): string {
  let since: string | undefined;
  for (const entry of entries) {
    if (entry.type !== 'message') continue;
    since = entry.author.kind === 'patient' ? (since ?? timeOf(entry)) : undefined;
  }
  return since ?? updatedAt;
}
