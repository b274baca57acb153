import * as z from 'zod/mini';
import { Instant } from './instant.js';
import { Thread } from './thread.js';

/** A thread as staff see it. */
export const QueueItem = z.object({
  thread: Thread,
  /** Since when the patient waits for the practice. */
  waitingSince: Instant,
});
export type QueueItem = z.infer<typeof QueueItem>;
