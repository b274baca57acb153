import type { MessageId } from '../../model/id.js';
import { Instant } from '../../model/instant.js';
import type { Custody } from '../../model/custody.js';
import type { ReadMark, Thread } from '../../model/thread.js';
import type { Directory } from './directory.js';
import { codeIn, type Resource, textAt } from './json.js';
import { OURS, referenceIn } from './terms.js';

// Who has a thread is a Task with the thread's head as its focus. Where the two disagree, the Task is right.

/** Task codes of ours. */
export const isCustody = ({ code }: Resource): boolean => codeIn(code, `${OURS}task`) === 'custody';
const isReceipt = ({ code }: Resource): boolean => codeIn(code, `${OURS}task`) === 'read-receipt';

const STATES: Readonly<Record<string, Custody['state']>> = {
  requested: 'waiting',
  received: 'waiting',
  ready: 'waiting',
  accepted: 'held',
  'in-progress': 'held',
  'on-hold': 'held',
  completed: 'closed',
  cancelled: 'closed',
  rejected: 'closed',
  failed: 'closed',
};

/** An instant, if it is one. */
export const instantOf = (value: unknown): Instant | undefined => Instant.safeParse(value).data;

/** What a Task says of a thread: who has it, whose turn it is, and by when an answer was promised. */
export function custodyOf(task: Resource | undefined, head: Resource, directory: Directory) {
  const began = instantOf(head.sent) ?? instantOf(textAt(head, 'meta.lastUpdated'));
  const since = instantOf(textAt(task, 'executionPeriod.start')) ?? instantOf(task?.authoredOn) ?? began;
  // Without a Task the head tells whether it goes on. One that holds a text itself is a message that was sent, no more.
  const isOver = task ? false : head.status === 'completed' && head.payload === undefined;
  const state = task ? (STATES[textAt(task, 'status') ?? ''] ?? 'other') : isOver ? 'closed' : 'waiting';
  const custody = { state, since: since!, ...(state === 'held' && { holder: directory.person(task?.owner) }) };
  const turn = codeIn(task?.businessStatus, `${OURS}turn`) ?? 'other';
  return {
    custody,
    state: state === 'closed' ? 'closed' : 'open',
    turn: state === 'closed' ? 'nobody' : turn,
    dueAt: turn === 'practice' ? instantOf(textAt(task, 'restriction.period.end')) : undefined,
  } as Pick<Thread, 'custody' | 'state' | 'turn' | 'dueAt'>;
}

/** Since when the patient waits for an answer; undefined where nothing waits. */
export const waitingSince = (task: Resource | undefined): Instant | undefined =>
  instantOf(textAt(task, 'restriction.period.start'));

/** How far each has read: a Task for each reader, which is theirs alone. */
export function readMarksOf(tasks: readonly Resource[], directory: Directory): ReadMark[] {
  return tasks.filter(isReceipt).flatMap((task) => {
    const person = directory.person(task.owner);
    const upTo = referenceIn(receiptOf(task))?.split('/')[1];
    const at = instantOf(task.lastModified);
    return person && upTo && at ? [{ person, upTo: upTo as MessageId, at }] : [];
  });
}

/** The receipt of one reader. */
export const receiptFor = (tasks: readonly Resource[], reader: string): Resource | undefined =>
  tasks.find((task) => isReceipt(task) && referenceIn(task.owner) === reader);

const receiptOf = (task: Resource): unknown => (task as { reasonReference?: unknown }).reasonReference;
