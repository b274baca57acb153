import { describe, it } from 'node:test';
import { conformance } from '../../src/conformance/conformance.js';
import { startReferenceServer } from '../support/reference-server.js';
import { restHarness, type SignInServer } from './rest-backend.js';

const runner = { describe, it: (title: string, body: () => Promise<void>) => void it(title, body) };

/** A server with the demo's results and visits, whose clock we hold. */
async function start(database: 'sqlite-memory' | 'postgres'): Promise<SignInServer> {
  let ahead = 0;
  const server = await startReferenceServer({ database, withResults: true, withVisits: true, clock: () => Date.now() + ahead });
  return { ...server, pass: (milliseconds) => Promise.resolve(void (ahead += milliseconds)) };
}

conformance('rest over SQLite', runner, restHarness(() => start('sqlite-memory')));

if (process.env.DATABASE_URL) conformance('rest over PostgreSQL', runner, restHarness(() => start('postgres')));
else it('rest over PostgreSQL keeps the adapter contract', { skip: 'DATABASE_URL is not set' }, () => {});
