import type { Kysely, Migration } from 'kysely';

/** People who write without an account, their links, and what others are still to be told. */
export const guestsAndNotices: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('guest')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('practice', 'text', (column) => column.notNull())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('birth_date', 'text', (column) => column.notNull())
      .addColumn('contact', 'text', (column) => column.notNull())
      .addColumn('code_hash', 'text', (column) => column.notNull())
      .addColumn('tries', 'integer', (column) => column.notNull())
      .addColumn('asked_at', 'text', (column) => column.notNull())
      .addColumn('expires_at', 'text', (column) => column.notNull())
      .addColumn('person', 'text', (column) => column.unique())
      .execute();
    await db.schema
      .createTable('guest_link')
      .addColumn('token_hash', 'text', (column) => column.primaryKey())
      .addColumn('person', 'text', (column) => column.notNull())
      .addColumn('thread', 'text', (column) => column.notNull())
      .addColumn('expires_at', 'text', (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('notice')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('practice', 'text', (column) => column.notNull())
      .addColumn('thread', 'text', (column) => column.notNull())
      .addColumn('person', 'text', (column) => column.notNull())
      .addColumn('at', 'text', (column) => column.notNull())
      .addColumn('next_try', 'text', (column) => column.notNull())
      .addColumn('tries', 'integer', (column) => column.notNull())
      .execute();
    const indexes: readonly [string, string, string[]][] = [
      ['guest_contact', 'guest', ['contact', 'asked_at']],
      ['guest_age', 'guest', ['expires_at']],
      ['guest_link_age', 'guest_link', ['expires_at']],
      ['notice_due', 'notice', ['next_try']],
    ];
    for (const [name, table, columns] of indexes) {
      await db.schema.createIndex(name).on(table).columns(columns).execute();
    }
  },
};
