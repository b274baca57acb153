import type { Client } from '../../client/client.js';
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
  const [around, thread, page] = await Promise.all([
    readSurroundings(client, options),
    readThread(client, id, options),
    listEntries(client, { thread: id }, options),
  ]);
  return { ...around, thread: newer(thread, previous?.thread), entries: withFirst(previous?.entries, page, entryId) };
}

/** An answer that was long on its way must not bring back what has changed since (row F08). */
function newer(thread: Thread, previous: Thread | undefined): Thread {
  return previous && Date.parse(previous.updatedAt) > Date.parse(thread.updatedAt) ? previous : thread;
}
