import type { MessageId, ThreadId } from '../../model/id.js';
import type { Entry, Message, MessageDraft } from '../../model/message.js';
import type { Page } from '../../model/page.js';
import type { Thread } from '../../model/thread.js';
import type { CallOptions, WriteOptions } from '../call-options.js';
import type { Idempotency } from '../idempotency.js';

export interface ThreadQuery {
  /** The `next` of the page before. */
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

  /** Resolves once the backend has taken responsibility for the message. */
  send(draft: MessageDraft, options: WriteOptions): Promise<Message>;

  /** Notes that the reader has read up to a message. */
  markRead(mark: { readonly thread: ThreadId; readonly upTo: MessageId }, options: WriteOptions): Promise<void>;
}
