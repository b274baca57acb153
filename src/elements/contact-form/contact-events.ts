import { ActEvent } from '../../controllers/act-event.js';
import type { PersonId, ReasonId, ThreadId } from '../../model/id.js';

/** A message is about to be sent. Prevent it, or prepare a step with `waitUntil(promise)`. Holds ids, and no word of it. */
export class ContactSendEvent extends ActEvent {
  readonly reason: ReasonId;
  /** Whom it is about. */
  readonly subject: PersonId;

  constructor(reason: ReasonId, subject: PersonId) {
    super('care-contact-send');
    this.reason = reason;
    this.subject = subject;
  }
}

/** A message has reached the practice, and is a thread from now on. Holds ids, and nothing that was written. */
export class ContactSentEvent extends Event {
  readonly threadId: ThreadId;
  readonly reason: ReasonId;

  constructor(threadId: ThreadId, reason: ReasonId) {
    super('care-contact-sent', { bubbles: true, composed: true });
    this.threadId = threadId;
    this.reason = reason;
  }
}
