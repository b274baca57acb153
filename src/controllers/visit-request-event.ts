import type { PersonId, ReasonId, ThreadId } from '../model/id.js';

/** What a visit is wanted for. */
export interface VisitWish {
  /** Whose visit. */
  readonly subject: PersonId;
  readonly reason?: ReasonId | undefined;
  /** The thread it came up in. */
  readonly threadId?: ThreadId | undefined;
}

/**
 * The reader would rather book a visit about this. Prevent the default to say that you take it from here, and fetch what
 * was written with {@link readText}: no field of the event holds it, so that nothing that records events records words.
 */
export class VisitRequestEvent extends Event {
  readonly subject: PersonId;
  readonly reason: ReasonId | undefined;
  readonly threadId: ThreadId | undefined;
  readonly #readText: () => string;

  constructor({ subject, reason, threadId }: VisitWish, readText: () => string) {
    super('care-visit-request', { bubbles: true, composed: true, cancelable: true });
    this.subject = subject;
    this.reason = reason;
    this.threadId = threadId;
    this.#readText = readText;
  }

  /** What was written so far, to become the visit's reason. May be empty. */
  readText(): string {
    return this.#readText();
  }
}
