import type { CallOptions } from '../adapter/call-options.js';
import type { EntryQuery, ThreadQuery } from '../adapter/ports/messages.js';
import type { MessageId, PersonId, SendKey, ThreadId } from '../model/id.js';
import { type Entry, Message, ThreadEvent } from '../model/message.js';
import type { MessageDraft } from '../model/message-draft.js';
import { Receipt } from '../model/receipt.js';
import { normalText } from '../model/text-length.js';
import { Thread } from '../model/thread.js';
import { announcing } from './announcing.js';
import { checked, checkedPage, type CheckedPage } from './checked.js';
import type { Client } from './client.js';
import { newSendKey, type SendKind } from './outbox-item.js';
import { portOf } from './session.js';

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
  for (const entry of page.items) if (entry.type === 'message') await recognise(client, entry, options);
  return page;
}

/** A message of whose sending nobody was sure is in its thread: it was sent. */
async function recognise(client: Client, message: Message, options: CallOptions): Promise<void> {
  const item = message.key && client.outbox.item(message.key);
  if (!item || item.state.status === 'sent') return;
  // What has opened a thread was to be answered with both; the message alone is no answer to it.
  const isReply = item.kind === messageKind.name;
  const thread = isReply ? undefined : await readThread(client, message.thread, options).catch(() => undefined);
  if (isReply || thread) client.outbox.arrived(item.key, isReply ? message : { thread, message });
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
  async send(connection, draft, options) {
    return checked(Message, await portOf(connection, 'messages').send(draft, options), 'messages.send');
  },
};

/**
 * Gives a reply to the outbox. Follow it there by the key that comes back. `author` is who wrote it, when that may no
 * longer be who is signed in; nobody else's session sends it.
 */
export function sendMessage(client: Client, draft: MessageDraft, author?: PersonId): SendKey {
  return client.outbox.send(messageKind, draft.thread, { ...draft, body: normalText(draft.body) }, author);
}

/** How a thread that is over is continued. */
export const continueKind: SendKind<Pick<MessageDraft, 'thread' | 'body'>, Receipt> = {
  name: 'continue',
  threadOf: ({ thread }) => thread.id,
  otherThreadOf: ({ thread }) => thread,
  isRepeatable: ({ messages }) => messages?.idempotency !== 'none',
  async send(connection, draft, options) {
    return checked(Receipt, await portOf(connection, 'messages').continue(draft, options), 'messages.continue');
  },
};

/** Goes on from a thread that is over, in a new one. Given to the outbox, as with {@link sendMessage}. */
export function continueThread(
  client: Client,
  { thread, body }: Pick<MessageDraft, 'thread' | 'body'>,
  author?: PersonId,
): SendKey {
  return client.outbox.send(continueKind, thread, { thread, body: normalText(body) }, author);
}

/** The patient says that this answered their question. */
export function settleThread(
  client: Client,
  { id, version }: Pick<Thread, 'id' | 'version'>,
  options: CallOptions,
): Promise<Thread> {
  const write = { ...options, key: newSendKey(), ifVersion: version };
  return announcing(client, { kind: 'thread', thread: id }, async () =>
    checked(Thread, await client.use('messages', (port) => port.settle(id, write)), 'messages.settle'),
  );
}
