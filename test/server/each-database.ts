import { after, before, describe } from 'node:test';
import { startReferenceServer, type ReferenceServer, type ReferenceServerOptions } from '../support/reference-server.js';

export type DatabaseName = 'sqlite-memory' | 'postgres';

/** Declares the same tests for every database there is: SQLite always, PostgreSQL where `DATABASE_URL` names one. */
export function onEachDatabase(title: string, tests: (database: DatabaseName) => void): void {
  describe(`${title}, on SQLite`, () => tests('sqlite-memory'));
  if (process.env.DATABASE_URL) describe(`${title}, on PostgreSQL`, () => tests('postgres'));
}

/** A server that all tests of a suite share. Its parts are there once the tests run. */
export function sharedServer<T>(
  options: () => ReferenceServerOptions | Promise<ReferenceServerOptions>,
  prepare: (server: ReferenceServer) => Promise<T>,
): { readonly server: ReferenceServer; readonly parts: T } {
  let server: ReferenceServer | undefined;
  let parts: T | undefined;
  before(async () => {
    server = await startReferenceServer(await options());
    parts = await prepare(server);
  });
  after(() => server?.close());
  return {
    get server() {
      return server!;
    },
    get parts() {
      return parts!;
    },
  };
}
