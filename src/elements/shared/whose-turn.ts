import type { Person } from '../../model/person.js';
import type { Thread } from '../../model/thread.js';

/** Who has to do something about a thread, as its reader sees it. */
export type Turn =
  | 'closed'
  /** The reader. */
  | 'yours'
  /** The practice, and the promise still stands. */
  | 'practice'
  /** The practice, and what it promised has passed. */
  | 'late'
  /** The patient, for a reader of the practice. */
  | 'patient'
  /** Nobody: all is said. */
  | 'answered';

/** Whether a thread is over: closed, or expired. Custody is right where the two disagree. */
export function isClosed({ state, custody }: Thread): boolean {
  return state === 'closed' || state === 'expired' || custody.state === 'closed';
}

/** Whose turn it is. `isPast` says whether a moment has passed by the client's clock. */
export function whoseTurn(thread: Thread, me: Person, isPast: (at: string) => boolean): Turn {
  const { turn, dueAt, custody } = thread;
  const isStaff = me.kind === 'staff';
  if (isClosed(thread)) return 'closed';
  if (turn === 'nobody') return 'answered';
  if (turn === 'patient') return isStaff ? 'patient' : 'yours';
  // A turn this version does not know: the practice is asked rather than the patient.
  if (dueAt !== undefined && isPast(dueAt)) return 'late';
  return isStaff && custody.holder?.id === me.id ? 'yours' : 'practice';
}

/** The person at the practice whom a patient deals with: who has it now, or else who wrote last. */
export function contactOf({ custody, lastMessage }: Thread): Person | undefined {
  return custody.holder ?? (lastMessage?.author.kind === 'staff' ? lastMessage.author : undefined);
}
