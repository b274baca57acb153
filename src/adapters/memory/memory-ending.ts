import { AdapterError } from '../../adapter/errors.js';
import type { MessageDraft } from '../../model/message-draft.js';
import type { SendKey, ThreadId } from '../../model/id.js';
import type { Receipt } from '../../model/receipt.js';
import type { Session } from '../../model/session.js';
import type { Thread } from '../../model/thread.js';
import type { MemoryBackend } from './memory-backend.js';
import { linkTo } from './memory-cards.js';
import { newThread } from './memory-contact.js';
import { addEvent } from './memory-events.js';
import { budgetOf, messageFor, newMessage } from './memory-messages.js';
import { changeThread, type ThreadWrite } from './memory-queue.js';
import { checkTaken } from './memory-taking.js';
import { writtenText } from './memory-text.js';
import { isOver, isStaff, threadFor } from './thread-record.js';

/** The patient has what they needed: nobody owes anything. */
export function settle(backend: MemoryBackend, session: Session, thread: ThreadId, write: ThreadWrite): Thread {
  checkPatient(session);
  return changeThread(backend, session, ['settle', thread], write, (record) => {
    if (record.turn === 'nobody') return false;
    record.turn = 'nobody';
    record.dueAt = undefined;
    addEvent(backend, record, { kind: 'settled', actor: session.me });
    return true;
  });
}

/** Goes on from a thread that is over in a new one; each names the other. */
export function continueThread(
  backend: MemoryBackend,
  session: Session,
  draft: Pick<MessageDraft, 'thread' | 'body'>,
  key: SendKey,
): Receipt {
  const old = backend.find(draft.thread, session);
  return backend.once(session.me.id, key, ['continue', draft.thread, draft.body], () => {
    checkPatient(session);
    if (!isOver(old) || old.continuedBy) throw new AdapterError('conflict', 'memory: not over, or continued already');
    checkTaken(backend);
    const body = writtenText(draft.body, { field: 'body', budget: budgetOf(session) });
    const { title, reason, subject, receiver } = old;
    const record = newThread(backend, { title, reason, subject, receiver, continues: old.id });
    const message = newMessage(backend, session, record, { key, body, answers: [], cards: [linkTo(old)] });
    old.continuedBy = record.id;
    addEvent(backend, old, { kind: 'continued', actor: session.me, continuedBy: record.id });
    backend.save(old);
    backend.save(record);
    return () => ({ thread: threadFor(record, session.me), message: messageFor(record, message.id, session.me) });
  });
}

function checkPatient({ me }: Session): void {
  if (isStaff(me)) throw new AdapterError('forbidden', 'memory: this is for patients');
}
