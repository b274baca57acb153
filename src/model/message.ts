import * as z from 'zod/mini';
import { EventId, MessageId, SendKey, ThreadId } from './id.js';
import { Instant } from './instant.js';
import { listOf, maybe, wordOf } from './lenient.js';
import { Person } from './person.js';

/** What somebody wrote in a thread, and who exactly. */
export const Message = z.object({
  type: z.literal('message'),
  id: MessageId,
  thread: ThreadId,
  /** The key it was sent with; only its author is given it, to know the message again. */
  key: maybe(SendKey),
  author: Person,
  /** For whom the author speaks, when not for themselves: a nurse for a doctor, a mother for her child. */
  onBehalfOf: maybe(Person),
  /** Who wrote the words. None: the backend does not say, and nothing is claimed. */
  drafting: maybe(wordOf(['author', 'software-checked', 'software'])),
  /** Text, never markup. */
  body: z.string(),
  /** What was answered in the form, in words, in the form's order. */
  answers: listOf(z.object({ label: z.string(), value: z.string() })),
  sentAt: Instant,
});
export type Message = z.infer<typeof Message>;

/** Something that happened to a thread, in line with its messages. */
export const ThreadEvent = z.object({
  type: z.literal('event'),
  id: EventId,
  thread: ThreadId,
  kind: wordOf(['routed', 'opened', 'assigned', 'call-logged', 'closed']),
  /** Who did it. */
  actor: Person,
  /** To whom, when routed or assigned. */
  to: maybe(Person),
  /** Why, or with what outcome, in the practice's words. */
  note: maybe(z.string()),
  at: Instant,
});
export type ThreadEvent = z.infer<typeof ThreadEvent>;

/** One mark on a thread's line through time. */
export const Entry = z.discriminatedUnion('type', [Message, ThreadEvent]);
export type Entry = z.infer<typeof Entry>;

/** A reply before it is sent. */
export const MessageDraft = z.object({
  thread: ThreadId,
  body: z.string().check(z.minLength(1)),
});
export type MessageDraft = z.infer<typeof MessageDraft>;
