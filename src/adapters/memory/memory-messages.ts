import { AdapterError } from '../../adapter/errors.js';
import type { ThreadQuery } from '../../adapter/ports/messages.js';
import type { Message, Entry } from '../../model/message.js';
import type { MessageDraft } from '../../model/message-draft.js';
import type { MessageId, SendKey, ThreadId } from '../../model/id.js';
import type { Page } from '../../model/page.js';
import type { Person } from '../../model/person.js';
import type { Session } from '../../model/session.js';
import type { Thread } from '../../model/thread.js';
import { dueDate } from '../../model/due-date.js';
import { placeOf, type MemoryBackend } from './memory-backend.js';
import { cardsOf, detailOf } from './memory-cards.js';
import { addEvent } from './memory-events.js';
import { bookmarkNumber, pageFrom } from './memory-reading.js';
import { matcher } from './memory-search.js';
import { checkTaken } from './memory-taking.js';
import { storableText, writtenText } from './memory-text.js';
import { BUDGETS, entryFor, isOver, isStaff, threadFor, type ThreadRecord } from './thread-record.js';

/** The reader's threads that meet all conditions, those changed last first. */
export function listThreads(backend: MemoryBackend, session: Session, { after, ...filter }: ThreadQuery): Page<Thread> {
  return pageFrom(
    filtered(backend.list(session, after === undefined ? undefined : bookmarkNumber(after)), matcher(filter, session)),
    ({ moved }) => String(moved),
    (record) => threadFor(record, session.me),
  );
}

function* filtered<T>(items: Iterable<T>, fits: (item: T) => boolean): Generator<T> {
  for (const item of items) if (fits(item)) yield item;
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
  return backend.once(session.me.id, key, ['message', draft], () => {
    if (isOver(record)) throw new AdapterError('conflict', 'memory: the thread is over');
    if (!isStaff(session.me)) checkTaken(backend);
    const cards = cardsOf(backend, session, record, draft.cards);
    const detail = draft.detail && detailOf(session, record, draft.detail);
    const checked = cards.length > 0 || detail ? storableText : writtenText;
    const body = checked(draft.body, { field: 'body', budget: budgetOf(session) });
    const message = newMessage(backend, session, record, { key, body, answers: detail?.answers ?? [], cards });
    detail?.note(message.id);
    passTurn(backend, record, session);
    backend.save(record);
    return () => messageFor(record, message.id, session.me);
  });
}

/** What one reader is told of a message that is there, as it is now. */
export const messageFor = (record: ThreadRecord, message: MessageId, reader: Person): Message =>
  entryFor(record.entries[placeOf(record, message)] as Message, reader.id);

/** How many characters somebody's message may have. */
export const budgetOf = ({ me }: Session): number => BUDGETS[isStaff(me) ? 'staff' : 'patient'];

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
    const answer = (): void => {};
    if (place <= placeOf(record, record.marks.get(session.me.id)?.upTo)) return answer;
    const isFirst = !record.marks.has(session.me.id);
    record.marks.set(session.me.id, { person: session.me, upTo, at: backend.now() });
    if (isFirst && isStaff(session.me)) addEvent(backend, record, { kind: 'opened', actor: session.me });
    backend.saveQuietly(record);
    return answer;
  });
}

/** Writes a message at the end of a thread. */
export function newMessage(
  backend: MemoryBackend,
  { me, subjects }: Session,
  record: ThreadRecord,
  { key, body, answers, cards = [] }: Pick<Message, 'key' | 'body' | 'answers'> & Partial<Pick<Message, 'cards'>>,
): Message {
  const relationship = subjects.find(({ id }) => id === record.subject.id)?.relationship;
  const message: Message = {
    type: 'message',
    id: backend.newId('message') as MessageId,
    thread: record.id,
    key,
    author: me,
    ...(!isStaff(me) && record.subject.id !== me.id && { onBehalfOf: record.subject }),
    ...(relationship && { relationship }),
    drafting: 'author',
    body,
    answers,
    cards,
    sentAt: backend.now(),
    amendments: [],
  };
  record.entries.push(message);
  return message;
}

/** After a patient wrote the practice must act, by a new promise if the last was kept; after staff, the patient. */
function passTurn({ practice, scenario, now }: MemoryBackend, record: ThreadRecord, { me }: Session): void {
  if (isStaff(me)) {
    record.turn = 'patient';
    record.dueAt = undefined;
    return;
  }
  record.turn = 'practice';
  const promise = scenario.reasons.find(({ id }) => id === record.reason?.id)?.promise;
  record.dueAt ??= promise && dueDate(now(), practice, promise);
}
