import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  memoryAdapter,
  memoryBackend,
  type Scenario,
  type ScenarioResult,
} from '../../src/adapters/memory/memory-adapter.js';
import {
  alderStreet,
  emptyPractice,
  manyResults,
  SCENARIO_NOW,
  SIGN_INS,
} from '../../src/adapters/memory/scenarios.js';
import { heard, resultsOf } from '../../src/conformance/results-steps.js';
import { everything, newWords, once, patiently } from '../../src/conformance/steps.js';
import { strictConnection } from '../../src/conformance/strict.js';
import type { ResultId } from '../../src/model/id.js';
import type { ResultKindId } from '../../src/model/release.js';

const MINUTE = 60_000;
const SAMPLE = 'skin-sample' as ResultId;

/** The readers of a scenario's backend, whose time can be moved. */
async function setUp(scenario: Scenario = alderStreet) {
  const time = { now: Date.parse(SCENARIO_NOW) };
  const backend = memoryBackend(scenario, { now: () => time.now });
  const as = async (who: keyof typeof SIGN_INS) =>
    strictConnection(await memoryAdapter({ backend, me: SIGN_INS[who] }).connect(patiently));
  const [sam, rosa, ana] = await Promise.all([as('sam'), as('rosa'), as('ana')]);
  return { time, backend, sam, rosa, ana };
}

const seeded = (id: string): ScenarioResult => alderStreet.results!.find((result) => result.id === id)!;
const idsOf = async (...given: Parameters<typeof resultsOf>) => (await resultsOf(...given)).map(({ id }) => id);

describe('results in memory', () => {
  it('tell since when they are new: the end of the last visit, for each reader by themselves', async () => {
    const { time, sam, rosa } = await setUp();
    const visit = async (reader = sam, subject = reader.me.id) =>
      (await reader.results!.noteVisit({ subject }, once())).since;
    assert.equal(await visit(), undefined);
    time.now += 29 * MINUTE;
    const end = new Date(time.now).toISOString();
    assert.equal(await visit(), undefined);
    time.now += 30 * MINUTE;
    for (let look = 0; look < 2; look++) {
      assert.equal(await visit(), end);
      time.now += 29 * MINUTE;
    }
    assert.equal(await visit(rosa), undefined);
    assert.equal(await visit(rosa, rosa.subjects[1]!.id), undefined);
  });

  it('of one moment stand with the one first that came last, in the list and in a history', async () => {
    const { backend, sam } = await setUp();
    const takenAt = '2026-11-21T17:00:00Z';
    const [first, ...arrivals] = ['2026-11-22T08:00:00Z', '2026-11-22T10:00:00Z', '2026-11-22T09:00:00Z'];
    for (const arrivedAt of [first, ...arrivals]) {
      backend.results.add({ ...seeded('troponin'), id: arrivedAt as ResultId, takenAt, arrivedAt });
    }
    const expected = [arrivals[0], arrivals[1], first];
    assert.deepEqual((await idsOf(sam)).filter((id) => id.startsWith('2026-')), expected);
    const { items } = await sam.results!.listHistory({ subject: sam.me.id, code: 'troponin' }, patiently);
    assert.deepEqual(items.slice(0, 3).map(({ result }) => result), expected);
  });

  it('of a kind that the practice no longer has are covered until they are opened', async () => {
    const { sam, ana } = await setUp({ ...alderStreet, resultKinds: alderStreet.resultKinds!.filter(({ id }) => id !== 'blood') });
    const id = 'troponin' as ResultId;
    assert.equal((await sam.results!.readResult(id, patiently)).cover?.until, 'opened');
    assert.equal((await ana.results!.readResult(id, patiently)).cover, undefined);
    assert.equal((await sam.results!.uncover(id, once())).cover, undefined);
  });

  it('are heard of when they arrive, by who may read them', async () => {
    const { backend, sam, rosa, ana } = await setUp();
    const arrived = { ...seeded('troponin'), id: 'new' as ResultId, arrivedAt: SCENARIO_NOW, takenAt: SCENARIO_NOW };
    const told = await heard([sam, ana, rosa], async () => Promise.resolve(backend.results.add(arrived)));
    const change = [{ kind: 'result', result: 'new' }];
    assert.deepEqual(told, [change, change, []]);
    assert.equal((await idsOf(sam))[0], 'new');
  });

  it('that are covered until a comment are open with it, and heard of', async () => {
    const { backend, sam } = await setUp();
    const read = () => sam.results!.readResult(SAMPLE, patiently);
    const before = await read();
    assert.deepEqual([before.cover?.until, before.cover?.dueAt], ['comment', '2026-11-26T02:00:00Z']);
    const [told] = await heard([sam], async () =>
      Promise.resolve(backend.results.commentOn(SAMPLE, { text: 'All is well.', author: undefined, at: SCENARIO_NOW })),
    );
    assert.deepEqual(told, [{ kind: 'result', result: SAMPLE }]);
    const after = await read();
    assert.equal(after.cover, undefined);
    assert.match(after.report!, /No sign of cancer/);
    assert.notEqual(after.version, before.version);
  });

  it('that are corrected stay open once they were opened, and are the same result', async () => {
    const { backend, sam } = await setUp();
    await sam.results!.uncover(SAMPLE, once());
    const before = await idsOf(sam);
    backend.results.add({ ...seeded(SAMPLE), status: 'corrected', changed: 'It was the right arm.' });
    const { cover, changed } = await sam.results!.readResult(SAMPLE, patiently);
    assert.deepEqual([cover, changed], [undefined, 'It was the right arm.']);
    assert.deepEqual(await idsOf(sam), before);
  });

  it('F10 that are cancelled or withdrawn are never covered, and in no history', async () => {
    const { sam } = await setUp();
    for (const kind of ['blood', 'tissue'] as ResultKindId[]) {
      await sam.results!.setRelease({ subject: sam.me.id, kind, release: 'until-opened' }, once());
    }
    const { cover, changed } = await sam.results!.readResult('potassium' as ResultId, patiently);
    assert.deepEqual([cover, changed], [undefined, 'The sample was damaged on its way to the lab.']);
    const { items } = await sam.results!.listHistory({ subject: sam.me.id, code: 'potassium' }, patiently);
    assert.deepEqual(items, []);
  });

  it('are copies: what a page does to them stays on the page', async () => {
    const { sam } = await setUp();
    const before = structuredClone(alderStreet.results);
    const result = await sam.results!.readResult('lipids' as ResultId, patiently);
    Object.assign(result.measurements[0]!.value!, { number: '999' });
    const mistake = { result: result.id, wrong: newWords(), right: newWords() };
    await sam.results!.reportMistake(mistake, once());
    assert.equal((await sam.results!.readResult(result.id, patiently)).measurements[0]!.value!.number, '184');
    assert.deepEqual(alderStreet.results, before);
  });

  it('I09 whose date is known in part stand by its beginning, and may be of any day in it', async () => {
    const dated = (day: string): ScenarioResult => ({ ...seeded('troponin'), id: day as ResultId, takenAt: day });
    const days = ['2024', '2024-02', '2024-02-29', '2024-01-31T23:30:00-08:00', '2024-02-29T20:00:00+14:00', '2023-12'];
    const { sam } = await setUp({ ...emptyPractice, results: days.map(dated) });
    assert.deepEqual(await idsOf(sam), [
      '2024-02-29',
      '2024-02-29T20:00:00+14:00',
      '2024-02',
      '2024-01-31T23:30:00-08:00',
      '2024',
      '2023-12',
    ]);
    // On the evening of the 29th in Kiribati it is still the 28th on Alder Street.
    const leapDay = await idsOf(sam, { from: '2024-02-29', to: '2024-02-29' });
    assert.deepEqual(leapDay, ['2024-02-29', '2024-02', '2024']);
    assert.deepEqual(await idsOf(sam, { to: '2023-12-31' }), ['2023-12']);
    await assert.rejects(idsOf(sam, { from: '2024-02-30' }), { code: 'invalid', field: 'from' });
  });

  it('show staff what is reported, and let them do nothing that is for patients', async () => {
    const { ana, sam } = await setUp();
    const { items } = await ana.results!.listReported({}, patiently);
    assert.deepEqual(
      items.map(({ id }) => id),
      ['glucose-2026-11-12'],
    );
    assert.deepEqual(
      Object.keys(ana.missing).filter((name) => name.startsWith('results.')),
      ['uncover', 'readRelease', 'setRelease', 'noteVisit', 'reportMistake'].map((method) => `results.${method}`),
    );
    assert.deepEqual(sam.missing['results.listReported']?.code, 'forbidden');
    await assert.rejects(resultsOf(ana, { subject: 'nobody' as never }), { code: 'not-found' });
  });
});

describe('the results of a scenario', () => {
  it('are what the model says, for everybody, with every file they name', async () => {
    const { sam, rosa, ana } = await setUp();
    const opened = new Set<string>();
    for (const [reader, subject] of [sam, rosa].flatMap((each) => each.subjects.map(({ id }) => [each, id] as const))) {
      await reader.results!.readRelease({ subject }, patiently);
      assert.ok((await resultsOf(reader, { subject })).length > 0, subject);
      for (const { files } of await resultsOf(ana, { subject })) {
        for (const file of files) {
          const blob = await ana.attachments!.open(file.id, patiently);
          assert.deepEqual([blob.size, blob.type], [file.size, file.type]);
          opened.add(file.id);
        }
      }
    }
    assert.deepEqual([...opened].sort(), Object.keys(alderStreet.files!).sort());
  });

  it('are all in the past of the moment they are told at', () => {
    for (const { id, takenAt, arrivedAt, changedAt, comments } of alderStreet.results!) {
      for (const moment of [takenAt, arrivedAt, changedAt, ...comments.map(({ at }) => at)]) {
        assert.ok(!moment || Date.parse(moment) <= Date.parse(SCENARIO_NOW), id);
      }
    }
  });

  it('can be many, each with a long history, page after page while others arrive', async () => {
    const { backend, sam } = await setUp(manyResults(500, 12));
    const first = await sam.results!.listResults({ subject: sam.me.id }, patiently);
    assert.equal(first.items.length, 50);
    let pages = 0;
    const listed = await everything((after) => {
      if (++pages === 3) backend.results.add({ ...seeded('troponin'), id: 'later' as ResultId, takenAt: SCENARIO_NOW });
      return sam.results!.listResults({ subject: sam.me.id, after }, patiently);
    });
    assert.equal(new Set(listed.map(({ id }) => id)).size, 500);
    assert.equal(listed.length, 500);
    const { items } = await sam.results!.listHistory({ subject: sam.me.id, code: 'test-0' }, patiently);
    assert.equal(items.length, 12);
    assert.deepEqual(manyResults(60, 12), manyResults(60, 12));
    const elsewhere = sam.results!.listResults({ subject: sam.me.id, after: 'page 2' }, patiently);
    await assert.rejects(elsewhere, { code: 'invalid' });
  });
});
