import * as z from 'zod/mini';
import { OfferId } from './appointment-id.js';
import { Answer } from './contact-request.js';
import { Field } from './field.js';
import { MessageId, ResultId, ThreadId } from './id.js';

/** A card before it is sent. The backend gives it its label. For staff. */
export const CardDraft = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('detail-request'), fields: z.array(Field).check(z.minLength(1), z.maxLength(5)) }),
  z.object({ kind: z.literal('thread-link'), thread: ThreadId }),
  z.object({ kind: z.literal('result'), result: ResultId }),
  z.object({ kind: z.literal('slot-offer'), offer: OfferId }),
]);
export type CardDraft = z.infer<typeof CardDraft>;

/** A reply before it is sent. */
export const MessageDraft = z.object({
  thread: ThreadId,
  /** May be empty where it has cards, or answers what was asked. */
  body: z.string(),
  cards: z.optional(z.array(CardDraft).check(z.maxLength(5))),
  /** Answers a detail request: the message it came in, and what it asked. */
  detail: z.optional(z.object({ message: MessageId, answers: z.array(Answer).check(z.maxLength(50)) })),
});
export type MessageDraft = z.infer<typeof MessageDraft>;
