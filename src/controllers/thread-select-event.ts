import type { ThreadId } from '../model/id.js';

/** The reader chose a thread. Prevent the default to open it your own way. Holds its id and nothing that was written. */
export class ThreadSelectEvent extends Event {
  readonly threadId: ThreadId;

  constructor(threadId: ThreadId) {
    super('care-thread-select', { bubbles: true, composed: true, cancelable: true });
    this.threadId = threadId;
  }
}
