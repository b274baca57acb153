import * as z from 'zod/mini';
import { Instant } from './instant.js';
import { maybe, wordOf } from './lenient.js';
import { Person } from './person.js';

/**
 * Who has a thread now. Kept apart from what is written in it; where the two disagree, custody is right.
 * `waiting` has no holder yet: it lies in the practice's queue.
 */
export const Custody = z.object({
  state: wordOf(['waiting', 'held', 'closed']),
  holder: maybe(Person),
  since: Instant,
});
export type Custody = z.infer<typeof Custody>;
