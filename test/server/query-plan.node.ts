import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { PersonId } from 'carethread/model';
import { sql, type KyselyPlugin, type RootOperationNode } from 'kysely';
import { changesSince } from '../../demo/server/changes/changes-since.js';
import { encodeCursor } from '../../demo/server/cursor.js';
import { openDatabase } from '../../demo/server/database/open.js';
import type { Database } from '../../demo/server/database/tables.js';
import { openDirectory } from '../../demo/server/directory/directory.js';
import { listEntries } from '../../demo/server/conversation/entries.js';
import { listHistory, listReported, listResults } from '../../demo/server/results/lists.js';
import { readResult } from '../../demo/server/results/results.js';
import { seedResults } from '../../demo/server/results/seed-results.js';
import { openFile } from '../../demo/server/results/files.js';
import { listAppointments, listRequests } from '../../demo/server/visits/appointments.js';
import { listFreeDays, listSlots } from '../../demo/server/visits/free-days.js';
import { readOffer } from '../../demo/server/visits/offers.js';
import { seedVisits } from '../../demo/server/visits/seed-visits.js';
import { listQueue, listThreads } from '../../demo/server/conversation/lists.js';
import { findThread, type Scope } from '../../demo/server/conversation/threads.js';
import { seed } from '../../demo/server/seed.js';
import { demoPractice } from '../support/reference-server.js';

/** Remembers every query that goes through it. */
function recorder(queries: RootOperationNode[]): KyselyPlugin {
  return {
    transformQuery({ node }) {
      queries.push(node);
      return node;
    },
    transformResult: async ({ result }) => result,
  };
}

/** How SQLite would run each query that a piece of work makes. */
async function plansOf(database: Database, work: (database: Database) => Promise<unknown>): Promise<string[]> {
  const queries: RootOperationNode[] = [];
  await work(database.withPlugin(recorder(queries)));
  const plans: string[] = [];
  for (const node of queries) {
    const compiled = database.getExecutor().compileQuery(node, { queryId: 'plan' });
    const explain = { ...compiled, sql: `explain query plan ${compiled.sql}` };
    const { rows } = await database.executeQuery<{ detail: string }>(explain);
    plans.push(rows.map(({ detail }) => detail).join('; '));
  }
  return plans;
}

describe('The database', () => {
  it('finds what lists and bookmarks ask for by an index, however much there is', async () => {
    const database = await openDatabase({ file: ':memory:' });
    const directory = await openDirectory(database, await demoPractice());
    await seed(database, directory, Date.parse('2026-11-23T22:34:00Z'));
    await seedResults(database, directory, Date.parse('2026-11-23T22:34:00Z'));
    await seedVisits(database, directory, Date.parse('2026-11-23T22:34:00Z'));
    const scopeOf = (person: string, through: Database): Scope => ({
      database: through,
      directory,
      reader: directory.readers.get(person)!,
    });
    const { id } = await sql<{ id: string }>`select id from thread limit 1`.execute(database).then(({ rows }) => rows[0]!);
    const plans = await plansOf(database, async (through) => {
      for (const person of ['sam-okafor', 'ana-morales']) {
        const scope = scopeOf(person, through);
        await listThreads(scope, { after: encodeCursor('threads', [99]), limit: 50 });
        await listThreads(scope, { after: undefined, limit: 50 }, { text: 'back drops', person: PersonId.parse('june-carter') });
        await changesSince(scope, encodeCursor('changes', [1]));
        const subject = 'sam-okafor';
        await listResults(scope, { subject }, { limit: 50 });
        await listResults(scope, { subject, text: 'liver alt', kind: 'blood', from: '2026-11-01', to: '2026-11-30' }, { limit: 50 });
        await listHistory(scope, { subject, code: 'alt' }, { limit: 50 });
        await readResult(scope, 'lipids');
        await openFile(scope, 'chest-x-ray-report');
        const looking = { ...scope, now: '2026-11-23T22:34:00.000Z' };
        const choice = { subject, service: 'doctor-visit', practitioner: 'grace-lee', kind: 'phone' } as const;
        await listFreeDays(looking, { ...choice, from: '2026-12-01', to: '2026-12-31' });
        await listSlots(looking, { ...choice, day: '2026-12-01' });
        await listAppointments(looking, { subject, when: 'coming' });
        await listAppointments(looking, { subject, when: 'past' });
        await readOffer(looking, 'sam-offer');
      }
      const staff = scopeOf('ana-morales', through);
      await listQueue(staff, 'waiting', { after: undefined, limit: 50 });
      await listQueue(staff, 'catch-all', { after: undefined, limit: 50 });
      await listReported(staff, { limit: 50 });
      await listRequests({ ...staff, now: '2026-11-23T22:34:00.000Z' }, undefined);
      await findThread(staff, id);
      await listEntries(staff, { thread: id, after: encodeCursor(`entries ${id}`, [3]), limit: 50 });
    });
    assert.ok(plans.length > 10);
    for (const plan of plans) assert.doesNotMatch(plan, /SCAN (?!CONSTANT)/, plan);
    await database.destroy();
  });
});
