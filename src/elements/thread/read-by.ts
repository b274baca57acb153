import type { MessageId } from '../../model/id.js';
import type { Instant } from '../../model/instant.js';
import type { Entry, Message } from '../../model/message.js';
import type { Person } from '../../model/person.js';
import type { ReadMark } from '../../model/thread.js';

/** Somebody opened a message. */
export interface Opening {
  readonly person: Person;
  /** When, where the mark tells: it holds the time of the last reading only, not that of every message before. */
  readonly at?: Instant | undefined;
}

/** Who on the other side has opened which of the reader's own messages. */
export function readBy(
  newestFirst: readonly Entry[],
  marks: readonly ReadMark[],
  me: Person,
): ReadonlyMap<MessageId, readonly Opening[]> {
  const messages = newestFirst.filter((entry): entry is Message => entry.type === 'message');
  const openings = new Map<MessageId, Opening[]>();
  for (const { person, upTo, at } of marks) {
    if (person.id === me.id || person.kind === me.kind) continue;
    const reached = messages.findIndex(({ id }) => id === upTo);
    if (reached < 0) continue;
    const mine = messages.slice(reached).filter(({ author }) => author.id === me.id);
    mine.forEach(({ id, sentAt }, place) => {
      // Only for the newest one can the reading's time be told; before it was sent nobody can have read it.
      const isTold = place === 0 && Date.parse(at) >= Date.parse(sentAt);
      const known = openings.get(id) ?? [];
      openings.set(id, [...known, { person, at: isTold ? at : undefined }]);
    });
  }
  return openings;
}
