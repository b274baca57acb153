import type { PersonId, ThreadId } from '../../model/id.js';
import type { Page } from '../../model/page.js';
import type { QueueItem } from '../../model/queue-item.js';
import type { Thread } from '../../model/thread.js';
import type { CallOptions, VersionedWriteOptions } from '../call-options.js';

export interface QueueQuery {
  /** `waiting`: nobody has it. `mine`: I have it. `held`: a colleague has it. */
  readonly box: 'waiting' | 'mine' | 'held';
  readonly after?: string | undefined;
}

/** The practice's side: who has what. All of it changes custody and none of it changes what was written. */
export interface QueuePort {
  /** Longest waiting first. */
  list(query: QueueQuery, options: CallOptions): Promise<Page<QueueItem>>;

  /** Takes a thread. `stale` or `conflict` when a colleague was faster. */
  claim(thread: ThreadId, options: VersionedWriteOptions): Promise<Thread>;

  /** Hands a thread to a colleague, with a reason both sides can read. */
  route(
    routing: { readonly thread: ThreadId; readonly to: PersonId; readonly note: string },
    options: VersionedWriteOptions,
  ): Promise<Thread>;

  /** Ends a thread, with a reason both sides can read. */
  close(closing: { readonly thread: ThreadId; readonly note: string }, options: VersionedWriteOptions): Promise<Thread>;
}
