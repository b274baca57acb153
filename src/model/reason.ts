import * as z from 'zod/mini';
import { ReasonId } from './id.js';
import { listOf, maybe } from './lenient.js';
import { Person } from './person.js';

/** One of several answers a field offers. */
export const Choice = z.object({
  value: z.string().check(z.minLength(1)),
  label: z.string(),
  /** One line that helps to choose. */
  explanation: maybe(z.string()),
});
export type Choice = z.infer<typeof Choice>;

/** One question of a reason. Declared by the backend, drawn by the form. */
export const Field = z.object({
  id: z.string().check(z.minLength(1)),
  /** A kind this version does not know is asked for as plain text, so that nothing is lost. */
  kind: z.catch(z.enum(['text', 'long-text', 'choice', 'choices', 'date', 'phone', 'yes-no']), 'text'),
  label: z.string(),
  required: z.catch(z.boolean(), false),
  help: maybe(z.string()),
  /** For `choice` and `choices`. */
  choices: listOf(Choice),
});
export type Field = z.infer<typeof Field>;

/** What a practice promises for a reason: an answer within so many business days. */
export const ReplyPromise = z.object({ businessDays: z.number().check(z.int(), z.gte(1), z.lte(60)) });
export type ReplyPromise = z.infer<typeof ReplyPromise>;

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
  /** How many characters the free text may have, counted by {@link textLength}. */
  budget: z.catch(z.number().check(z.int(), z.gte(1)), 750),
});
export type Reason = z.infer<typeof Reason>;
