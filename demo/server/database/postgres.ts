import { Kysely, PostgresDialect, sql } from 'kysely';
import { escapeIdentifier, Pool } from 'pg';
import type { Database, Tables } from './tables.js';

/**
 * Opens a PostgreSQL database.
 *
 * @param url - A `postgres://` URL.
 * @param schema - Where the tables live; made if it is not there. Without one, the first of the search path.
 */
export async function openPostgres(
  url: string,
  schema: string | undefined,
): Promise<{ database: Database; schema: string }> {
  const pool = new Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 10_000,
    ...(schema !== undefined && { options: `-c search_path=${escapeIdentifier(schema)}` }),
  });
  // A connection that breaks while idle is replaced; without a listener Node would end the process.
  pool.on('error', () => {});
  const database = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  if (schema !== undefined) await createSchema(database, schema);
  const { rows } = await sql<{ name: string }>`select current_schema() as name`.execute(database);
  return { database, schema: rows[0]!.name };
}

/** `if not exists` fails when two servers start at once, so the second waits until the first is done. */
async function createSchema(database: Database, schema: string): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    await sql`select pg_advisory_xact_lock(hashtext('carethread schema'))`.execute(transaction);
    await transaction.schema.createSchema(schema).ifNotExists().execute();
  });
}
