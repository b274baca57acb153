import type { ThreadFilter } from '../../adapter/ports/messages.js';
import type { Client } from '../../client/client.js';
import { listThreads, readThread } from '../../client/messages.js';
import { type PagedList, withFirst } from '../../client/paged-list.js';
import type { ThreadId } from '../../model/id.js';
import type { Thread } from '../../model/thread.js';
import { readSurroundings, type Surroundings } from '../shared/surroundings.js';

/** All that the inbox shows. */
export interface InboxView extends Surroundings {
  readonly threads: PagedList<Thread>;
  /** What the threads were narrowed to; the same object as long as it says the same. */
  readonly filter: ThreadFilter;
  /** When it was read, by the client's clock. */
  readonly readAt: number;
}

/** What a list is narrowed to that is not narrowed: nothing is left out. */
export const ALL: ThreadFilter = {};

export const threadId = ({ id }: Thread): string => id;

/**
 * Reads the first page of threads again. A thread further down that has changed without moving up, such as by being
 * read, is read by itself; where the list is narrowed, one that has changed otherwise no longer belongs to it.
 */
export async function readInbox(
  client: Client,
  filter: ThreadFilter,
  changed: ReadonlySet<ThreadId>,
  signal: AbortSignal,
  previous: InboxView | undefined,
): Promise<InboxView> {
  const options = { signal };
  const [around, page] = await Promise.all([readSurroundings(client, options), listThreads(client, filter, options)]);
  const threads = withFirst(previous?.filter === filter ? previous.threads : undefined, page, threadId);
  const top = new Set(page.items.map(threadId));
  const below = threads.items.filter(({ id }) => changed.has(id) && !top.has(id));
  const reading = below.map(async ({ id }) => [id, await readThread(client, id, options).catch(() => undefined)] as const);
  const again = new Map(await Promise.all(reading));
  const items = threads.items.flatMap((thread) => {
    const read = again.get(thread.id);
    const isGone = filter !== ALL && again.has(thread.id) && read?.updatedAt !== thread.updatedAt;
    return isGone ? [] : [read ?? thread];
  });
  return { ...around, filter, threads: { ...threads, items }, readAt: client.clock.now() };
}
