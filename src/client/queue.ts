import type { CallOptions } from '../adapter/call-options.js';
import type { CallLog, QueuePort, QueueQuery } from '../adapter/ports/queue.js';
import type { VersionedWriteOptions } from '../adapter/call-options.js';
import type { PersonId } from '../model/id.js';
import { Practice } from '../model/practice.js';
import { QueueItem } from '../model/queue-item.js';
import { Thread } from '../model/thread.js';
import { announcing } from './announcing.js';
import { checked, checkedPage, type CheckedPage } from './checked.js';
import type { Client } from './client.js';
import { newSendKey } from './outbox-item.js';

/** What a practice's staff see of a thread before they act on it. */
type Seen = Pick<Thread, 'id' | 'version'>;

/** The practice's threads, longest waiting first. */
export async function listQueue(client: Client, query: QueueQuery, options: CallOptions): Promise<CheckedPage<QueueItem>> {
  const answer = await client.use('queue', (port) => port.list(query, options));
  return checkedPage(QueueItem, answer, 'queue.list', client.report);
}

/** Takes a thread. Rejects with `stale` or `conflict` when a colleague was faster. */
export function claimThread(client: Client, seen: Seen, options: CallOptions): Promise<Thread> {
  return change(client, 'claim', seen, options, (port, write) => port.claim(seen.id, write));
}

/** Hands a thread to a colleague, with a reason that both sides can read. */
export function routeThread(
  client: Client,
  seen: Seen,
  { to, note }: { readonly to: PersonId; readonly note: string },
  options: CallOptions,
): Promise<Thread> {
  return change(client, 'route', seen, options, (port, write) => port.route({ thread: seen.id, to, note }, write));
}

/** Ends a thread, with a reason that both sides can read. */
export function closeThread(
  client: Client,
  seen: Seen,
  { note }: { readonly note: string },
  options: CallOptions,
): Promise<Thread> {
  return change(client, 'close', seen, options, (port, write) => port.close({ thread: seen.id, note }, write));
}

/** Notes a call in a thread. One that reached the patient counts as an answer. */
export function logCall(
  client: Client,
  seen: Seen,
  call: Omit<CallLog, 'thread'>,
  options: CallOptions,
): Promise<Thread> {
  return change(client, 'logCall', seen, options, (port, write) => port.logCall({ thread: seen.id, ...call }, write));
}

/** Takes no messages from patients until a moment, or until {@link resumeMessages}. */
export function pauseMessages(client: Client, pause: Parameters<QueuePort['pause']>[0], options: CallOptions): Promise<Practice> {
  return changePractice(client, 'pause', (port) => port.pause(pause, { ...options, key: newSendKey() }));
}

/** Takes messages again. */
export function resumeMessages(client: Client, options: CallOptions): Promise<Practice> {
  return changePractice(client, 'resume', (port) => port.resume({ ...options, key: newSendKey() }));
}

function changePractice(
  client: Client,
  method: string,
  call: (port: QueuePort) => Promise<Practice>,
): Promise<Practice> {
  return announcing(client, { kind: 'practice' }, async () =>
    checked(Practice, await client.use('queue', call), `queue.${method}`),
  );
}

function change(
  client: Client,
  method: string,
  { id, version }: Seen,
  options: CallOptions,
  call: (port: QueuePort, write: VersionedWriteOptions) => Promise<Thread>,
): Promise<Thread> {
  // One key for one press of a button: the adapter may repeat it, the reader decides anew.
  const write = { ...options, key: newSendKey(), ifVersion: version };
  return announcing(client, { kind: 'thread', thread: id }, async () =>
    checked(Thread, await client.use('queue', (port) => call(port, write)), `queue.${method}`),
  );
}
