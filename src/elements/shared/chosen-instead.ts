import type { PersonId } from '../../model/id.js';
import type { Person, Subject } from '../../model/person.js';
import type { Thread } from '../../model/thread.js';

/** A thread, who reads it, and whom they may write about. */
export interface Choosing {
  readonly thread: Thread;
  readonly me: Person;
  readonly subjects: readonly Subject[];
}

/** Whom somebody who acts for several has chosen, when that is not the person this thread is about. */
export function chosenInstead({ thread, me, subjects }: Choosing, chosen: PersonId | undefined): PersonId | undefined {
  return me.kind !== 'staff' && subjects.length > 1 && chosen !== thread.subject.id ? chosen : undefined;
}
