import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { memoryAdapter, memoryBackend } from '../../src/adapters/memory/memory-adapter.js';
import { altResult } from '../../src/adapters/memory/results/sam-blood.js';
import { amount } from '../../src/adapters/memory/results/told.js';
import { alderStreet, SCENARIO_NOW, SIGN_INS } from '../../src/adapters/memory/scenarios.js';
import { resultsOf } from '../../src/conformance/results-steps.js';
import { patiently } from '../../src/conformance/steps.js';
import type { ResultId } from '../../src/model/id.js';
import type { Person } from '../../src/model/person.js';
import type { Result } from '../../src/model/result.js';
import { startReferenceServer } from '../support/reference-server.js';
import { restAs } from './rest-backend.js';

describe('results in memory and at the reference server', () => {
  it('are in the demo the same, in the same order, to both sides', async () => {
    // The afternoon that both are told from: days in them stay the days they are.
    const now = Date.parse(SCENARIO_NOW);
    const backend = memoryBackend(alderStreet, { now: () => now });
    const server = await startReferenceServer({ clock: () => now, withResults: true });
    try {
      for (const [me, person] of [['sam', 'sam-okafor'], ['rosa', 'rosa-delgado'], ['ana', 'ana-morales']] as const) {
        const there = await (await restAs(server, person)).connect(patiently);
        const here = await memoryAdapter({ backend, me: SIGN_INS[me] }).connect(patiently);
        const subjects = me === 'ana' ? alderStreet.patients.flatMap((patient) => patient.subjects) : here.subjects;
        for (const { id: subject } of subjects) {
          const [told, kept] = [await resultsOf(there, { subject }), await resultsOf(here, { subject })];
          assert.ok(told.length > 0);
          assert.deepEqual(told.map(comparable), kept.map(comparable));
        }
      }
    } finally {
      await server.close();
    }
  });

  it('of one moment stand with the one first that came last, in the list and in a history', async () => {
    const now = Date.parse(SCENARIO_NOW);
    const backend = memoryBackend(alderStreet, { now: () => now });
    const server = await startReferenceServer({ clock: () => now });
    try {
      const { kind, subject, measurements: [one] } = altResult;
      const measurements = ['1', '2'].map((number) => ({ ...one!, code: 'same', value: amount(number) }));
      const [b, c, a] = ['10', '08', '09'].map((hour) => `2026-11-22T${hour}:00:00Z`);
      for (const [id, arrivedAt] of Object.entries({ a, b, c }) as [ResultId, string][]) {
        const result = { ...altResult, id, kind, subject, takenAt: '2026-11-21T17:00:00Z', arrivedAt, measurements };
        backend.results.add(result);
        await server.results.addResult(result);
      }
      const readers = [memoryAdapter({ backend, me: SIGN_INS.sam }), await restAs(server, 'sam-okafor')];
      for (const reader of await Promise.all(readers.map((adapter) => adapter.connect(patiently)))) {
        const ids = (await resultsOf(reader)).map(({ id }) => id as string).filter((id) => id.length === 1);
        assert.deepEqual(ids, ['b', 'a', 'c']);
        const { items } = await reader.results!.listHistory({ subject: reader.me.id, code: 'same' }, patiently);
        const told = items.map(({ result, value }) => result! + value!.number!);
        assert.deepEqual(told, ['b1', 'b2', 'a1', 'a2', 'c1', 'c2']);
      }
    } finally {
      await server.close();
    }
  });
});

/** Without what a backend numbers in its own way, and with people by who they are. */
const comparable = ({ version: _version, ...result }: Result): unknown =>
  JSON.parse(JSON.stringify(result), (key, value: unknown) => {
    if (/^(orderedBy|author|reader|reportedBy|reviewedBy)$/.test(key)) return (value as Person).id;
    const isMoment = /^at$|At$/.test(key) && typeof value === 'string' && value.length > 10;
    return isMoment ? new Date(value).toISOString() : value;
  });
