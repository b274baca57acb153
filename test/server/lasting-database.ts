import type { TestContext } from 'node:test';
import { dropSchema, freshSchema } from '../support/reference-server.js';
import type { DatabaseName } from './each-database.js';
import { temporaryFile } from './temporary-file.js';

/** A place for a database that outlives its server, until the test ends. */
export function lastingDatabase(test: TestContext, database: DatabaseName) {
  const { file, remove } = temporaryFile();
  const schema = freshSchema();
  test.after(async () => {
    if (database === 'postgres') await dropSchema(schema);
    remove();
  });
  return database === 'postgres' ? ({ database, schema } as const) : ({ database: 'sqlite-file', file } as const);
}
