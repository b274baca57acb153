import type { PersonId } from '../../model/id.js';
import type { Entry, Message } from '../../model/message.js';
import type { Person } from '../../model/person.js';
import type { ReadMark, Thread } from '../../model/thread.js';
import type { Scenario, ScenarioThread } from './scenario.js';

const SNIPPET_LENGTH = 140;

/** How many characters a reply may have. Staff are not told theirs: it is only there so that nothing is endless. */
export const BUDGETS = { patient: 750, staff: 10_000 } as const;

/** What a first message says of the signs of danger that were asked. */
export const SIGNS_LABEL = 'Signs of danger';

/** A thread as the backend keeps it, the same for every reader. */
export interface ThreadRecord extends Pick<
  Thread,
  | 'id'
  | 'practice'
  | 'title'
  | 'reason'
  | 'subject'
  | 'state'
  | 'custody'
  | 'turn'
  | 'dueAt'
  | 'reply'
  | 'continues'
  | 'continuedBy'
> {
  /** Who is to read it first. */
  receiver: Person | undefined;
  updatedAt: Thread['updatedAt'];
  /** The number of the last change that was news, counted over all threads. Orders the list. */
  moved: number;
  /** Counts up with every change of this thread. */
  version: number;
  /** Oldest first. */
  readonly entries: Entry[];
  readonly marks: Map<PersonId, ReadMark>;
}

/** When an entry was sent or happened. */
export const timeOf = (entry: Entry): string => (entry.type === 'message' ? entry.sentAt : entry.at);

/** Over threads take nothing more. */
export const isOver = ({ state }: Pick<ThreadRecord, 'state'>): boolean => state !== 'open';

/** A scenario's thread as a record. Who reads it first is known from its reason. */
export function recordOf(thread: ScenarioThread, { practice, reasons }: Scenario): ThreadRecord {
  // Not copied deeply: parts of a record are replaced and never changed, so the scenario stays as it is.
  const { readMarks = [], entries, ...rest } = thread;
  const last = entries.at(-1);
  return {
    ...rest,
    practice: { id: practice.id, name: practice.name },
    receiver: reasons.find(({ id }) => id === rest.reason?.id)?.receiver?.first,
    updatedAt: last ? timeOf(last) : rest.custody.since,
    moved: 0,
    version: 1,
    entries: [...entries],
    marks: new Map(readMarks.map((mark) => [mark.person.id, mark])),
  };
}

/** What one reader is told of a thread. */
export function threadFor(record: ThreadRecord, reader: Person): Thread {
  const { entries, marks, moved: _moved, receiver: _receiver, version, ...rest } = record;
  const last = entries.findLast((entry): entry is Message => entry.type === 'message');
  return structuredClone({
    ...rest,
    version: String(version),
    unread: countUnread(record, reader.id),
    lastMessage: last && { author: last.author, snippet: snippetOf(last), at: last.sentAt },
    readMarks: [...marks.values()],
    ...(!isStaff(reader) && { budget: BUDGETS.patient }),
  });
}

/** What one reader is told of an entry: only the author of a message is told its key. */
export function entryFor<T extends Entry>(entry: T, reader: PersonId): T {
  const copy = structuredClone(entry);
  if (copy.type === 'message' && copy.author.id !== reader) copy.key = undefined;
  return copy;
}

/** Messages of others after the last one this reader has read. */
function countUnread({ entries, marks }: ThreadRecord, reader: PersonId): number {
  const read = marks.get(reader)?.upTo;
  let unread = 0;
  for (let at = entries.length - 1; at >= 0; at--) {
    const entry = entries[at]!;
    if (entry.type !== 'message') continue;
    if (entry.id === read) break;
    if (entry.author.id !== reader) unread++;
  }
  return unread;
}

/** The first words on one line, never half a character; of a form without free text, the first answer. */
function snippetOf({ body, answers }: Message): string {
  const words = body || (answers.find(({ label }) => label !== SIGNS_LABEL)?.value ?? '');
  const line = Array.from(
    words
      .slice(0, SNIPPET_LENGTH * 3)
      .replace(/\s+/g, ' ')
      .trim(),
  );
  return line.length > SNIPPET_LENGTH ? `${line.slice(0, SNIPPET_LENGTH - 1).join('')}…` : line.join('');
}

/** Whether somebody works at the practice. */
export const isStaff = (person: Person): boolean => person.kind === 'staff';
