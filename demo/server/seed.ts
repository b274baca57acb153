import { PersonId, type Instant } from 'carethread/model';
import { ask } from './conversation/ask.js';
import { beginAct, type Act } from './conversation/act.js';
import { claim, close, route } from './conversation/custody.js';
import { markRead } from './conversation/read-mark.js';
import { reply } from './conversation/reply.js';
import { findThread } from './conversation/threads.js';
import type { Database, DatabaseTransaction } from './database/tables.js';
import type { Directory } from './directory/directory.js';
import type { Step, Story } from './directory/practice-entry.js';

/**
 * Plays the practice file's stories into an empty database, with the same acts people do, as if they had been done so
 * many hours before now. Does nothing where there is a thread already.
 *
 * @param now - Milliseconds since the epoch.
 */
export async function seed(database: Database, directory: Directory, now: number): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    for (const { practice, entry } of directory.practices) {
      // The first write takes the practice's lock, so of two servers starting only one finds it empty.
      await transaction.updateTable('practice').set({ id: practice.id }).where('id', '=', practice.id).execute();
      const known = transaction.selectFrom('thread').select('id').where('practice', '=', practice.id).limit(1);
      if (await known.executeTakeFirst()) continue;
      await play(transaction, directory, entry.stories ?? [], now);
    }
  });
}

async function play(
  database: DatabaseTransaction,
  directory: Directory,
  stories: readonly Story[],
  now: number,
): Promise<void> {
  const threads = new Map<Story, string>();
  const acts = stories.flatMap((story) => [
    { story, ...story, step: undefined as Step | undefined },
    ...story.steps.map((step) => ({ story, by: step.by, hoursAgo: step.hoursAgo, step })),
  ]);
  // In the order of time, so that lists come out as they would have.
  for (const { story, by, hoursAgo, step } of acts.sort((a, b) => b.hoursAgo - a.hoursAgo)) {
    const at: Instant = new Date(now - hoursAgo * 3_600_000).toISOString();
    const act = await beginAct(database, { directory, reader: directory.readers.get(by)!, now: at });
    if (step) await take(act, threads.get(story)!, step);
    else threads.set(story, (await ask(act, story, null)).thread.id);
  }
}

async function take(act: Act, thread: string, { does, text = '', to }: Step): Promise<void> {
  const target = { thread, ifVersion: undefined };
  switch (does) {
    case 'open': {
      const { last_message } = await findThread(act, thread);
      return markRead(act, thread, last_message as Parameters<typeof markRead>[2]);
    }
    case 'claim':
      await claim(act, target);
      return;
    case 'route':
      await route(act, target, PersonId.parse(to), text);
      return;
    case 'reply':
      await reply(act, thread, { body: text }, null);
      return;
    case 'close':
      await close(act, target, text);
  }
}
