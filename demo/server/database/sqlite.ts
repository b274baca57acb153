import {
  CompiledQuery,
  Kysely,
  SqliteAdapter,
  SqliteDialect,
  SqliteDriver,
  type DatabaseConnection,
  type DialectAdapter,
  type Driver,
  type SqliteDatabase,
} from 'kysely';
import Libsql from 'libsql';
import type { Database, Tables } from './tables.js';

/** SQLite rolls back a change of tables like any other, so each migration is one transaction here too. */
class TransactionalSqliteAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/** Takes the write lock at once: a transaction that reads first and writes then would fail when another came between. */
class ImmediateSqliteDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
}

class ImmediateSqliteDialect extends SqliteDialect {
  readonly #database: SqliteDatabase;

  constructor(database: SqliteDatabase) {
    super({ database });
    this.#database = database;
  }

  override createAdapter(): DialectAdapter {
    return new TransactionalSqliteAdapter();
  }

  override createDriver(): Driver {
    return new ImmediateSqliteDriver({ database: this.#database });
  }
}

/** Opens a SQLite file, or `:memory:`. What it has acknowledged is on the disk. */
export function openSqlite(file: string): Database {
  const sqlite = new Libsql(file);
  sqlite.pragma('busy_timeout = 10000');
  sqlite.pragma('journal_mode = WAL');
  // FULL and not NORMAL: a commit is only told when it has reached the disk.
  sqlite.pragma('synchronous = FULL');
  sqlite.pragma('foreign_keys = ON');
  // What is deleted or changed is overwritten, not only left out.
  sqlite.pragma('secure_delete = ON');
  return new Kysely<Tables>({ dialect: new ImmediateSqliteDialect(sqlite) });
}
