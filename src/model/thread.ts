import * as z from 'zod/mini';
import { Custody } from './custody.js';
import { MessageId, PracticeId, ReasonId, ThreadId } from './id.js';
import { Instant } from './instant.js';
import { lineOfText, listOf, maybe, wholeNumber, wordOf } from './lenient.js';
import { Person } from './person.js';
import { ReplyWish } from './reply-wish.js';

/** How far one participant has read. One per participant: a bare "opened" proves nothing. */
export const ReadMark = z.object({
  person: Person,
  /** The last message this person has read; all before it count as read. */
  upTo: MessageId,
  at: Instant,
});
export type ReadMark = z.infer<typeof ReadMark>;

/** A conversation between a patient and a practice, as its reader sees it. */
export const Thread = z.object({
  id: ThreadId,
  /** Changes with what is written and with custody, not with being read. None: the backend has no versions. */
  version: maybe(z.string()),
  practice: z.object({ id: PracticeId, name: lineOfText() }),
  /** What the thread is called. */
  title: lineOfText(),
  reason: maybe(z.object({ id: ReasonId, label: lineOfText() })),
  /** Whose care it is about. Not always the person who writes. */
  subject: Person,
  /** `expired`: over because nobody wrote for long. What is over can be continued. */
  state: wordOf(['open', 'closed', 'expired']),
  custody: Custody,
  /** Who must act next. */
  turn: wordOf(['patient', 'practice', 'nobody']),
  /** When the practice promised to have answered by. Set once by the backend; nobody computes it again. */
  dueAt: maybe(Instant),
  updatedAt: Instant,
  /** How many messages this reader has not read. */
  unread: z.catch(wholeNumber(0), 0),
  lastMessage: maybe(z.object({ author: Person, snippet: lineOfText(), at: Instant })),
  readMarks: listOf(ReadMark),
  /** How the patient wants to be answered. */
  reply: maybe(ReplyWish),
  /** The thread this one goes on from. */
  continues: maybe(ThreadId),
  /** The thread it goes on in. */
  continuedBy: maybe(ThreadId),
  /** How many characters this reader's reply may have, counted by {@link textLength}. None: as many as needed. */
  budget: maybe(wholeNumber(1)),
});
export type Thread = z.infer<typeof Thread>;
