import {
  Answer,
  Change,
  Changes,
  ContactRequest,
  Custody,
  Entry,
  Field,
  Instant,
  Medication,
  Message,
  MessageDraft,
  MessageId,
  OfferId,
  pageOf,
  Person,
  PersonId,
  Practice,
  PracticeId,
  QueueItem,
  Reason,
  ReasonId,
  Receipt,
  ResultId,
  SendKey,
  Session,
  Subject,
  Thread,
  ThreadEvent,
  ThreadId,
} from 'carethread/model';
import * as z from 'zod/mini';
import { ProblemDocument } from './problems.js';

// What comes in is checked strictly: a part nobody declared is refused by name, not dropped. What goes out are the
// model's own schemas; they read leniently, but write exactly.

const note = z.string().check(z.minLength(1), z.maxLength(20_000));

const answers = z.array(z.strictObject(Answer.shape)).check(z.maxLength(50));
const word = z.string().check(z.minLength(1), z.maxLength(100));

/** Bodies of writes. What a wish may hold is the reason's to say. */
export const ContactBody = z.strictObject({
  ...ContactRequest.shape,
  answers,
  reply: z.optional(
    z.strictObject({
      channel: word,
      from: word,
      phone: z.optional(z.string().check(z.maxLength(100))),
      windows: z.optional(z.array(z.string()).check(z.maxLength(50))),
    }),
  ),
});
const AskedField = z.strictObject({
  id: word,
  kind: Field.shape.kind.def.innerType,
  label: z.string(),
  required: z._default(z.boolean(), false),
  help: z.optional(z.string()),
  choices: z._default(
    z.array(z.strictObject({ value: word, label: z.string(), explanation: z.optional(z.string()) })).check(z.maxLength(50)),
    [],
  ),
});
const AskedCard = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('detail-request'), fields: z.array(AskedField).check(z.minLength(1), z.maxLength(5)) }),
  z.strictObject({ kind: z.literal('thread-link'), thread: ThreadId }),
  z.strictObject({ kind: z.literal('result'), result: ResultId }),
  z.strictObject({ kind: z.literal('slot-offer'), offer: OfferId }),
]);
export const MessageBody = z.strictObject({
  body: MessageDraft.shape.body,
  cards: z.optional(z.array(AskedCard).check(z.maxLength(5))),
  detail: z.optional(z.strictObject({ message: MessageId, answers })),
});
export const WordsBody = z.strictObject({ body: MessageDraft.shape.body });
export const CallBody = z.strictObject({ outcome: z.enum(['reached', 'no-answer', 'message-left']), note });
export const PauseBody = z.strictObject({ until: z.optional(Instant), note: z.optional(note) });
export const ReadMarkBody = z.strictObject({ upTo: MessageId });
export const RouteBody = z.strictObject({ to: PersonId, note });
export const CloseBody = z.strictObject({ note });
export const SignInBody = z.strictObject({ person: PersonId });

/** What a path, a query and headers may hold. */
export const ThreadPath = z.object({ id: z.string() });
export const MessagePath = z.object({ id: z.string(), message: z.string() });
const limit = z._default(z.coerce.number().check(z.int(), z.gte(1), z.lte(100)), 50);
export const after = z.optional(z.string().check(z.maxLength(1000)));
export const PageQuery = z.strictObject({ after, limit });
export const QueueQuery = z.strictObject({ box: z.enum(['waiting', 'catch-all', 'mine', 'held']), after, limit });
/** A filter comes in a body and never in a URL, which others may keep. */
export const SearchBody = z.strictObject({
  text: z.optional(z.string().check(z.maxLength(2000))),
  reason: z.optional(ReasonId),
  person: z.optional(PersonId),
  practice: z.optional(PracticeId),
  state: z.optional(z.enum(['yours', 'theirs', 'open', 'closed'])),
  after,
  limit,
});
export const SinceQuery = z.strictObject({ since: after });
export const SubjectQuery = z.strictObject({ subject: PersonId });
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
export const MedicationPage = pageOf(Medication);
export const ThreadPage = pageOf(Thread);
export const EntryPage = pageOf(Entry);
export const QueuePage = pageOf(QueueItem);

/** The names the OpenAPI document knows the schemas by. */
export const schemaNames = z.registry<{ id: string }>();
const named = {
  Change, Changes, ContactBody, Custody, Entry, EntryPage, HealthAnswer, MedicationPage, Message, Person, PersonPage, Practice,
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
