import { describe, it } from 'node:test';
import { conformance } from '../../src/conformance/conformance.js';
import { startReferenceServer } from '../support/reference-server.js';
import { restHarness } from './rest-backend.js';

const runner = { describe, it: (title: string, body: () => Promise<void>) => void it(title, body) };

conformance('rest over SQLite', runner, restHarness(() => startReferenceServer({ database: 'sqlite-memory', withResults: true })));

if (process.env.DATABASE_URL) {
  const start = () => startReferenceServer({ database: 'postgres', withResults: true });
  conformance('rest over PostgreSQL', runner, restHarness(start));
} else it('rest over PostgreSQL keeps the adapter contract', { skip: 'DATABASE_URL is not set' }, () => {});
