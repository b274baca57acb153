import { AdapterError } from '../../adapter/errors.js';
import type { MessageChange } from '../../adapter/ports/messages.js';
import type { Card } from '../../model/card.js';
import type { MessageId, SendKey } from '../../model/id.js';
import type { Message } from '../../model/message.js';
import type { Session } from '../../model/session.js';
import { placeOf, type MemoryBackend } from './memory-backend.js';
import { budgetOf, messageFor } from './memory-messages.js';
import { checkTaken } from './memory-taking.js';
import { wrongAt, writtenText } from './memory-text.js';
import { isOver, isStaff, type ThreadRecord } from './thread-record.js';

/** Changes the words of a message of one's own. */
export function amend(
  backend: MemoryBackend,
  session: Session,
  { body: given, ...which }: MessageChange & { readonly body: string },
  key: SendKey,
): Message {
  return change(backend, session, which, ['amend', given], key, (message) => {
    if (!isStaff(session.me)) checkTaken(backend);
    const body = writtenText(given, { field: 'body', budget: budgetOf(session) });
    if (body === message.body) return message;
    const before = { body: message.body, until: backend.now() };
    return { ...message, body, amendments: [...message.amendments, before] };
  });
}

/** Takes back a message of one's own. Its words are gone; that it was there is not. What it answered is asked again. */
export function retract(backend: MemoryBackend, session: Session, which: MessageChange, key: SendKey): Message {
  return change(backend, session, which, ['retract'], key, (message, record) => {
    askAgain(record, message.id);
    return { ...message, body: '', answers: [], cards: [], amendments: [], retractedAt: backend.now() };
  });
}

function askAgain({ entries }: ThreadRecord, answer: MessageId): void {
  const isAnswered = ({ answeredBy }: Card): boolean => answeredBy === answer;
  for (const [place, entry] of entries.entries()) {
    if (entry.type !== 'message' || !entry.cards.some(isAnswered)) continue;
    // Entries are replaced and never changed, since a scenario may hold them too.
    const cards = entry.cards.map((card) => (isAnswered(card) ? { ...card, answeredBy: undefined } : card));
    entries[place] = { ...entry, cards };
  }
}

function change(
  backend: MemoryBackend,
  session: Session,
  { thread, message: id }: MessageChange,
  request: readonly string[],
  key: SendKey,
  changed: (message: Message, record: ThreadRecord) => Message,
): Message {
  const record = backend.find(thread, session);
  return backend.once(session.me.id, key, [...request, thread, id], () => {
    const place = placeOf(record, id);
    const message = record.entries[place] as Message | undefined;
    if (!message) throw wrongAt('message');
    if (message.author.id !== session.me.id) throw new AdapterError('forbidden', 'memory: not your message');
    if (isOver(record)) throw new AdapterError('conflict', 'memory: the thread is over');
    if (message.retractedAt) throw new AdapterError('conflict', 'memory: it was taken back');
    const after = changed(message, record);
    if (after !== message) {
      record.entries[place] = after;
      backend.save(record);
    }
    return () => messageFor(record, id, session.me);
  });
}
