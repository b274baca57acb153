import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { Result } from 'carethread/model';
import { Measurement, pageOf } from 'carethread/model';
import { assertProblem, callerOf, contentOf, type Caller } from './caller.js';
import { onEachDatabase, sharedServer } from './each-database.js';
import { blood, found, measured, readResult, resultsOf, SECRET, tissue } from './results-told.js';

onEachDatabase('Results', (database) => {
  const shared = sharedServer(
    () => ({ database, clock: () => Date.parse('2026-11-23T22:34:00Z') }),
    async (server) => ({
      add: server.results.addResult,
      sam: await callerOf(server, 'sam-okafor'),
      rosa: await callerOf(server, 'rosa-delgado'),
      ana: await callerOf(server, 'ana-morales'),
    }),
  );

  const history = (caller: Caller, body: object) => caller.post('/results/history', { subject: 'sam-okafor', ...body });

  it('come as they were brought, with who ordered them as they answer now', async () => {
    const { add, sam, ana } = shared.parts;
    const orderedBy = { id: 'leila-haddad', name: 'Haddad', kind: 'staff' } as unknown as Result['orderedBy'];
    const told = {
      orderedBy,
      laboratory: 'Puget Lab',
      report: '<b>Not</b> markup\u0000 and half an emoji \ud83d',
      comments: [{ text: 'All good.', at: '2026-11-19T18:05:00Z' }],
      measurements: [measured({ value: { kind: 'amount', number: '5.60' }, ranges: [{ low: '7' }], concern: { high: '80' } })],
    };
    const id = await add(blood({ ...told, takenAt: '2026-11-18T09:00:00+11:00' }));
    for (const caller of [sam, ana]) {
      const result = await readResult(caller, id);
      assert.deepEqual(result.measurements, told.measurements);
      assert.deepEqual(result.comments, told.comments);
      assert.deepEqual([result.report, result.takenAt], [told.report, '2026-11-18T09:00:00+11:00']);
      assert.deepEqual([result.orderedBy?.name, result.orderedBy?.answers], ['Dr. Leila Haddad', 'phone']);
      assert.deepEqual(result.kind, { id: 'blood', label: 'Blood and urine' });
      assert.deepEqual([result.version, result.cover, result.subject.name], ['1', undefined, 'Sam Okafor']);
    }
  });

  it('stand taken last first: by the hour, by the beginning of a day, month or year, or by their arrival', async () => {
    const { add, rosa } = shared.parts;
    const dates = [
      '2026-11-18T08:00:00Z', // Still the evening of the 17th in Los Angeles,
      '2026-11-18', // so a day that begins there at 8 came before or with it.
      '2026-11-17T23:59:00-08:00',
      '2026-11',
      '2026-10-31T12:00:00Z',
      '2026',
      '2025-12-31',
      '0987',
    ];
    const subject = { id: 'rosa-delgado' };
    for (const takenAt of [...dates].reverse()) await add(blood({ id: `rosa-${dates.indexOf(takenAt)}`, takenAt, subject }));
    await add(blood({ id: 'rosa-none', subject, takenAt: undefined, arrivedAt: '2026-11-20T12:00:00Z' }));
    const order = (await resultsOf(rosa, 'rosa-delgado')).items.map(({ id }) => id as string);
    assert.deepEqual(order.filter((id) => !/-[01]$/.test(id)), ['rosa-none', 'rosa-2', 'rosa-3', 'rosa-4', 'rosa-5', 'rosa-6', 'rosa-7']);
    assert.deepEqual(order.slice(1, 3).sort(), ['rosa-0', 'rosa-1']);
  });

  it('give pages of 50 at most, each result once though others arrive, with bookmarks for one list only', async () => {
    const { add, rosa, ana } = shared.parts;
    const subject = { id: 'leo-delgado' };
    // Many of the same moment: the id decides.
    for (let count = 0; count < 53; count++) await add(blood({ subject, takenAt: `2026-11-${10 + (count % 3)}` }));
    const first = await resultsOf(rosa, 'leo-delgado');
    assert.equal(first.items.length, 50);
    await add(blood({ subject, takenAt: '2026-11-20' }));
    const second = await resultsOf(rosa, 'leo-delgado', `&after=${first.next!}`);
    assert.deepEqual([second.items.length, second.next], [3, undefined]);
    assert.equal(new Set([...first.items, ...second.items].map(({ id }) => id)).size, 53);
    assertProblem(await rosa.get(`/results?subject=rosa-delgado&after=${first.next!}`), 400, 'invalid', 'after');
    const searched = { subject: 'leo-delgado', text: 'alt', after: first.next };
    assertProblem(await ana.post('/results/search', searched), 400, 'invalid', 'after');
    assertProblem(await rosa.get('/results?subject=leo-delgado&limit=51'), 400, 'invalid', 'limit');
  });

  it('are found by every word of their name, measurements, report and comments, in any case and order', async () => {
    const { add, sam } = shared.parts;
    const id = await add(
      blood({
        name: 'Ｑuokka panel 100%',
        measurements: [measured({ name: 'Wombatin' })],
        report: 'ÉCLAIR under a_b',
        comments: [{ text: "O'Brien says\nyes" }],
      }),
    );
    for (const text of ['quokka', ' YES  wombatin QUOKKA ', 'E\u0301clair', '100%', 'a_b', "o'brien"]) {
      assert.deepEqual(await found(sam, { text }), [id], text);
    }
    for (const text of ['quokka nowhere', '1%0', 'a%b quokka', 'eclair quokka']) assert.deepEqual(await found(sam, { text }), [], text);
    assertProblem(await sam.post('/results/search', { subject: 'sam-okafor', text: 'x'.repeat(201) }), 422, 'invalid', 'text');
    assertProblem(await sam.post('/results/search', { subject: 'sam-okafor', text: 'a\0' }), 422, 'invalid', 'text');
  });

  it('are found covered by their name only', async () => {
    const { add, sam, ana } = shared.parts;
    const id = await add(tissue({ name: 'Platypus sample' }));
    assert.deepEqual(await found(sam, { text: 'platypus' }), [id]);
    assert.deepEqual(await found(sam, { text: `platypus ${SECRET}` }), []);
    assert.deepEqual(await found(ana, { text: `platypus ${SECRET}` }), [id]);
  });

  it('are filtered by kind and by days in the practice’s zone, a month by any of its days', async () => {
    const { add, rosa } = shared.parts;
    const subject = { id: 'maya-delgado' };
    const dates = ['2026-03-31T23:30:00-07:00', '2026-04-01T06:30:00Z', '2026-04', '2026', '2026-04-02'];
    for (const [index, takenAt] of dates.entries()) await add(blood({ id: `maya-${index}`, subject, takenAt }));
    await add(blood({ id: 'maya-visit', subject, kind: { id: 'visit' }, takenAt: '2026-04-01' }));
    const among = async (filter: object) => (await found(rosa, { subject: subject.id, ...filter })).sort();
    assert.deepEqual(await among({ from: '2026-04-01' }), ['maya-2', 'maya-3', 'maya-4', 'maya-visit']);
    assert.deepEqual(await among({ to: '2026-03-31' }), ['maya-0', 'maya-1', 'maya-3']);
    assert.deepEqual(await among({ from: '2026-04-30', to: '2026-04-30' }), ['maya-2', 'maya-3']);
    assert.deepEqual(await among({ kind: 'visit', from: '2026-04-01', to: '2026-04-01' }), ['maya-visit']);
    assert.deepEqual(await among({ kind: 'nothing\0' }), []);
    assert.deepEqual(await among({ from: '2027-01-01', to: '2025-01-01' }), []);
    for (const field of ['from', 'to']) {
      const wrong = { subject: subject.id, [field]: '2026-02-30' };
      assertProblem(await rosa.post('/results/search', wrong), 400, 'invalid', field);
    }
  });

  it('give the history of a code: each measurement with its result and date, absent ones too, last first', async () => {
    const { add, sam } = shared.parts;
    const told = (day: string, parts: object = {}) => ({ code: 'ferritin', name: day, ...parts });
    const absent = { value: { kind: 'absent', reason: 'not-performed' } } as const;
    const one = await add(blood({ takenAt: '2026-01-05', measurements: [measured(), measured(told('b', absent))] }));
    const two = await add(blood({ takenAt: '2026-02', measurements: [measured(told('a'))] }));
    await add(blood({ takenAt: '2026-03-01', status: 'cancelled', measurements: [measured(told('void'))] }));
    await add(blood({ takenAt: '2026-03-02', status: 'withdrawn', measurements: [measured(told('void'))] }));
    const page = contentOf(pageOf(Measurement), await history(sam, { code: 'ferritin' }), 200);
    assert.deepEqual(page.items.map(({ name, result, takenAt }) => [name, result, takenAt]), [
      ['a', two, '2026-02'],
      ['b', one, '2026-01-05'],
    ]);
    assert.deepEqual(page.items[1]!.value, absent.value);
    const next = contentOf(pageOf(Measurement), await history(sam, { code: 'ferritin', limit: 1 }), 200).next;
    const rest = contentOf(pageOf(Measurement), await history(sam, { code: 'ferritin', limit: 1, after: next }), 200);
    assert.deepEqual([rest.items.length, rest.items[0]!.name, rest.next], [1, 'b', undefined]);
    assert.deepEqual(contentOf(pageOf(Measurement), await history(sam, { code: 'x\0' }), 200).items, []);
    assertProblem(await history(sam, {}), 400, 'invalid', 'code');
  });

  it('I01 are sought by words that no result has, however odd', async () => {
    const { sam } = shared.parts;
    for (const odd of ['\0', '\ud83d', "' or 1=1--", '%', '\\', '__proto__', '😀'.repeat(50)]) {
      assert.deepEqual(contentOf(pageOf(Measurement), await history(sam, { code: odd }), 200).items, [], odd);
      assert.deepEqual(await found(sam, { kind: odd }), [], odd);
    }
    const bad: [object, string][] = [[{ kind: '' }, 'kind'], [{ text: 7 }, 'text'], [{ limit: 51 }, 'limit'], [{ owner: 1 }, 'owner']];
    for (const [filter, field] of bad) {
      assertProblem(await sam.post('/results/search', { subject: 'sam-okafor', ...filter }), 400, 'invalid', field);
    }
    for (const after of ['nonsense', 'WzFd.AAAAAAAA', '%00']) {
      assertProblem(await sam.get(`/results?subject=sam-okafor&after=${after}`), 400, 'invalid', 'after');
    }
    assertProblem(await history(sam, { code: 'x'.repeat(501) }), 400, 'invalid', 'code');
  });

  it('are corrected by what comes anew: the history follows, and the version', async () => {
    const { add, sam } = shared.parts;
    const told = (name: string, parts: object = {}) => blood({ id: 'anew', name, measurements: [measured({ code: 'anew', name })], ...parts });
    await add(told('First', { arrivedAt: '2026-11-02T00:00:00.000Z' }));
    await add(told('Second', { status: 'corrected', changed: 'The name.', takenAt: '2026-11-01' }));
    const result = await readResult(sam, 'anew');
    assert.deepEqual([result.name, result.status, result.changed, result.version], ['Second', 'corrected', 'The name.', '2']);
    assert.equal(result.arrivedAt, '2026-11-02T00:00:00.000Z');
    const { items } = contentOf(pageOf(Measurement), await history(sam, { code: 'anew' }), 200);
    assert.deepEqual(items.map(({ name }) => name), ['Second']);
  });

  it('start with those of the demo, as many days ago as they are told', async () => {
    const { startReferenceServer } = await import('../support/reference-server.js');
    const later = Date.parse('2026-12-03T18:00:00Z');
    const server = await startReferenceServer({ database, withResults: true, clock: () => later });
    try {
      const { items } = await resultsOf(await callerOf(server, 'sam-okafor'));
      assert.equal(items.length, 17);
      for (const { arrivedAt } of items) assert.ok(Date.parse(arrivedAt!) <= later, arrivedAt);
      const [alt] = items.filter(({ name }) => name === 'Liver test (ALT)');
      assert.deepEqual([alt!.takenAt, alt!.comments.length], ['2026-11-28T16:40:00.000Z', 1]);
      const covered = items.filter(({ cover }) => cover);
      assert.deepEqual(covered.map(({ name, cover }) => [name, cover!.until]), [['Skin sample, left arm', 'comment']]);
      assert.ok(Date.parse(covered[0]!.cover!.dueAt!) > later);
      const [lipids] = items.filter(({ corrections }) => corrections.length > 0);
      assert.deepEqual([lipids!.status, lipids!.corrections[0]!.state], ['corrected', 'changed']);
    } finally {
      await server.close();
    }
  });
});
