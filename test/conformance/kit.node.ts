import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { conformance } from '../../src/conformance/conformance.js';
import type { Backend } from '../../src/conformance/harness.js';
import { memoryHarness, openMemory } from '../adapters/memory-backend.js';
import { BROKEN } from './broken-basics.js';
import { BROKEN_CARDS } from './broken-cards.js';
import { BROKEN_CORRECTIONS } from './broken-corrections.js';
import { BROKEN_QUEUES } from './broken-queues.js';
import { BROKEN_REFERENCES } from './broken-references.js';
import { BROKEN_REQUESTS } from './broken-requests.js';
import { BROKEN_RESULTS } from './broken-results.js';
import { BROKEN_TIMES } from './broken-times.js';
import { BROKEN_VISITS } from './broken-visits.js';
import { BROKEN_WISHES } from './broken-wishes.js';

/** Runs the kit, or some of its tests, on a backend and gives back the titles that failed, with what they said. */
async function failures(open: () => Backend, only?: readonly string[]): Promise<Map<string, string>> {
  const tests: [string, () => Promise<void>][] = [];
  const runner = {
    describe: (_title: string, body: () => void) => body(),
    it: (title: string, body: () => Promise<void>) => void tests.push([title, body]),
  };
  conformance('broken', runner, { ...memoryHarness, open: () => Promise.resolve(open()) });
  for (const title of only ?? [])
    assert.ok(
      tests.some(([known]) => known === title),
      `no test says "${title}"`,
    );
  const failed = new Map<string, string>();
  for (const [title, body] of tests) {
    if (only && !only.includes(title)) continue;
    await body().catch((error: unknown) => failed.set(title, String(error)));
  }
  return failed;
}

describe('the conformance kit', () => {
  it('finds nothing wrong with an adapter that is right', async () => {
    assert.deepEqual([...(await failures(openMemory))], []);
  });

  const all = [
    ...[BROKEN, BROKEN_WISHES, BROKEN_CARDS, BROKEN_QUEUES, BROKEN_RESULTS, BROKEN_CORRECTIONS, BROKEN_REFERENCES],
    ...[BROKEN_TIMES, BROKEN_VISITS, BROKEN_REQUESTS],
  ];
  for (const [name, open, noticed] of all.flat()) {
    it(`notices when ${name}`, async () => {
      const failed = await failures(open, noticed);
      assert.deepEqual(
        noticed.filter((title) => !failed.has(title)),
        [],
        'these should have failed',
      );
    });
  }
});
