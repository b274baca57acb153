import { messagingAt, type Instant, type Practice } from 'carethread/model';
import type { Database } from '../database/tables.js';
import type { Reader } from '../directory/directory.js';
import { Problem } from '../problems.js';
import type { Act } from './act.js';

/** Why and until when a practice takes no messages, as it is stored. */
export interface Pause {
  readonly until?: Instant | undefined;
  readonly note?: string | undefined;
}

/** What the reader's practice says of itself at a moment: its file, and the pause it has made. */
export async function practiceNow({ database, reader, now }: {
  readonly database: Database;
  readonly reader: Reader;
  readonly now: Instant;
}): Promise<Practice> {
  const { practice } = reader.record;
  const { pause } = await database
    .selectFrom('practice')
    .select('pause')
    .where('id', '=', practice.id)
    .executeTakeFirstOrThrow();
  return pausedBy(practice, pause === null ? undefined : (JSON.parse(pause) as Pause), now);
}

/** A practice that has paused; a pause that has ended leaves it as its file says. */
export function pausedBy(practice: Practice, pause: Pause | undefined, now: Instant): Practice {
  if (!pause || (pause.until !== undefined && Date.parse(pause.until) <= Date.parse(now))) return practice;
  const outsideHours = practice.messaging?.outsideHours ?? 'taken';
  return { ...practice, messaging: { state: 'paused', until: pause.until, note: pause.note, outsideHours } };
}

/** Refuses patients while their practice takes no messages. */
export async function requireOpen(act: Act): Promise<void> {
  if (act.past) return;
  const { state } = messagingAt(await practiceNow(act), Date.parse(act.now));
  if (state !== 'open') throw new Problem('conflict', { detail: 'The practice takes no messages now.' });
}
