import type { ThreadFilter } from '../../adapter/ports/messages.js';
import type { PersonId, ThreadId } from '../../model/id.js';
import type { Person } from '../../model/person.js';
import type { InboxView } from './inbox-view.js';

/** Until when a reader knows each thread of a list, and all of them together. In milliseconds. */
export interface Known {
  readonly me: PersonId;
  /** What the list was narrowed to. */
  readonly filter: ThreadFilter;
  readonly at: ReadonlyMap<ThreadId, number>;
  readonly floor: number;
}

/** What is known once a list has been shown. */
export function knownOf({ threads: { items, next }, me, filter }: InboxView): Known {
  // Further down is what has changed before: it is no news when it is paged in.
  const floor = next === undefined ? 0 : Math.min(...items.map(({ updatedAt }) => Date.parse(updatedAt)));
  const at = new Map(items.map(({ id, lastMessage }) => [id, Date.parse(lastMessage?.at ?? '1970')]));
  return { me: me.id, filter, at, floor };
}

/** Who has written since. Another list, of somebody else or of something else, holds no news. */
export function newsSince(before: Known | undefined, now: Known, { threads, me }: InboxView, open: string | undefined): Person[] {
  if (before?.me !== now.me || before.filter !== now.filter) return [];
  return threads.items.flatMap(({ id, lastMessage }) => {
    const isKnown = !lastMessage || lastMessage.author.id === me.id || id === open;
    return isKnown || now.at.get(id)! <= (before.at.get(id) ?? before.floor) ? [] : [lastMessage.author];
  });
}
