import * as z from 'zod/mini';
import { AppointmentId } from './appointment-id.js';
import { ResultId, ThreadId } from './id.js';
import { wordOf } from './lenient.js';

/** Something changed. Says where to look again, never what it says there. */
export const Change = z.object({
  /** `practice`: what the practice says of itself, such as whether it takes messages. */
  kind: wordOf(['thread', 'practice', 'result', 'appointment']),
  thread: z.optional(ThreadId),
  result: z.optional(ResultId),
  /** None: an offer has changed, or any of them may have. */
  appointment: z.optional(AppointmentId),
});
export type Change = z.infer<typeof Change>;

/** All that changed since a bookmark, and the bookmark to ask with next time. */
export const Changes = z.object({ changes: z.array(Change), next: z.string() });
export type Changes = z.infer<typeof Changes>;
