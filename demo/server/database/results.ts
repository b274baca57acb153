import type { Kysely, Migration } from 'kysely';

/** Results with their files, when they are shown, who looked at them, and what is reported as wrong in them. */
export const results: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('result')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('practice', 'text', (column) => column.notNull())
      .addColumn('subject', 'text', (column) => column.notNull())
      .addColumn('kind', 'text')
      .addColumn('status', 'text', (column) => column.notNull())
      .addColumn('sort_key', 'text', (column) => column.notNull())
      .addColumn('first_day', 'text', (column) => column.notNull())
      .addColumn('last_day', 'text', (column) => column.notNull())
      .addColumn('arrived_at', 'text', (column) => column.notNull())
      .addColumn('commented', 'integer', (column) => column.notNull())
      .addColumn('opened_at', 'text')
      .addColumn('reported_at', 'text')
      .addColumn('record', 'text', (column) => column.notNull())
      .addColumn('search_name', 'text', (column) => column.notNull())
      .addColumn('search', 'text', (column) => column.notNull())
      .addColumn('change', 'integer', (column) => column.notNull())
      .addColumn('version', 'integer', (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('result_code')
      .addColumn('result', 'text', (column) => column.notNull().references('result.id'))
      .addColumn('place', 'integer', (column) => column.notNull())
      .addColumn('subject', 'text', (column) => column.notNull())
      .addColumn('code', 'text', (column) => column.notNull())
      .addColumn('sort_key', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('result_code_place', ['result', 'place'])
      .execute();
    await db.schema
      .createTable('correction')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('result', 'text', (column) => column.notNull().references('result.id'))
      .addColumn('position', 'integer', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('wrong', 'text', (column) => column.notNull())
      .addColumn('right', 'text', (column) => column.notNull())
      .addColumn('reported_by', 'text', (column) => column.notNull())
      .addColumn('reported_at', 'text', (column) => column.notNull())
      .addColumn('note', 'text')
      .addColumn('reviewed_by', 'text')
      .addColumn('reviewed_at', 'text')
      .addUniqueConstraint('correction_place', ['result', 'position'])
      .execute();
    await db.schema
      .createTable('release_choice')
      .addColumn('subject', 'text', (column) => column.notNull())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('release', 'text', (column) => column.notNull())
      .addColumn('practice', 'text', (column) => column.notNull())
      .addColumn('change', 'integer', (column) => column.notNull())
      .addPrimaryKeyConstraint('release_choice_of_one', ['subject', 'kind'])
      .execute();
    await db.schema
      .createTable('visit')
      .addColumn('person', 'text', (column) => column.notNull())
      .addColumn('subject', 'text', (column) => column.notNull())
      .addColumn('since', 'text')
      .addColumn('last_at', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('visit_of_one', ['person', 'subject'])
      .execute();
    await db.schema
      .createTable('result_file')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('result', 'text', (column) => column.notNull().references('result.id'))
      .addColumn('type', 'text', (column) => column.notNull())
      // SQLite takes any word for a type and keeps bytes as bytes.
      .addColumn('bytes', 'bytea', (column) => column.notNull())
      .execute();
    await db.schema.alterTable('kept_answer').addColumn('result', 'text').execute();
    const indexes: readonly [string, string, string[]][] = [
      ['result_list', 'result', ['subject', 'sort_key', 'id']],
      ['result_changes', 'result', ['practice', 'change']],
      ['result_reported', 'result', ['practice', 'reported_at', 'id']],
      ['result_history', 'result_code', ['subject', 'code', 'sort_key', 'result', 'place']],
      ['release_changes', 'release_choice', ['practice', 'change']],
      ['result_files', 'result_file', ['result']],
    ];
    for (const [name, table, columns] of indexes) {
      await db.schema.createIndex(name).on(table).columns(columns).execute();
    }
  },
};
