import type { PersonId, ThreadId } from '../../model/id.js';
import type { Instant } from '../../model/instant.js';
import type { Page } from '../../model/page.js';
import type { Practice } from '../../model/practice.js';
import type { QueueItem } from '../../model/queue-item.js';
import type { Thread } from '../../model/thread.js';
import type { CallOptions, VersionedWriteOptions, WriteOptions } from '../call-options.js';

export interface QueueQuery {
  /**
   * `waiting`: nobody has it. `catch-all`: the same, and nobody who answers messages is named to read it, so that no
   * reason falls through. `mine`: I have it. `held`: a colleague has it.
   */
  readonly box: 'waiting' | 'catch-all' | 'mine' | 'held';
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

  /** Notes a call in the thread. One that reached the patient counts as an answer. */
  logCall(call: CallLog, options: VersionedWriteOptions): Promise<Thread>;

  /** Takes no messages from patients until a moment, or until `resume`. */
  pause(pause: { readonly until?: Instant | undefined; readonly note?: string | undefined }, options: WriteOptions): Promise<Practice>;

  /** Takes messages again. */
  resume(options: WriteOptions): Promise<Practice>;
}

/** A call to a patient, as it is noted. */
export interface CallLog {
  readonly thread: ThreadId;
  readonly outcome: 'reached' | 'no-answer' | 'message-left';
  /** What was said, such as the advice given. Both sides read it. */
  readonly note: string;
}
