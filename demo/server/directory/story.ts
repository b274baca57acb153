import { ContactRequest, PersonId, ReasonId, ReplyWish } from 'carethread/model';
import * as z from 'zod/mini';

/** Words of the practice. */
export const words = z.string().check(z.minLength(1), z.maxLength(500));

const Answers = z.array(z.strictObject({ field: words, value: z.union([z.string(), z.array(z.string())]) }));

const Step = z.strictObject({
  /** Who does it; nobody when the practice's software does. */
  by: z.optional(PersonId),
  does: z.enum(['open', 'claim', 'route', 'reply', 'amend', 'retract', 'call', 'settle', 'close', 'expire']),
  hoursAgo: z.number(),
  /** What is written or said, or why it is routed or closed. `amend` and `retract` are about one's own last message. */
  text: z.optional(z.string()),
  to: z.optional(PersonId),
  /** Of a reply: the details it asks for. */
  asks: z.optional(z.array(z.strictObject({
    id: words,
    kind: z.enum(['text', 'choice', 'date', 'yes-no']),
    label: words,
    required: z.boolean(),
    choices: z._default(z.array(z.strictObject({ value: words, label: words })), []),
  }))),
  /** Of a reply: the story whose thread it links to. */
  links: z.optional(words),
  outcome: z.optional(z.enum(['reached', 'no-answer', 'message-left'])),
});
export type Step = z.infer<typeof Step>;

/** A conversation that an empty database starts with, and what became of it. */
export const Story = z.strictObject({
  /** What other stories call it. */
  id: z.optional(words),
  by: PersonId,
  subject: PersonId,
  reason: ReasonId,
  hoursAgo: z.number(),
  answers: Answers,
  body: z.string(),
  reply: z.optional(z.strictObject(ReplyWish.shape)),
  redFlags: ContactRequest.shape.redFlags,
  /** The story it goes on from. */
  continues: z.optional(words),
  steps: z.array(Step),
});
export type Story = z.infer<typeof Story>;
