import type { PersonId } from '../../model/id.js';
import type { Entry, Message } from '../../model/message.js';
import type { Person } from '../../model/person.js';
import type { ReadMark, Thread } from '../../model/thread.js';
import type { ScenarioThread } from './scenario.js';

const SNIPPET_LENGTH = 140;

/** A thread as the backend keeps it, the same for every reader. */
export interface ThreadRecord
  extends Pick<Thread, 'id' | 'practice' | 'title' | 'reason' | 'subject' | 'state' | 'custody' | 'turn' | 'dueAt'> {
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

/** A scenario's thread as a record. */
export function recordOf(thread: ScenarioThread, practice: Thread['practice']): ThreadRecord {
  // Not copied deeply: parts of a record are replaced and never changed, so the scenario stays as it is.
  const { readMarks = [], entries, ...rest } = thread;
  const last = entries.at(-1);
  return {
    ...rest,
    practice: { id: practice.id, name: practice.name },
    updatedAt: last ? timeOf(last) : rest.custody.since,
    moved: 0,
    version: 1,
    entries: [...entries],
    marks: new Map(readMarks.map((mark) => [mark.person.id, mark])),
  };
}

/** What one reader is told of a thread. */
export function threadFor(record: ThreadRecord, reader: PersonId): Thread {
  const { entries, marks, moved: _moved, version, ...rest } = record;
  const last = entries.findLast((entry): entry is Message => entry.type === 'message');
  return structuredClone({
    ...rest,
    version: String(version),
    unread: countUnread(record, reader),
    lastMessage: last && { author: last.author, snippet: snippetOf(last), at: last.sentAt },
    readMarks: [...marks.values()],
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
  const words = body || (answers[0]?.value ?? '');
  const line = Array.from(words.slice(0, SNIPPET_LENGTH * 3).replace(/\s+/g, ' ').trim());
  return line.length > SNIPPET_LENGTH ? `${line.slice(0, SNIPPET_LENGTH - 1).join('')}…` : line.join('');
}

/** Whether somebody works at the practice. */
export const isStaff = (person: Person): boolean => person.kind === 'staff';
