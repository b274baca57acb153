import { sql, SqliteAdapter } from 'kysely';
import type { Database } from './tables.js';

/**
 * Sees to it that words which are gone from the tables are gone from the files too: SQLite keeps them in its log until
 * that is carried over. PostgreSQL does this by itself, in its own time.
 */
export async function leaveNoTrace(database: Database): Promise<void> {
  if (!(database.getExecutor().adapter instanceof SqliteAdapter)) return;
  await sql`pragma wal_checkpoint(truncate)`.execute(database);
}
