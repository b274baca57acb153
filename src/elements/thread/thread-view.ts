import type { Client } from '../../client/client.js';
import type { CheckedPage } from '../../client/checked.js';
import { listEntries, readThread } from '../../client/messages.js';
import { type PagedList, withFirst } from '../../client/paged-list.js';
import type { ThreadId } from '../../model/id.js';
import type { Entry } from '../../model/message.js';
import type { Thread } from '../../model/thread.js';
import { readSurroundings, type Surroundings } from '../shared/surroundings.js';
import { entryId } from './talk.js';

/** All that a thread's view shows. Entries are newest first. */
export interface ThreadView extends Surroundings {
  readonly thread: Thread;
  readonly entries: PagedList<Entry>;
  /** Whether patients can say here that this answered their question. */
  readonly canSettle?: boolean;
}

/** Whose view of what it is. */
export const viewKey = ({ me, thread }: ThreadView): string => `${me.id}/${thread.id}`;

/** Whether so much was written that a visit may be the quicker way. */
export const isLong = ({ entries }: ThreadView): boolean => entries.items.filter(({ type }) => type === 'message').length > 10;

/** Reads a thread and its newest entries; what was read before and is older stays. */
export async function readView(
  client: Client,
  id: ThreadId,
  signal: AbortSignal,
  previous: ThreadView | undefined,
): Promise<ThreadView> {
  const options = { signal };
  const [around, { messages }, thread, page] = await Promise.all([
    readSurroundings(client, options),
    client.connect(),
    readThread(client, id, options),
    listEntries(client, { thread: id }, options),
  ]);
  return {
    ...around,
    canSettle: Boolean(messages?.settle),
    ...newer(thread, page, previous),
  };
}

/**
 * An answer that was long on its way must not bring back what has changed since (row F08). A page that lacks what came
 * last is old, unless the thread has changed since; and no entry becomes again what it was.
 */
function newer(thread: Thread, page: CheckedPage<Entry>, previous: ThreadView | undefined): Pick<ThreadView, 'thread' | 'entries'> {
  if (!previous) return { thread, entries: withFirst(undefined, page, entryId) };
  const [last] = previous.entries.items;
  const known = new Map(previous.entries.items.map((entry) => [entryId(entry), entry]));
  const items = page.items.map((entry) => further(entry, known.get(entryId(entry))));
  const hasLast = !last || page.items.some((entry) => entryId(entry) === entryId(last));
  const ahead = Date.parse(thread.updatedAt) - Date.parse(previous.thread.updatedAt);
  return {
    thread: ahead < 0 ? previous.thread : thread,
    entries: hasLast || ahead > 0 ? withFirst(previous.entries, { ...page, items }, entryId) : previous.entries,
  };
}

const further = (entry: Entry, known: Entry = entry): Entry => (steps(known) > steps(entry) ? known : entry);

/** How often an entry was changed, answered or taken back. */
const steps = (entry: Entry): number =>
  entry.type === 'event' || entry.retractedAt
    ? Infinity
    : entry.amendments.length + entry.cards.filter(({ answeredBy }) => answeredBy).length;
