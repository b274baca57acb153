import type { Person } from '../../model/person.js';
import type { Thread } from '../../model/thread.js';

/** To whom a reply goes. */
export interface Addressee {
  /** Who is answered; none where only the practice, or whom it is about, is known. */
  readonly to: Person | undefined;
  /** Who opens it first, when that is somebody else. */
  readonly first: Person | undefined;
}

/** Answers go to whoever wrote last, or else to whoever has the thread. */
export function addresseeOf({ lastMessage, custody }: Thread, me: Person): Addressee {
  const wrote = lastMessage?.author;
  if (me.kind === 'staff') return { to: wrote?.kind === 'patient' ? wrote : undefined, first: undefined };
  const { holder } = custody;
  const to = wrote?.kind === 'staff' ? wrote : holder;
  return { to, first: holder && holder.id !== to?.id ? holder : undefined };
}
