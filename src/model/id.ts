import * as z from 'zod/mini';

// Ids are opaque words of a backend. A brand keeps a thread's id from being used as a person's.
const id = () => z.string().check(z.regex(/^[\s\S]{1,200}$/u));

/** Names a practice. */
export const PracticeId = id().brand<'PracticeId'>();
export type PracticeId = z.infer<typeof PracticeId>;

/** Names a person: patient, staff or software. */
export const PersonId = id().brand<'PersonId'>();
export type PersonId = z.infer<typeof PersonId>;

/** Names a reason for contacting a practice. */
export const ReasonId = id().brand<'ReasonId'>();
export type ReasonId = z.infer<typeof ReasonId>;

/** Names a thread. */
export const ThreadId = id().brand<'ThreadId'>();
export type ThreadId = z.infer<typeof ThreadId>;

/** Names a message the backend has. Before that, a message has a {@link SendKey}. */
export const MessageId = id().brand<'MessageId'>();
export type MessageId = z.infer<typeof MessageId>;

/** Names a result. */
export const ResultId = id().brand<'ResultId'>();
export type ResultId = z.infer<typeof ResultId>;

/** Names something that happened in a thread. */
export const EventId = id().brand<'EventId'>();
export type EventId = z.infer<typeof EventId>;

/**
 * Names one act of sending. Made once per message, kept across every retry: the same key never sends twice.
 * Travels as the `Idempotency-Key` header (draft-ietf-httpapi-idempotency-key-header).
 */
export const SendKey = z.string().check(z.regex(/^[\w-]{8,64}$/)).brand<'SendKey'>();
export type SendKey = z.infer<typeof SendKey>;
