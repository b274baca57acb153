import * as z from 'zod/mini';
import { Card } from './card.js';
import { EventId, MessageId, SendKey, ThreadId } from './id.js';
import { Instant } from './instant.js';
import { listOf, maybe, wordOf } from './lenient.js';
import { Person, Relationship } from './person.js';

/** What somebody wrote in a thread, and who exactly. */
export const Message = z.object({
  type: z.enum(['message']),
  id: MessageId,
  thread: ThreadId,
  /** The key it was sent with; only its author is given it, to know the message again. */
  key: maybe(SendKey),
  author: Person,
  /** For whom the author speaks, when not for themselves: a nurse for a doctor, a mother for her child. */
  onBehalfOf: maybe(Person),
  /** What a patient who writes is to the subject: `self`, or `parent` of a child. */
  relationship: maybe(Relationship),
  /** Who wrote the words. None: the backend does not say, and nothing is claimed. */
  drafting: maybe(wordOf(['author', 'software-checked', 'software'])),
  /** Text, never markup. */
  body: z.string(),
  /** What was answered in the form, in words, in the form's order. */
  answers: listOf(z.object({ label: z.string(), value: z.string() })),
  cards: listOf(Card),
  sentAt: Instant,
  /** What it said before, oldest first, and until when. */
  amendments: listOf(z.object({ body: z.string(), until: Instant })),
  /** When its author took it back. Its words are gone then; that it was there is not. */
  retractedAt: maybe(Instant),
});
export type Message = z.infer<typeof Message>;

/** How a call went. Only one that `reached` somebody answers them. */
export const CallOutcome = wordOf(['reached', 'no-answer', 'message-left']);
export type CallOutcome = z.infer<typeof CallOutcome>;

/** Something that happened to a thread, in line with its messages. */
export const ThreadEvent = z.object({
  type: z.enum(['event']),
  id: EventId,
  thread: ThreadId,
  kind: wordOf(['routed', 'opened', 'assigned', 'call-logged', 'settled', 'closed', 'expired', 'continued']),
  /** Who did it. */
  actor: Person,
  /** To whom, when routed or assigned. */
  to: maybe(Person),
  /** Why, or with what outcome, in the practice's words. */
  note: maybe(z.string()),
  /** How a logged call went. */
  outcome: maybe(CallOutcome),
  /** Of `continued`: the thread it goes on in. */
  continuedBy: maybe(ThreadId),
  at: Instant,
});
export type ThreadEvent = z.infer<typeof ThreadEvent>;

/** One mark on a thread's line through time. */
export const Entry = z.discriminatedUnion('type', [Message, ThreadEvent]);
export type Entry = z.infer<typeof Entry>;
