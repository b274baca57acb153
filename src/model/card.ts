import * as z from 'zod/mini';
import { OfferId } from './appointment-id.js';
import { MessageId, ResultId, ThreadId } from './id.js';
import { listOf, maybe, wordOf } from './lenient.js';
import { Field } from './field.js';

/**
 * Something in a message that can be acted on. The set is open: of a kind this version does not know, its label is shown
 * and nothing else.
 */
export const Card = z.object({
  kind: wordOf(['detail-request', 'thread-link', 'result', 'slot-offer']),
  /** What it is, in words that stand alone: `We need one more detail: your pharmacy`. */
  label: z.catch(z.string(), ''),
  /** Of a detail request: what is asked. */
  fields: listOf(Field),
  /** Of a detail request: the message that answered it. */
  answeredBy: maybe(MessageId),
  /** Of a link: the thread it leads to. */
  thread: maybe(ThreadId),
  /** Of a result: which. What it says is read from the results port. */
  result: maybe(ResultId),
  /** Of times that are offered: the offer. Which are still free is read from the appointments port. */
  offer: maybe(OfferId),
});
export type Card = z.infer<typeof Card>;
