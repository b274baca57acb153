import * as z from 'zod/mini';
import { PersonId, ReasonId, ResultId } from './id.js';
import { ReplyWish } from './reply-wish.js';

/** The answer to one field. `yes-no` answers `yes` or `no`; `choices` gives several values. */
export const Answer = z.object({
  field: z.string().check(z.minLength(1), z.maxLength(100)),
  value: z.union([z.string().check(z.maxLength(4000)), z.array(z.string().check(z.maxLength(200)))]),
});
export type Answer = z.infer<typeof Answer>;

/** What a contact form sends: there is no thread yet. Who acts is known from the session. */
export const ContactRequest = z.object({
  reason: ReasonId,
  /** Whom it is about. */
  subject: PersonId,
  answers: z.array(Answer).check(z.maxLength(50)),
  /** The free text. Text, never markup. */
  body: z.string(),
  /** To whom it is addressed, when it is to one person. */
  recipient: z.optional(PersonId),
  reply: z.optional(ReplyWish),
  /** The results it is about, where its reason takes them. They stand in the message as cards. */
  references: z.optional(z.array(ResultId).check(z.maxLength(10))),
  /** That the reason's signs of danger were asked, and there were none. With one, nothing is sent. */
  redFlags: z.optional(z.literal('none')),
});
export type ContactRequest = z.infer<typeof ContactRequest>;
