import { ActEvent } from './act-event.js';
import type { MessageId, ThreadId } from '../model/id.js';

/** A reply is about to be sent. Prevent it, or prepare a step with `waitUntil(promise)`. Holds no word of it. */
export class MessageSendEvent extends ActEvent {
  readonly threadId: ThreadId;

  constructor(threadId: ThreadId) {
    super('care-message-send');
    this.threadId = threadId;
  }
}

/** A reply has reached the practice. Holds ids, and nothing that was written. */
export class MessageSentEvent extends Event {
  /** The thread it is in: a new one, when it goes on from one that was over. */
  readonly threadId: ThreadId;
  readonly messageId: MessageId;

  constructor(threadId: ThreadId, messageId: MessageId) {
    super('care-message-sent', { bubbles: true, composed: true });
    this.threadId = threadId;
    this.messageId = messageId;
  }
}
