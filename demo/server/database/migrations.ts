import { Migrator, type Kysely, type Migration } from 'kysely';
import { appointments } from './appointments.js';
import { guestsAndNotices } from './guests-and-notices.js';
import { results } from './results.js';
import type { Database } from './tables.js';
import { usedLinksAndSecret } from './used-links-and-secret.js';
import { wholeConversations } from './whole-conversations.js';

// Migrations never change once released: a new need is a new migration. They know no table types, which move on.

const conversations: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('practice')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('last_change', 'integer', (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('person')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('practice', 'text', (column) => column.notNull())
      .addColumn('record', 'text', (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('session')
      .addColumn('token_hash', 'text', (column) => column.primaryKey())
      .addColumn('person', 'text', (column) => column.notNull())
      .addColumn('expires_at', 'text', (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('thread')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('practice', 'text', (column) => column.notNull())
      .addColumn('subject', 'text', (column) => column.notNull())
      .addColumn('reason', 'text', (column) => column.notNull())
      .addColumn('reason_label', 'text', (column) => column.notNull())
      .addColumn('title', 'text', (column) => column.notNull())
      .addColumn('custody', 'text', (column) => column.notNull())
      .addColumn('holder', 'text')
      .addColumn('custody_since', 'text', (column) => column.notNull())
      .addColumn('turn', 'text', (column) => column.notNull())
      .addColumn('due_at', 'text')
      .addColumn('answered', 'integer', (column) => column.notNull())
      .addColumn('waiting_since', 'text', (column) => column.notNull())
      .addColumn('updated_at', 'text', (column) => column.notNull())
      .addColumn('moved', 'integer', (column) => column.notNull())
      .addColumn('change', 'integer', (column) => column.notNull())
      .addColumn('version', 'integer', (column) => column.notNull())
      .addColumn('last_position', 'integer', (column) => column.notNull())
      .addColumn('last_message', 'text', (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('entry')
      .addColumn('thread', 'text', (column) => column.notNull().references('thread.id'))
      .addColumn('position', 'integer', (column) => column.notNull())
      .addColumn('id', 'text', (column) => column.notNull().unique())
      .addColumn('type', 'text', (column) => column.notNull())
      .addColumn('author', 'text', (column) => column.notNull())
      .addColumn('at', 'text', (column) => column.notNull())
      .addColumn('on_behalf_of', 'text')
      .addColumn('send_key', 'text')
      .addColumn('body', 'text')
      .addColumn('answers', 'text')
      .addColumn('kind', 'text')
      .addColumn('recipient', 'text')
      .addColumn('note', 'text')
      .addPrimaryKeyConstraint('entry_place', ['thread', 'position'])
      .execute();
    await db.schema
      .createTable('read_mark')
      .addColumn('thread', 'text', (column) => column.notNull().references('thread.id'))
      .addColumn('person', 'text', (column) => column.notNull())
      .addColumn('message', 'text', (column) => column.notNull())
      .addColumn('position', 'integer', (column) => column.notNull())
      .addColumn('at', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('read_mark_of_one', ['thread', 'person'])
      .execute();
    await db.schema
      .createTable('kept_answer')
      .addColumn('person', 'text', (column) => column.notNull())
      .addColumn('key', 'text', (column) => column.notNull())
      .addColumn('fingerprint', 'text', (column) => column.notNull())
      .addColumn('status', 'integer', (column) => column.notNull())
      .addColumn('headers', 'text', (column) => column.notNull())
      .addColumn('body', 'text')
      .addColumn('at', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('kept_answer_of_key', ['person', 'key'])
      .execute();
    const indexes: readonly [string, string, string[]][] = [
      ['thread_list_of_practice', 'thread', ['practice', 'moved']],
      ['thread_list_of_subject', 'thread', ['subject', 'moved']],
      ['thread_changes', 'thread', ['practice', 'change']],
      ['thread_queue', 'thread', ['practice', 'custody', 'answered', 'waiting_since', 'id']],
      ['kept_answer_age', 'kept_answer', ['at']],
      ['session_age', 'session', ['expires_at']],
    ];
    for (const [name, table, columns] of indexes) {
      await db.schema.createIndex(name).on(table).columns(columns).execute();
    }
  },
};

const migrations: Readonly<Record<string, Migration>> = {
  '2026-11-23-conversations': conversations,
  '2026-11-23-whole-conversations': wholeConversations,
  '2026-11-24-guests-and-notices': guestsAndNotices,
  '2026-11-24-used-links-and-secret': usedLinksAndSecret,
  '2026-11-25-results': results,
  '2026-11-26-appointments': appointments,
};

/**
 * Brings a database to the shape this version needs. Two servers may do it at once: the second waits for the first and
 * then finds nothing to do.
 *
 * @param schema - Where the tables live, on a database that knows schemas.
 */
export async function migrate(database: Database, schema: string | undefined): Promise<void> {
  const migrator = new Migrator({
    db: database,
    provider: { getMigrations: () => Promise.resolve({ ...migrations }) },
    ...(schema !== undefined && { migrationTableSchema: schema }),
  });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw new Error('The database could not be brought to this version', { cause: error });
}
