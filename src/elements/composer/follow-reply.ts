import type { Client } from '../../client/client.js';
import { MessageSentEvent } from '../../controllers/message-events.js';
import type { ComposerWords } from '../../i18n/en/composer.js';
import type { SendKey, ThreadId } from '../../model/id.js';
import { followSending, messageOf } from '../shared/follow-sending.js';

/** Replies whose arrival no composer has told its page yet. */
const untold = new Set<SendKey>();

/** Says aloud what becomes of a reply: its composer may be gone by then, and its writer elsewhere. */
export function followReply(client: Client, key: SendKey, words: ComposerWords): void {
  untold.add(key);
  followSending(client, key, () => words, (message) => void (message ?? untold.delete(key)));
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
