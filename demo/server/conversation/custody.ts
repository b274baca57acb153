import type { PersonId, Thread } from 'carethread/model';
import type { ThreadTable } from '../database/tables.js';
import { Problem } from '../problems.js';
import { noteAnswer } from '../notices/note-answer.js';
import { writtenText } from '../text.js';
import type { Act } from './act.js';
import { actedOn, type Target } from './acted-on.js';
import { writeEvent } from './entries.js';
import { saveThread } from './save.js';
import { threadOf } from './threads.js';

const NOTE_BUDGET = 750;

/** A member of staff takes a thread nobody has. Taking what one has changes nothing. */
export async function claim(act: Act, target: Target): Promise<Thread> {
  const row = await actedOn(act, 'staff', target);
  const me = act.reader.person.id;
  if (row.custody === 'held') {
    if (row.holder !== me) throw new Problem('conflict', { detail: 'A colleague has the thread.' });
    return threadOf(act, row);
  }
  await writeEvent(act, row, { kind: 'assigned', recipient: me });
  return threadOf(act, await saveThread(act, row, heldBy(me, act, row)));
}

/** A thread is handed to a colleague, who must be one that answers messages. */
export async function route(act: Act, target: Target, to: PersonId, text: string): Promise<Thread> {
  const row = await actedOn(act, 'staff', target);
  const colleague = act.reader.record.staff.find(({ id }) => id === to);
  if (!colleague) throw new Problem('invalid', { field: 'to' });
  if (colleague.answers !== 'messages') {
    throw new Problem('invalid', { field: 'to', detail: 'This colleague does not answer messages.' });
  }
  const note = writtenText(text, { field: 'note', budget: NOTE_BUDGET });
  await writeEvent(act, row, { kind: 'routed', recipient: to, note });
  return threadOf(act, await saveThread(act, row, heldBy(to, act, row)));
}

/** A thread is ended. Nothing is owed any more. */
export async function close(act: Act, target: Target, text: string): Promise<Thread> {
  const row = await actedOn(act, 'staff', target);
  const note = writtenText(text, { field: 'note', budget: NOTE_BUDGET });
  await writeEvent(act, row, { kind: 'closed', note });
  await noteAnswer(act, row);
  const closed = { custody: 'closed', holder: null, turn: 'nobody', due_at: null, answered: 1 } as const;
  const saved = await saveThread(act, row, {
    ...closed,
    custody_since: act.now,
    last_position: row.last_position + 1,
  });
  return threadOf(act, saved);
}

function heldBy(holder: PersonId, { now }: Act, { last_position }: ThreadTable) {
  return { custody: 'held', holder, custody_since: now, last_position: last_position + 1 } as const;
}
