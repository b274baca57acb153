import type { Person } from '../../model/person.js';
import type { Thread } from '../../model/thread.js';

/** To whom a reply goes. */
export interface Addressee {
  /** Who is answered; none where only the practice is known. */
  readonly to: Person | undefined;
  /** Who opens it first, when that is somebody else. */
  readonly first: Person | undefined;
}

/** Answers go to whoever wrote last, or else to whoever has the thread; staff answer whom the thread is about. */
export function addresseeOf({ lastMessage, custody, subject }: Thread, me: Person): Addressee {
  const wrote = lastMessage?.author;
  if (me.kind === 'staff') return { to: wrote?.kind === 'patient' ? wrote : subject, first: undefined };
  const { holder } = custody;
  const to = wrote?.kind === 'staff' ? wrote : holder;
  return { to, first: holder && holder.id !== to?.id ? holder : undefined };
}
