import type { MessageId } from 'carethread/model';
import type { Act } from './act.js';
import { findMessage, writeEvent } from './entries.js';
import { saveQuietly } from './save.js';
import { findThread } from './threads.js';

/** A reader has read up to a message. Marks only move forward; staff's first leaves an event the patient can see. */
export async function markRead(act: Act, thread: string, upTo: MessageId): Promise<void> {
  const { database, reader, now } = act;
  const person = reader.person.id;
  const row = await findThread(act, thread);
  const message = await findMessage(act, thread, { id: upTo, field: 'upTo' });
  const before = await database
    .selectFrom('read_mark')
    .select('position')
    .where('thread', '=', thread)
    .where('person', '=', person)
    .executeTakeFirst();
  if (before && before.position >= message.position) return;
  const mark = { message: upTo, position: message.position, at: now };
  await database
    .insertInto('read_mark')
    .values({ thread, person, ...mark })
    .onConflict((conflict) => conflict.columns(['thread', 'person']).doUpdateSet(mark))
    .execute();
  const opens = !before && reader.isStaff;
  if (opens) await writeEvent(act, row, { kind: 'opened' });
  await saveQuietly(act, row, opens ? { last_position: row.last_position + 1 } : {});
}
