import { announce } from '../../../a11y/announcer.js';
import type { Client } from '../../../client/client.js';
import { MessageSentEvent } from '../../../controllers/message-events.js';
import type { ThreadMoreWords } from '../../../i18n/en/thread-more.js';
import type { SendKey } from '../../../model/id.js';
import type { Message } from '../../../model/message.js';

/** Says aloud what becomes of an answer, each turn once, and tells the page when it has arrived. */
export function followAnswer(client: Client, key: SendKey, host: EventTarget, words: () => ThreadMoreWords): void {
  const { reader } = client;
  let told: string | undefined;
  const stop = client.outbox.listen(() => {
    const item = client.outbox.item(key);
    const status = item?.state.status;
    const { sent, notSent, unsure } = words();
    const fate = { sent, rejected: notSent, unknown: unsure }[status as 'sent'];
    const isNew = fate && fate !== told;
    // A refused answer is tried again by somebody who waits for what comes of it.
    if (fate ?? told === notSent) told = fate;
    if (status === 'sent' || status === undefined) stop();
    if (!isNew) return;
    announce(fate);
    if (item?.state.status === 'sent') {
      const { thread, id } = item.state.result as Message;
      if (client.reader === reader) host.dispatchEvent(new MessageSentEvent(thread, id));
    } else if (status === 'rejected') {
      // Closed, paused or answered elsewhere: things are no longer as they are shown.
      client.changes.announce([{ kind: 'thread', thread: item!.lane as Message['thread'] }, { kind: 'practice' }]);
    }
  });
}
