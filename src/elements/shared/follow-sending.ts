import { announce } from '../../a11y/announcer.js';
import type { Client } from '../../client/client.js';
import type { SendState } from '../../client/outbox-item.js';
import type { SendKey, ThreadId } from '../../model/id.js';
import type { Message } from '../../model/message.js';
import type { Receipt } from '../../model/receipt.js';

/** What is said of a message. Nothing is while it is tried. */
const FATES: Readonly<Partial<Record<SendState['status'], 'sent' | 'notSent' | 'kept' | 'unsure'>>> = {
  sent: 'sent',
  rejected: 'notSent',
  held: 'kept',
  unknown: 'unsure',
};

/** How each of it is said. */
export type FateWords = Readonly<Record<'sent' | 'notSent' | 'kept' | 'unsure' | 'undecided', string>>;

/**
 * Says aloud what becomes of a message, each turn once. `ended` is called with the message when it has arrived, and
 * without one when it was taken back.
 */
export function followSending(client: Client, key: SendKey, words: () => FateWords, ended: (message?: Message) => void): void {
  const { reader } = client;
  let told: string | undefined;
  const stop = client.outbox.listen(() => {
    const item = client.outbox.item(key);
    // Taken back to be changed. What is somebody else's now is out of sight, and not gone.
    if (!item && client.reader === reader) {
      stop();
      ended();
    }
    const { state } = item ?? {};
    const fate = state && (state.status === 'unknown' && state.blocked ? 'undecided' : FATES[state.status]);
    const isNew = fate && fate !== told;
    // What is tried again by itself is no news; what was refused is tried again by somebody who waits for an answer.
    if (fate ?? told === 'notSent') told = fate;
    if (fate === 'sent') stop();
    if (!isNew) return;
    announce(words()[fate]);
    // A thread that is over or goes on elsewhere, a practice that takes none now: things are no longer as they are shown.
    const thread = item!.lane as ThreadId;
    const message = fate === 'sent' ? messageOf(state) : undefined;
    if (message ? message.thread !== thread : fate === 'notSent') {
      client.changes.announce([{ kind: 'thread', thread }, { kind: 'practice' }]);
    }
    if (message) ended(message);
  });
}

/** The message that was sent. What goes on from a thread comes with its new thread, unless it was found there. */
export function messageOf(state: SendState): Message {
  const { result } = state as Extract<SendState, { status: 'sent' }>;
  return (result as Partial<Receipt>).message ?? (result as Message);
}
