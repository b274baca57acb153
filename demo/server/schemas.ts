import {
  Answer,
  Change,
  Changes,
  ContactRequest,
  Custody,
  Entry,
  Message,
  MessageDraft,
  MessageId,
  pageOf,
  Person,
  PersonId,
  Practice,
  QueueItem,
  Reason,
  Receipt,
  SendKey,
  Session,
  Subject,
  Thread,
  ThreadEvent,
} from 'carethread/model';
import * as z from 'zod/mini';
import { ProblemDocument } from './problems.js';

// What comes in is checked strictly: a part nobody declared is refused by name, not dropped. What goes out are the
// model's own schemas; they read leniently, but write exactly.

const note = z.string().check(z.minLength(1), z.maxLength(20_000));

/** Bodies of writes. */
export const ContactBody = z.strictObject({
  ...ContactRequest.shape,
  answers: z.array(z.strictObject(Answer.shape)).check(z.maxLength(50)),
});
export const MessageBody = z.strictObject({ body: MessageDraft.shape.body });
export const ReadMarkBody = z.strictObject({ upTo: MessageId });
export const RouteBody = z.strictObject({ to: PersonId, note });
export const CloseBody = z.strictObject({ note });
export const SignInBody = z.strictObject({ person: PersonId });

/** What a path, a query and headers may hold. */
export const ThreadPath = z.object({ id: z.string() });
const limit = z._default(z.coerce.number().check(z.int(), z.gte(1), z.lte(100)), 50);
const after = z.optional(z.string().check(z.maxLength(1000)));
export const PageQuery = z.strictObject({ after, limit });
export const QueueQuery = z.strictObject({ box: z.enum(['waiting', 'mine', 'held']), after, limit });
export const SinceQuery = z.strictObject({ since: after });
export const CareTeamQuery = z.strictObject({ subject: PersonId });
export const WriteHeaders = z.looseObject({ 'idempotency-key': SendKey });
export const VersionedWriteHeaders = z.looseObject({
  'idempotency-key': SendKey,
  'if-match': z.optional(z.string().check(z.maxLength(100))),
});

export const TokenAnswer = z.object({ token: z.string(), expiresAt: z.string() });
export const HealthAnswer = z.object({ status: z.literal('ok') });
export const NoContent = z.undefined();
export const PersonPage = pageOf(Person);
export const ReasonPage = pageOf(Reason);
export const ThreadPage = pageOf(Thread);
export const EntryPage = pageOf(Entry);
export const QueuePage = pageOf(QueueItem);

/** The names the OpenAPI document knows the schemas by. */
export const schemaNames = z.registry<{ id: string }>();
const named = {
  Change, Changes, ContactBody, Custody, Entry, EntryPage, HealthAnswer, Message, Person, PersonPage, Practice,
  ProblemDocument, QueueItem, QueuePage, Reason, ReasonPage, Receipt, Session, Subject, Thread, ThreadEvent,
  ThreadPage, TokenAnswer,
};
for (const [id, schema] of Object.entries(named)) schemaNames.add(schema, { id });

/** The problem answers of every route, for the OpenAPI document. */
export const problems = {
  '4xx': { description: 'What is wrong, and with which part.', content: problemContent() },
  '5xx': { description: 'The server could not answer.', content: problemContent() },
};

function problemContent() {
  return { 'application/problem+json': { schema: ProblemDocument } };
}
