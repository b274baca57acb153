import type { CallOptions } from '../adapter/call-options.js';
import type { EntryQuery, ThreadQuery } from '../adapter/ports/messages.js';
import type { MessageId, PersonId, SendKey, ThreadId } from '../model/id.js';
import { type Entry, Message, type MessageDraft, ThreadEvent } from '../model/message.js';
import { normalText } from '../model/text-length.js';
import { Thread } from '../model/thread.js';
import { checked, checkedPage, type CheckedPage } from './checked.js';
import type { Client } from './client.js';
import { newSendKey, type SendKind } from './outbox-item.js';

/** The reader's threads, those changed last first. */
export async function listThreads(client: Client, query: ThreadQuery, options: CallOptions): Promise<CheckedPage<Thread>> {
  const answer = await client.use('messages', (port) => port.listThreads(query, options));
  return checkedPage(Thread, answer, 'messages.listThreads', client.report);
}

export async function readThread(client: Client, thread: ThreadId, options: CallOptions): Promise<Thread> {
  const answer = await client.use('messages', (port) => port.readThread(thread, options));
  return checked(Thread, answer, 'messages.readThread');
}

/** One of the two by its own word: a union of schemas weighs more than this line. */
const entrySchema = (item: unknown): typeof Message | typeof ThreadEvent =>
  (item as Entry | null)?.type === 'event' ? ThreadEvent : Message;

/** Messages and events of a thread, newest first. */
export async function listEntries(client: Client, query: EntryQuery, options: CallOptions): Promise<CheckedPage<Entry>> {
  const answer = await client.use('messages', (port) => port.listEntries(query, options));
  const page = checkedPage(entrySchema, answer, 'messages.listEntries', client.report);
  for (const entry of page.items) if (entry.type === 'message' && entry.key) client.outbox.arrived(entry.key, entry);
  return page;
}

/** Notes that the reader has read up to a message. */
export async function markRead(
  client: Client,
  mark: { readonly thread: ThreadId; readonly upTo: MessageId },
  options: CallOptions,
): Promise<void> {
  const key = newSendKey();
  await client.use('messages', (port) => port.markRead(mark, { ...options, key }));
  client.changes.announce([{ kind: 'thread', thread: mark.thread }]);
}

/** How a reply is sent. */
export const messageKind: SendKind<MessageDraft, Message> = {
  name: 'message',
  threadOf: ({ thread }) => thread,
  isRepeatable: ({ messages }) => messages?.idempotency !== 'none',
  async send({ messages }, draft, options) {
    const answer = await messages?.send(draft, options);
    return checked(Message, answer, 'messages.send');
  },
};

/**
 * Gives a reply to the outbox. Follow it there by the key that comes back. `author` is who wrote it, when that may no
 * longer be who is signed in; nobody else's session sends it.
 */
export function sendMessage(client: Client, { thread, body }: MessageDraft, author?: PersonId): SendKey {
  return client.outbox.send(messageKind, thread, { thread, body: normalText(body) }, author);
}
