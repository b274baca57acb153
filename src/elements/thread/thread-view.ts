import type { Client } from '../../client/client.js';
import type { CheckedPage } from '../../client/checked.js';
import { listEntries, readThread } from '../../client/messages.js';
import { type PagedList, withFirst } from '../../client/paged-list.js';
import type { ThreadId } from '../../model/id.js';
import type { Entry, Message } from '../../model/message.js';
import type { Thread } from '../../model/thread.js';
import { readSurroundings, type Surroundings } from '../shared/surroundings.js';
import { entryId } from './talk.js';

/** All that a thread's view shows. Entries are newest first. */
export interface ThreadView extends Surroundings {
  readonly thread: Thread;
  readonly entries: PagedList<Entry>;
  /** Whether the reader can say that this answered their question. */
  readonly canSettle: boolean;
}

/** Whose view of what it is. */
export const viewKey = ({ me, thread }: ThreadView): string => `${me.id}/${thread.id}`;

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
    canSettle: around.me.kind === 'patient' && typeof messages?.settle === 'function',
    thread: newer(thread, previous?.thread),
    entries: withNewest(previous, thread, page),
  };
}

const isAfter = (one: string, other: string): boolean => Date.parse(one) > Date.parse(other);

/** An answer that was long on its way must not bring back what has changed since (row F08). */
function newer(thread: Thread, previous: Thread | undefined): Thread {
  return previous && isAfter(previous.updatedAt, thread.updatedAt) ? previous : thread;
}

/** The same for what stands in it. */
function withNewest(previous: ThreadView | undefined, thread: Thread, page: CheckedPage<Entry>): PagedList<Entry> {
  if (!previous) return withFirst(undefined, page, entryId);
  const known = new Map(previous.entries.items.map((entry) => [entryId(entry), entry]));
  const items = page.items.map((entry) => further(entry, known.get(entryId(entry))));
  const newest = previous.entries.items[0];
  const lacksNewest = newest && !items.some((entry) => entryId(entry) === entryId(newest));
  const isOld = lacksNewest && items.some((entry) => known.has(entryId(entry))) && !isAfter(thread.updatedAt, previous.thread.updatedAt);
  return isOld ? previous.entries : withFirst(previous.entries, { ...page, items }, entryId);
}

/** An entry only goes on: what was changed, taken back or answered does not become what it was. */
function further(entry: Entry, known: Entry | undefined): Entry {
  return entry.type === 'message' && known?.type === 'message' && steps(known) > steps(entry) ? known : entry;
}

const steps = ({ amendments, retractedAt, cards }: Message): number =>
  retractedAt ? Infinity : amendments.length + cards.filter(({ answeredBy }) => answeredBy).length;
