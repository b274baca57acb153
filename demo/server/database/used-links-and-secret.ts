import { createHmac, randomBytes } from 'node:crypto';
import type { Kysely, Migration } from 'kysely';

/** Links that stay known once used, and a secret without which no kept fingerprint can be compared with a guess. */
export const usedLinksAndSecret: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable('guest_link').addColumn('used_at', 'text').execute();
    await db.schema
      .createTable('secret')
      .addColumn('value', 'text', (column) => column.notNull())
      .execute();
    await fill(db);
  },
};

/** The tables as far as this migration fills them. */
interface OldTables {
  secret: { value: string };
  kept_answer: { person: string; key: string; fingerprint: string };
}

async function fill(db: Kysely<OldTables>): Promise<void> {
  const value = randomBytes(32).toString('hex');
  await db.insertInto('secret').values({ value }).execute();
  for (const { person, key, fingerprint: hash } of await db.selectFrom('kept_answer').select(['person', 'key', 'fingerprint']).execute()) {
    const fingerprint = createHmac('sha256', value).update(hash).digest('hex');
    await db.updateTable('kept_answer').set({ fingerprint }).where('person', '=', person).where('key', '=', key).execute();
  }
}
