import type { Practice } from 'carethread/model';
import { Problem } from '../problems.js';
import { storableText } from '../text.js';
import type { Act } from './act.js';
import { pausedBy, type Pause } from './practice-now.js';

const NOTE_BUDGET = 750;

/** A practice takes no messages from patients until a moment, or until it resumes. */
export async function pause(act: Act, { until, note = '' }: Pause): Promise<Practice> {
  requireStaff(act);
  if (until !== undefined && Date.parse(until) <= Date.parse(act.now)) throw new Problem('invalid', { field: 'until' });
  const text = storableText(note, { field: 'note', budget: NOTE_BUDGET }).trim();
  const pause = { until, note: text || undefined };
  await savePause(act, JSON.stringify(pause));
  return pausedBy(act.reader.record.practice, pause, act.now);
}

/** It takes messages again, as it did before. */
export async function resume(act: Act): Promise<Practice> {
  requireStaff(act);
  await savePause(act, null);
  return act.reader.record.practice;
}

function requireStaff({ reader }: Act): void {
  if (!reader.isStaff) throw new Problem('forbidden');
}

/** A change of the practice is told to all who read it. Resuming what was not paused is none. */
async function savePause({ database, reader, change }: Act, pause: string | null): Promise<void> {
  const practice = database.updateTable('practice').set({ pause, change }).where('id', '=', reader.record.practice.id);
  await (pause === null ? practice.where('pause', 'is not', null) : practice).execute();
}
