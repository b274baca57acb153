import type { Client } from '../../client/client.js';
import type { Instant } from '../../model/instant.js';
import type { ThreadId } from '../../model/id.js';

/** A thread's answer is late: what was promised has passed. Once per thread and promise. Holds its id and nothing more. */
export class ThreadOverdueEvent extends Event {
  readonly threadId: ThreadId;

  constructor(threadId: ThreadId) {
    super('care-thread-overdue', { bubbles: true, composed: true });
    this.threadId = threadId;
  }
}

/** What a page has been told of already, however many elements show it, and however often. */
const told = new WeakMap<Client, Set<string>>();

/** Tells the page once that an answer is late. */
export function tellOverdue(element: Element, client: Client, thread: ThreadId, dueAt: Instant | undefined): void {
  const known = told.get(client) ?? new Set();
  told.set(client, known);
  const promise = `${thread} ${dueAt}`;
  if (known.has(promise)) return;
  known.add(promise);
  element.dispatchEvent(new ThreadOverdueEvent(thread));
}
