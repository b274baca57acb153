import type { Receipt, SendKey } from 'carethread/model';
import { Problem } from '../problems.js';
import { writtenText } from '../text.js';
import { nextChange, type Act } from './act.js';
import { linkCard } from './cards.js';
import { writeEvent } from './entries.js';
import { openThread } from './open-thread.js';
import { requireOpen } from './practice-now.js';
import { saveThread } from './save.js';
import { findThread, PATIENT_BUDGET } from './threads.js';

/** A patient goes on from a thread that is over: in a new one, and each names the other. */
export async function continueThread(act: Act, id: string, text: string, key: SendKey | null): Promise<Receipt> {
  const row = await findThread(act, id);
  if (act.reader.isStaff) throw new Problem('forbidden');
  if (row.custody !== 'closed') throw new Problem('conflict', { detail: 'The thread is not over.' });
  if (row.continued_by !== null) throw new Problem('conflict', { detail: 'It goes on elsewhere already.' });
  await requireOpen(act);
  const body = writtenText(text, { field: 'body', budget: PATIENT_BUDGET });
  const { subject, reason, reason_label, title, recipient } = row;
  const about = { subject, reason, reason_label, title, recipient, reply: null, continues: id };
  // The new one comes after the old one in every list, so each has its own place.
  const receipt = await openThread(await nextChange(act), about, { body, answers: [], cards: [linkCard(row)], key });
  const continued_by = receipt.thread.id;
  await writeEvent(act, row, { kind: 'continued', continued_by });
  await saveThread(act, row, { continued_by, last_position: row.last_position + 1 });
  return receipt;
}
