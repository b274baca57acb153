import type { MessageId } from '../../model/id.js';
import type { Entry } from '../../model/message.js';
import type { Person } from '../../model/person.js';

/**
 * Who wrote what is not known yet, each once, and notes that it is known from now on. Messages are news once, however
 * often they are listed (row F07); nobody is told what they wrote themselves.
 */
export function newcomers(entries: readonly Entry[], known: Set<MessageId>, me: Person): readonly Person[] {
  const writers = new Map<string, Person>();
  for (const entry of entries) {
    if (entry.type !== 'message' || known.has(entry.id)) continue;
    known.add(entry.id);
    if (entry.author.id !== me.id) writers.set(entry.author.id, entry.author);
  }
  return [...writers.values()];
}
