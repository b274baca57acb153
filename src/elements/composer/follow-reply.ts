import { announce } from '../../a11y/announcer.js';
import type { Client } from '../../client/client.js';
import type { SendState } from '../../client/outbox-item.js';
import type { ComposerWords } from '../../i18n/en/composer.js';
import type { SendKey, ThreadId } from '../../model/id.js';
import type { Message } from '../../model/message.js';
import { MessageSentEvent } from './composer-events.js';

/** What is said of a reply. Nothing is while it is tried. */
const FATES: Readonly<Partial<Record<SendState['status'], 'sent' | 'notSent' | 'kept' | 'unsure'>>> = {
  sent: 'sent',
  rejected: 'notSent',
  held: 'kept',
  unknown: 'unsure',
};

/** A reply that has arrived, with the composer that it was written in. */
interface Arrival {
  readonly event: MessageSentEvent;
  readonly writer: Element;
}

/** What no composer has told its page yet. */
const arrivals = new WeakMap<Client, Set<Arrival>>();

/** Says aloud what becomes of a reply, each turn once: its composer may be gone by then, and its writer elsewhere. */
export function followReply(client: Client, key: SendKey, words: ComposerWords, writer: Element): void {
  let told: string | undefined;
  const stop = client.outbox.listen(() => {
    const item = client.outbox.item(key);
    const state: SendState = item?.state ?? { status: 'queued' };
    const fate = state.status === 'unknown' && state.blocked ? 'undecided' : FATES[state.status];
    if (fate && fate !== told) announce(words[fate]);
    // What is tried again by itself is no news; a refused reply is tried again by somebody who waits for an answer.
    if (fate ?? told === 'notSent') told = fate;
    if (state.status !== 'sent') return;
    stop();
    const event = new MessageSentEvent(item!.lane as ThreadId, (state.result as Message).id);
    arrivals.set(client, (arrivals.get(client) ?? new Set()).add({ event, writer }));
  });
}

/** Tells the page of replies that have arrived: those of the composer's thread, and those it has sent. */
export function tellArrivals(client: Client, composer: Element & { readonly thread?: ThreadId | undefined }): void {
  const waiting = arrivals.get(client);
  for (const arrival of waiting ?? []) {
    const { event, writer } = arrival;
    if (event.threadId !== composer.thread && writer !== composer) continue;
    waiting!.delete(arrival);
    composer.dispatchEvent(event);
  }
}
