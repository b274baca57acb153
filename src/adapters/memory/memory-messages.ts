import { AdapterError } from '../../adapter/errors.js';
import type { Message, Entry } from '../../model/message.js';
import type { MessageDraft } from '../../model/message-draft.js';
import type { MessageId, SendKey, ThreadId } from '../../model/id.js';
import type { Page } from '../../model/page.js';
import type { Session } from '../../model/session.js';
import type { Thread } from '../../model/thread.js';
import { dueDate } from '../../model/due-date.js';
import { placeOf, type MemoryBackend } from './memory-backend.js';
import { addEvent } from './memory-events.js';
import { bookmarkNumber, pageFrom } from './memory-reading.js';
import { writtenText } from './memory-text.js';
import { entryFor, isStaff, threadFor, type ThreadRecord } from './thread-record.js';

/** How many characters a reply may have. */
const BUDGETS = { patient: 750, staff: 10_000 } as const;

/** The reader's threads, those changed last first. */
export function listThreads(backend: MemoryBackend, session: Session, after: string | undefined): Page<Thread> {
  return pageFrom(
    backend.list(session, after === undefined ? undefined : bookmarkNumber(after)),
    ({ moved }) => String(moved),
    (record) => threadFor(record, session.me.id),
  );
}

/** The entries of a thread, newest first. */
export function listEntries(
  backend: MemoryBackend,
  session: Session,
  { thread, after }: { readonly thread: ThreadId; readonly after?: string | undefined },
): Page<Entry> {
  const { entries } = backend.find(thread, session);
  const from = after === undefined ? entries.length : Math.min(bookmarkNumber(after), entries.length);
  // Entries are only ever added at the end, so a place is a bookmark that stays true.
  const older = Array.from({ length: from }, (_, step) => from - 1 - step);
  return pageFrom(older, String, (place) => entryFor(entries[place]!, session.me.id));
}

/** Puts a message into a thread, and the turn with the other side. */
export function sendMessage(backend: MemoryBackend, session: Session, draft: MessageDraft, key: SendKey): Message {
  const record = backend.find(draft.thread, session);
  return backend.once(session.me.id, key, ['message', draft.thread, draft.body], () => {
    const body = writtenText(draft.body, { field: 'body', budget: BUDGETS[isStaff(session.me) ? 'staff' : 'patient'] });
    if (record.state === 'closed') throw new AdapterError('conflict', 'memory: the thread is closed');
    const message = newMessage(backend, session, record, { key, body, answers: [] });
    passTurn(backend, record, session);
    backend.save(record);
    return entryFor(message, session.me.id);
  });
}

/** Notes how far somebody has read; going back is not noted. */
export function markRead(
  backend: MemoryBackend,
  session: Session,
  { thread, upTo }: { readonly thread: ThreadId; readonly upTo: MessageId },
  key: SendKey,
): void {
  const record = backend.find(thread, session);
  backend.once(session.me.id, key, ['read-mark', thread, upTo], () => {
    const place = placeOf(record, upTo);
    if (place < 0) throw new AdapterError('invalid', 'memory: no such message', { field: 'upTo' });
    if (place <= placeOf(record, record.marks.get(session.me.id)?.upTo)) return;
    const isFirst = !record.marks.has(session.me.id);
    record.marks.set(session.me.id, { person: session.me, upTo, at: backend.now() });
    if (isFirst && isStaff(session.me)) addEvent(backend, record, { kind: 'opened', actor: session.me });
    backend.saveQuietly(record);
  });
}

/** Writes a message at the end of a thread. */
export function newMessage(
  backend: MemoryBackend,
  { me }: Session,
  record: ThreadRecord,
  { key, body, answers }: Pick<Message, 'key' | 'body' | 'answers'>,
): Message {
  const message: Message = {
    type: 'message',
    id: backend.newId('message') as MessageId,
    thread: record.id,
    key,
    author: me,
    ...(!isStaff(me) && record.subject.id !== me.id && { onBehalfOf: record.subject }),
    drafting: 'author',
    body,
    answers,
    sentAt: backend.now(),
  };
  record.entries.push(message);
  return message;
}

/** After a patient wrote the practice must act, by a new promise if the last was kept; after staff, the patient. */
function passTurn(backend: MemoryBackend, record: ThreadRecord, { me }: Session): void {
  const { practice, reasons } = backend.scenario;
  if (isStaff(me)) {
    record.turn = 'patient';
    record.dueAt = undefined;
    return;
  }
  record.turn = 'practice';
  const promise = reasons.find(({ id }) => id === record.reason?.id)?.promise;
  record.dueAt ??= promise && dueDate(backend.now(), practice, promise);
}
