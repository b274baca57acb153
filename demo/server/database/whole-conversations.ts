import type { Kysely, Migration } from 'kysely';
import { folded } from '../conversation/fold.js';

/** Wishes, cards, changed words, calls, pauses, threads that go on, and what searching looks in. */
export const wholeConversations: Migration = {
  async up(db: Kysely<unknown>) {
    const add = async (table: string, column: string, type: 'text' | 'integer', initial?: number | string) => {
      await db.schema
        .alterTable(table)
        .addColumn(column, type, (made) => (initial === undefined ? made : made.notNull().defaultTo(initial)))
        .execute();
    };
    await add('practice', 'pause', 'text');
    await add('practice', 'change', 'integer', 0);
    for (const column of ['recipient', 'reply', 'continues', 'continued_by']) await add('thread', column, 'text');
    await add('thread', 'expired', 'integer', 0);
    await add('thread', 'search', 'text', '');
    for (const column of ['relationship', 'cards', 'amendments', 'retracted_at', 'outcome', 'continued_by']) {
      await add('entry', column, 'text');
    }
    await add('entry', 'search', 'text', '');
    await add('kept_answer', 'thread', 'text');
    await db.schema.createIndex('kept_answer_thread').on('kept_answer').columns(['thread']).execute();
    await db.schema.createIndex('thread_age').on('thread').columns(['practice', 'custody', 'updated_at']).execute();
    await fill(db);
  },
};

/** The tables as far as this migration fills them. */
interface OldTables {
  thread: { id: string; title: string; search: string };
  entry: { id: string; body: string | null; answers: string | null; type: string; search: string };
  kept_answer: { person: string; key: string; body: string | null; thread: string | null };
}

/** What is there already can be found, and its kept answers know their thread. */
async function fill(db: Kysely<OldTables>): Promise<void> {
  for (const { id, title } of await db.selectFrom('thread').select(['id', 'title']).execute()) {
    await db.updateTable('thread').set({ search: folded(title) }).where('id', '=', id).execute();
  }
  const entries = db.selectFrom('entry').select(['id', 'body', 'answers']).where('type', '=', 'message');
  for (const { id, body, answers } of await entries.execute()) {
    const words = (JSON.parse(answers ?? '[]') as { value: string }[]).map(({ value }) => value);
    const search = folded([body ?? '', ...words].join('\n'));
    await db.updateTable('entry').set({ search }).where('id', '=', id).execute();
  }
  for (const { person, key, body } of await db.selectFrom('kept_answer').selectAll().execute()) {
    const { thread, id, custody } = JSON.parse(body ?? '{}') as { thread?: string | { id: string }; id?: string; custody?: unknown };
    const about = typeof thread === 'object' ? thread.id : (thread ?? (custody ? id : undefined));
    if (about === undefined) continue;
    await db.updateTable('kept_answer').set({ thread: about }).where('person', '=', person).where('key', '=', key).execute();
  }
}
