import type { Instant } from '../../model/instant.js';
import type { Entry } from '../../model/message.js';
import type { Person } from '../../model/person.js';
import type { Thread } from '../../model/thread.js';
import { isClosed } from '../shared/whose-turn.js';

/** One stop of a thread on its way from person to person. */
export interface Station {
  /** Who had it. None: it lay at the practice, and nobody had it. */
  readonly person: Person | undefined;
  /** What they did with it, in the order it is worth telling: who answered has had it too. */
  readonly did: 'wrote' | 'had' | 'answered';
  /** When they did it, or since when they have it. */
  readonly at: Instant;
  /** Whether this is where it is now. */
  readonly now: boolean;
}

/** More than these do not fit on a line; the talk below tells them all. */
const MOST = 4;

/**
 * Who has had a thread, oldest first, and who has it now. Custody has the last word: where what was written says
 * otherwise, the last station is the holder's.
 */
export function trailOf(thread: Thread, newestFirst: readonly Entry[], me: Person): readonly Station[] {
  const stations: Station[] = [];
  const add = (person: Person | undefined, did: Station['did'], at: Instant, now = false): void => {
    const last = stations.at(-1);
    if (!last || last.person?.id !== person?.id) stations.push({ person, did, at, now });
    else if (now) stations[stations.length - 1] = { ...last, now };
    else if (did !== 'had') stations[stations.length - 1] = { person, did, at, now };
  };
  for (const entry of newestFirst.toReversed()) {
    if (entry.type === 'message') add(entry.author, entry.author.kind === 'staff' ? 'answered' : 'wrote', entry.sentAt);
    else if (entry.to && (entry.kind === 'routed' || entry.kind === 'assigned')) add(entry.to, 'had', entry.at);
  }
  if (!isClosed(thread)) add(holderOf(thread, me), 'had', thread.custody.since, true);
  return stations.slice(-MOST);
}

/** Who writes for the patient: the mother of a child of three, not the child. */
export function patientOf({ subject }: Thread, newestFirst: readonly Entry[]): Person {
  const message = newestFirst.find((entry) => entry.type === 'message' && entry.author.kind === 'patient');
  return message?.type === 'message' ? message.author : subject;
}

/**
 * Who has a thread now: for its patient themselves, once they were answered; else whom custody names. Undefined while it
 * waits in the practice's queue, whatever the turn says.
 */
export function holderOf({ custody, turn }: Thread, me: Person): Person | undefined {
  if (custody.state === 'waiting') return undefined;
  return turn === 'patient' && me.kind !== 'staff' ? me : custody.holder;
}
