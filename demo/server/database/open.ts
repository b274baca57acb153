import { migrate } from './migrations.js';
import { openPostgres } from './postgres.js';
import { openSqlite } from './sqlite.js';
import type { Database } from './tables.js';

/** Which database to use. */
export type DatabaseOptions =
  /** A SQLite file, or `:memory:`. */
  | { readonly file: string }
  /** PostgreSQL, in a schema of its own if one is named. */
  | { readonly url: string; readonly schema?: string | undefined };

/** Opens the database and brings it to this version's shape. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  if ('file' in options) {
    const database = openSqlite(options.file);
    await migrate(database, undefined);
    return database;
  }
  const { database, schema } = await openPostgres(options.url, options.schema);
  await migrate(database, schema);
  return database;
}
