import type { MessageId } from '../../model/id.js';
import type { Entry, Message } from '../../model/message.js';
import type { Person } from '../../model/person.js';

/**
 * The messages that are not known yet, newest first, and notes that they are known from now on. A message is news once,
 * however often it is listed (row F07); nobody is told what they wrote themselves.
 */
export function newcomers(entries: readonly Entry[], known: Set<MessageId>, me: Person): readonly Message[] {
  return entries.filter((entry): entry is Message => {
    if (entry.type !== 'message' || known.has(entry.id)) return false;
    known.add(entry.id);
    return entry.author.id !== me.id;
  });
}
