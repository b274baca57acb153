import type { Client } from '../../../client/client.js';
import { MessageSentEvent } from '../../../controllers/message-events.js';
import type { ThreadMoreWords } from '../../../i18n/en/thread-more.js';
import type { SendKey } from '../../../model/id.js';
import { followSending } from '../../shared/follow-sending.js';

/** Says aloud what becomes of an answer, and tells the page when it has arrived. */
export function followAnswer(client: Client, key: SendKey, host: EventTarget, words: () => ThreadMoreWords): void {
  const { reader } = client;
  followSending(client, key, words, (message) => {
    if (message && client.reader === reader) host.dispatchEvent(new MessageSentEvent(message.thread, message.id));
  });
}
