import * as z from 'zod/mini';
import { Instant } from './instant.js';
import { maybe } from './lenient.js';
import { Person } from './person.js';
import { Thread } from './thread.js';

/** A thread as staff see it. */
export const QueueItem = z.object({
  thread: Thread,
  /** Since when the patient waits for the practice. */
  waitingSince: Instant,
  /** Who is to read it first. None: nobody is named for its reason, and it lies in the catch-all. */
  receiver: maybe(Person),
});
export type QueueItem = z.infer<typeof QueueItem>;
