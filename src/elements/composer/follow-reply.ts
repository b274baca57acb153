import { announce } from '../../a11y/announcer.js';
import type { Client } from '../../client/client.js';
import type { SendState } from '../../client/outbox-item.js';
import { MessageSentEvent } from '../../controllers/message-events.js';
import type { ComposerWords } from '../../i18n/en/composer.js';
import type { SendKey, ThreadId } from '../../model/id.js';
import type { Message } from '../../model/message.js';
import type { Receipt } from '../../model/receipt.js';

/** What is said of a reply. Nothing is while it is tried. */
const FATES: Readonly<Partial<Record<SendState['status'], 'sent' | 'notSent' | 'kept' | 'unsure'>>> = {
  sent: 'sent',
  rejected: 'notSent',
  held: 'kept',
  unknown: 'unsure',
};

/** Replies whose arrival no composer has told its page yet. */
const untold = new Set<SendKey>();

/** Says aloud what becomes of a reply, each turn once: its composer may be gone by then, and its writer elsewhere. */
export function followReply(client: Client, key: SendKey, words: ComposerWords): void {
  untold.add(key);
  const { reader } = client;
  let told: string | undefined;
  const stop = client.outbox.listen(() => {
    const item = client.outbox.item(key);
    // Taken back to be changed. What is somebody else's now is out of sight, and not gone.
    if (!item && client.reader === reader) {
      stop();
      untold.delete(key);
    }
    const { state } = item ?? {};
    const fate = state && (state.status === 'unknown' && state.blocked ? 'undecided' : FATES[state.status]);
    const isNew = fate && fate !== told;
    // What is tried again by itself is no news; a refused reply is tried again by somebody who waits for an answer.
    if (fate ?? told === 'notSent') told = fate;
    if (fate === 'sent') stop();
    if (!isNew) return;
    announce(words[fate]);
    // A thread that is over or goes on elsewhere, a practice that takes none now: things are no longer as they are shown.
    const thread = item!.lane as ThreadId;
    const hasMoved = fate === 'sent' && messageOf(state).thread !== thread;
    if (hasMoved || fate === 'notSent') client.changes.announce([{ kind: 'thread', thread }, { kind: 'practice' }]);
  });
}

/** The message that was sent. What goes on from a thread comes with its new thread, unless it was found there. */
export function messageOf(state: SendState): Message {
  const { result } = state as Extract<SendState, { status: 'sent' }>;
  return (result as Partial<Receipt>).message ?? (result as Message);
}

/** Tells the page of replies that have arrived in the composer's thread, whichever composer they were written in. */
export function tellArrivals(
  client: Client,
  composer: Element & { readonly thread?: ThreadId | undefined },
  arrived: (key: SendKey, thread: ThreadId) => void,
): void {
  for (const key of untold) {
    const item = client.outbox.item(key);
    if (item?.state.status !== 'sent' || item.lane !== composer.thread) continue;
    untold.delete(key);
    const { thread, id } = messageOf(item.state);
    composer.dispatchEvent(new MessageSentEvent(thread, id));
    arrived(key, thread);
  }
}
