import * as z from 'zod/mini';
import { Field } from './field.js';
import { ReasonId } from './id.js';
import { listOf, maybe, wholeNumber, wordOf } from './lenient.js';
import { Person } from './person.js';
import { ReplyOffer } from './reply-wish.js';

/** What a practice promises for a reason: an answer within so many business days. */
export const ReplyPromise = z.object({ businessDays: wholeNumber(1, 60) });
export type ReplyPromise = z.infer<typeof ReplyPromise>;

/**
 * Signs of danger that are asked before anything is written, as questions that a yes answers. A yes leads to the
 * emergency route. An empty list is not asked.
 */
export const RedFlags = z.object({
  adult: listOf(z.string()),
  child: listOf(z.string()),
  /** Whom the child's list is for: those younger, in years. */
  childUnder: z.catch(wholeNumber(1), 18),
});
export type RedFlags = z.infer<typeof RedFlags>;

/** What an answer may cost, in the practice's words, and what costs nothing. */
export const Cost = z.object({ text: z.string(), free: maybe(z.string()) });
export type Cost = z.infer<typeof Cost>;

/** Why someone contacts a practice, and all that follows from it. */
export const Reason = z.object({
  id: ReasonId,
  label: z.string(),
  /** One line that says what belongs here. */
  explanation: maybe(z.string()),
  fields: listOf(Field),
  /** What the free text is asked with: `What is going on?`. */
  prompt: maybe(z.string()),
  /** Whether the free text may stay empty, because the fields say enough. */
  promptRequired: z.catch(z.boolean(), true),
  /** Who reads it first, and who gets it when needed. */
  receiver: maybe(z.object({ first: Person, then: maybe(Person) })),
  promise: maybe(ReplyPromise),
  redFlags: maybe(RedFlags),
  /** How and by whom it can be answered. None: by message, by whoever has it. */
  reply: maybe(ReplyOffer),
  cost: maybe(Cost),
  /** What can be referred to when asking: results. The first reason that takes them is the one to ask about a result. */
  references: listOf(wordOf(['result'])),
  /** How many characters the free text may have, counted by {@link textLength}. */
  budget: z.catch(wholeNumber(1), 750),
});
export type Reason = z.infer<typeof Reason>;
