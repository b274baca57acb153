import type { Client } from '../../client/client.js';
import { listThreads, readThread } from '../../client/messages.js';
import { type PagedList, withFirst } from '../../client/paged-list.js';
import type { ThreadId } from '../../model/id.js';
import type { Thread } from '../../model/thread.js';
import { readSurroundings, type Surroundings } from '../shared/surroundings.js';

/** All that the inbox shows. */
export interface InboxView extends Surroundings {
  readonly threads: PagedList<Thread>;
  /** When it was read, by the client's clock. */
  readonly readAt: number;
}

export const threadId = ({ id }: Thread): string => id;

/**
 * Reads the first page of threads again. A thread further down that has changed without moving up, such as by being
 * read, is read by itself.
 */
export async function readInbox(
  client: Client,
  changed: ReadonlySet<ThreadId>,
  signal: AbortSignal,
  previous: InboxView | undefined,
): Promise<InboxView> {
  const options = { signal };
  const [around, page] = await Promise.all([readSurroundings(client, options), listThreads(client, {}, options)]);
  const threads = withFirst(previous?.threads, page, threadId);
  const top = new Set(page.items.map(threadId));
  const below = threads.items.filter(({ id }) => changed.has(id) && !top.has(id));
  const again = await Promise.all(below.map(({ id }) => readThread(client, id, options).catch(() => undefined)));
  const items = threads.items.map((thread) => again.find((read) => read?.id === thread.id) ?? thread);
  return { ...around, threads: { ...threads, items }, readAt: client.clock.now() };
}
