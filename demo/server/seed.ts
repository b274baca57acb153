import type { Instant } from 'carethread/model';
import { ask } from './conversation/ask.js';
import { beginAct, lockPractice } from './conversation/act.js';
import { continueThread } from './conversation/continue.js';
import type { Database, DatabaseTransaction } from './database/tables.js';
import { softwareReader, type Directory, type PracticeRecord } from './directory/directory.js';
import type { Step, Story } from './directory/story.js';
import { takeStep } from './story-steps.js';

/**
 * Plays the practice file's stories into an empty database, with the same acts people do, as if they had been done so
 * many hours before now. Does nothing where there is a thread already.
 *
 * @param now - Milliseconds since the epoch.
 */
export async function seed(database: Database, directory: Directory, now: number): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    for (const record of directory.practices) {
      const { practice } = record;
      // Of two servers starting only one finds it empty.
      await lockPractice(transaction, practice.id);
      const known = transaction.selectFrom('thread').select('id').where('practice', '=', practice.id).limit(1);
      if (await known.executeTakeFirst()) continue;
      await play(transaction, directory, record, now);
      // What happened long ago is news to nobody.
      await transaction.deleteFrom('notice').where('practice', '=', practice.id).execute();
    }
  });
}

async function play(
  database: DatabaseTransaction,
  directory: Directory,
  record: PracticeRecord,
  now: number,
): Promise<void> {
  const stories = record.entry.stories ?? [];
  const threads = new Map<Story, string>();
  const threadOf = (id: string): string => threads.get(stories.find((story) => story.id === id)!)!;
  const acts = stories.flatMap((story) => [
    { story, ...story, step: undefined as Step | undefined },
    ...story.steps.map((step) => ({ story, by: step.by, hoursAgo: step.hoursAgo, step })),
  ]);
  // In the order of time, so that lists come out as they would have.
  for (const { story, by, hoursAgo, step } of acts.sort((a, b) => b.hoursAgo - a.hoursAgo)) {
    const at: Instant = new Date(now - hoursAgo * 3_600_000).toISOString();
    const reader = by === undefined ? softwareReader(record, directory) : directory.readers.get(by)!;
    const act = await beginAct(database, { directory, reader, now: at, past: true });
    if (step) {
      await takeStep(act, threads.get(story)!, { ...step, links: step.links && threadOf(step.links) });
      continue;
    }
    const { thread } = await (story.continues === undefined
      ? ask(act, story, null)
      : continueThread(act, threadOf(story.continues), story.body, null));
    threads.set(story, thread.id);
  }
}
