import type { EventId, MessageId, ReasonId, ThreadId } from '../../model/id.js';
import type { Instant } from '../../model/instant.js';
import type { Message, ThreadEvent } from '../../model/message.js';
import type { Person } from '../../model/person.js';
import type { Thread } from '../../model/thread.js';
import { alderStreetReasons } from './reasons.js';
import type { ScenarioThread } from './scenario.js';

// What scenarios are told with.

/** The moment the scenarios are told at: Monday, November 23, 2026, 2:34 pm on Alder Street. */
export const SCENARIO_NOW: Instant = '2026-11-23T22:34:00Z';

type MessageParts = Partial<
  Pick<Message, 'answers' | 'onBehalfOf' | 'relationship' | 'drafting' | 'cards' | 'amendments' | 'retractedAt'>
>;

/** A message of a scenario's thread. */
export const said = (
  thread: string,
  place: number,
  author: Person,
  sentAt: Instant,
  body: string,
  parts: MessageParts = {},
): Message => ({
  type: 'message',
  id: `${thread}-${place}` as MessageId,
  thread: thread as ThreadId,
  author,
  drafting: 'author',
  body,
  answers: [],
  cards: [],
  sentAt,
  amendments: [],
  // What a patient who writes is to the subject, where a scenario says nothing else: Rosa is a mother.
  ...(author.kind === 'patient' && { relationship: parts.onBehalfOf ? ('parent' as const) : ('self' as const) }),
  ...parts,
});

/** Something that happened in a scenario's thread. */
export const happened = (
  thread: string,
  place: number,
  kind: ThreadEvent['kind'],
  actor: Person,
  at: Instant,
  parts: Pick<ThreadEvent, 'to' | 'note' | 'outcome' | 'continuedBy'> = {},
): ThreadEvent => ({
  type: 'event',
  id: `${thread}-${place}` as EventId,
  thread: thread as ThreadId,
  kind,
  actor,
  at,
  ...parts,
});

/** How far somebody has read a scenario's thread. */
export const read = (person: Person, upTo: string, at: Instant): Thread['readMarks'][number] => ({
  person,
  upTo: upTo as MessageId,
  at,
});

/** A reason of the practice, as a thread names it. */
export const reasonOf = (id: string): Thread['reason'] => {
  const found = alderStreetReasons.find((reason) => reason.id === (id as ReasonId))!;
  return { id: found.id, label: found.label };
};

type ThreadParts = Omit<ScenarioThread, 'id' | 'title' | 'reason' | 'subject' | 'state'> & Partial<ScenarioThread>;

/** A thread of a scenario: open, and called like its reason. */
export const threadOf = (id: string, reason: string, subject: Person, parts: ThreadParts): ScenarioThread => ({
  id: id as ThreadId,
  title: reasonOf(reason)!.label,
  reason: reasonOf(reason),
  subject,
  state: 'open',
  ...parts,
});

/** That somebody has a thread. */
export const heldBy = (holder: Person, since: Instant): Thread['custody'] => ({ state: 'held', holder, since });
