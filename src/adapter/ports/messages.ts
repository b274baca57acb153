import type { MessageId, PersonId, PracticeId, ReasonId, ThreadId } from '../../model/id.js';
import type { Entry, Message } from '../../model/message.js';
import type { MessageDraft } from '../../model/message-draft.js';
import type { Page } from '../../model/page.js';
import type { Receipt } from '../../model/receipt.js';
import type { Thread } from '../../model/thread.js';
import type { CallOptions, VersionedWriteOptions, WriteOptions } from '../call-options.js';
import type { Idempotency } from '../idempotency.js';

/** Which threads. Several conditions must all hold; none leaves nothing out. */
export interface ThreadFilter {
  /** Words that stand in a message of the thread or in its title: each of them, in any case, in any order. */
  readonly text?: string | undefined;
  readonly reason?: ReasonId | undefined;
  /** It is about this person, or this person has it or has written in it. */
  readonly person?: PersonId | undefined;
  readonly practice?: PracticeId | undefined;
  /** `yours`: the reader's side must act. `theirs`: the other side. `open`: not over. `closed`: over. */
  readonly state?: 'yours' | 'theirs' | 'open' | 'closed' | undefined;
}

export interface ThreadQuery extends ThreadFilter {
  /** The `next` of the page before, with the same conditions. */
  readonly after?: string | undefined;
}

export interface EntryQuery {
  readonly thread: ThreadId;
  /** The `next` of the page before: older entries. */
  readonly after?: string | undefined;
}

/** Reading and writing conversations. */
export interface MessagesPort {
  readonly idempotency: Idempotency;

  /** The reader's threads, those changed last first. */
  listThreads(query: ThreadQuery, options: CallOptions): Promise<Page<Thread>>;

  readThread(thread: ThreadId, options: CallOptions): Promise<Thread>;

  /** Messages and events of a thread, newest first. */
  listEntries(query: EntryQuery, options: CallOptions): Promise<Page<Entry>>;

  /**
   * Resolves once the backend has taken responsibility for the message. Rejects with `conflict` when the thread is over,
   * and for patients while the practice takes no messages.
   */
  send(draft: MessageDraft, options: WriteOptions): Promise<Message>;

  /** Notes that the reader has read up to a message. */
  markRead(mark: { readonly thread: ThreadId; readonly upTo: MessageId }, options: WriteOptions): Promise<void>;

  /**
   * Goes on from a thread that is over: a new thread with the same reason and subject, waiting at the practice; each
   * names the other. `conflict` when the thread is not over, or goes on elsewhere already.
   */
  continue(draft: Pick<MessageDraft, 'thread' | 'body'>, options: WriteOptions): Promise<Receipt>;

  /** The patient says that this answered their question: nobody owes anything, and both can still write. */
  settle(thread: ThreadId, options: VersionedWriteOptions): Promise<Thread>;

  /** Changes the words of a message of one's own. What it said stays to be seen. */
  amend(change: MessageChange & { readonly body: string }, options: WriteOptions): Promise<Message>;

  /** Takes back a message of one's own. That it was there stays to be seen. */
  retract(change: MessageChange, options: WriteOptions): Promise<Message>;
}

/** Names a message to be changed. */
export interface MessageChange {
  readonly thread: ThreadId;
  readonly message: MessageId;
}
