import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { it } from 'node:test';
import { Measurement, pageOf, ReleasePreferences, Result, Visit } from 'carethread/model';
import { assertProblem, callerOf, contentOf, type Caller } from './caller.js';
import { onEachDatabase, sharedServer } from './each-database.js';
import { blood, picture, readResult, resultsOf, SECRET, tissue } from './results-told.js';

onEachDatabase('Covered results', (database) => {
  let now = Date.parse('2026-11-23T22:34:00Z');
  const shared = sharedServer(
    () => ({ database, clock: () => now }),
    async (server) => ({
      ...server.results,
      sam: await callerOf(server, 'sam-okafor'),
      rosa: await callerOf(server, 'rosa-delgado'),
      ana: await callerOf(server, 'ana-morales'),
    }),
  );

  const choose = (caller: Caller, kind: string, release: string, subject = 'sam-okafor') =>
    caller.put('/people/release', { subject, kind, release });
  const coverOf = async (caller: Caller, id: string) => (await readResult(caller, id)).cover;

  it('say nothing of what they say, in no byte of any answer, and all of it to staff', async () => {
    const { addResult, sam, ana } = shared.parts;
    const id = await addResult(tissue({ arrivedAt: '2026-11-22T19:10:00Z', changedAt: '2026-11-22T19:10:00Z', status: 'corrected' }));
    const answers = [
      await sam.get(`/results/${id}`),
      await sam.get('/results?subject=sam-okafor'),
      await sam.post('/results/search', { subject: 'sam-okafor', text: 'skin' }),
      await sam.post('/results/history', { subject: 'sam-okafor', code: 'cells' }),
      await sam.post(`/results/${id}/corrections`, { wrong: 'This', right: 'That' }),
    ];
    for (const { text } of answers) assert.doesNotMatch(text, new RegExp(SECRET, 'i'));
    const { name, kind, status, takenAt, changedAt, arrivedAt, cover } = await readResult(sam, id);
    assert.deepEqual([name, kind?.id, status, takenAt], ['Skin sample', 'tissue', 'corrected', '2026-11-19']);
    assert.deepEqual([arrivedAt, changedAt], ['2026-11-22T19:10:00.000Z', '2026-11-22T19:10:00Z']);
    // Three business days from a Sunday: Wednesday's closing.
    assert.deepEqual([cover?.until, cover?.dueAt], ['comment', '2026-11-26T02:00:00.000Z']);
    assert.match((await ana.get(`/results/${id}`)).text, new RegExp(`Findings: ${SECRET}`));
    assert.equal(await coverOf(ana, id), undefined);
    const { items } = contentOf(pageOf(Measurement), await ana.post('/results/history', { subject: 'sam-okafor', code: 'cells' }), 200);
    assert.equal(items[0]?.result, id);
  });

  it('are open once a clinician has commented, and then in the history', async () => {
    const { addResult, commentOnResult, sam } = shared.parts;
    const id = await addResult(tissue({ takenAt: '2026-11-01' }));
    await commentOnResult(id, { text: 'Nothing to fear.' });
    const result = await readResult(sam, id);
    assert.deepEqual([result.cover, result.version, result.comments[0]?.at], [undefined, '2', new Date(now).toISOString()]);
    const { items } = contentOf(pageOf(Measurement), await sam.post('/results/history', { subject: 'sam-okafor', code: 'cells' }), 200);
    assert.deepEqual(items.map(({ result: of }) => of), [id]);
  });

  it('are opened by their patient, for good: whatever is chosen, commented or corrected later', async () => {
    const { addResult, sam, ana } = shared.parts;
    const [told, bytes] = picture('for-good');
    const id = await addResult(told, bytes);
    const before = await readResult(sam, id);
    assert.deepEqual([before.cover?.until, before.cover?.dueAt], ['opened', undefined]);
    assertProblem(await ana.post(`/results/${id}/uncover`), 403, 'forbidden');
    const opened = contentOf(Result, await sam.post(`/results/${id}/uncover`), 200);
    assert.match(opened.report!, new RegExp(SECRET));
    assert.notEqual(opened.version, before.version);
    const again = contentOf(Result, await sam.post(`/results/${id}/uncover`), 200);
    assert.equal(again.version, opened.version);
    await choose(sam, 'pictures', 'until-comment');
    await addResult(told, bytes);
    assert.equal(await coverOf(sam, id), undefined);
    await choose(sam, 'pictures', 'until-opened');
  });

  it('are cancelled or withdrawn ones never, nor any shown at once', async () => {
    const { addResult, sam } = shared.parts;
    for (const told of [tissue({ status: 'cancelled' }), tissue({ status: 'withdrawn' }), blood(), tissue({ kind: undefined })]) {
      assert.equal(await coverOf(sam, await addResult(told)), undefined);
    }
  });

  it('are those of the kinds their side has chosen, from then on and before, and of nobody else', async () => {
    const { addResult, sam, rosa } = shared.parts;
    const mine = await addResult(blood());
    const other = await addResult(blood({ subject: { id: 'leo-delgado' } }));
    const { version } = await readResult(sam, mine);
    const chosen = contentOf(ReleasePreferences, await choose(sam, 'blood', 'until-opened'), 200);
    const releases = ({ kinds }: ReleasePreferences) => kinds.map(({ id, release }) => [id, release]);
    const expected = [
      ['blood', 'until-opened'],
      ['pictures', 'until-opened'],
      ['tissue', 'until-comment'],
      ['visit', 'at-once'],
    ];
    assert.deepEqual(releases(chosen), expected);
    assert.deepEqual(releases(await sam.read(ReleasePreferences, '/people/release?subject=sam-okafor')), expected);
    assert.deepEqual([chosen.kinds[2]!.label, chosen.kinds[2]!.explanation], ['Skin and tissue', 'A sample of skin or tissue']);
    const covered = await readResult(sam, mine);
    assert.deepEqual([covered.cover?.until, covered.measurements], ['opened', []]);
    assert.notEqual(covered.version, version);
    assert.equal(await coverOf(rosa, other), undefined);
    await choose(sam, 'blood', 'at-once');
    assert.equal(await coverOf(sam, mine), undefined);
  });

  it('are chosen for one’s subjects, kinds there are and words there are, and not by staff', async () => {
    const { sam, rosa, ana } = shared.parts;
    assertProblem(await choose(sam, 'nothing', 'at-once'), 422, 'invalid', 'kind');
    assertProblem(await choose(sam, 'blood', 'never'), 400, 'invalid', 'release');
    for (const subject of ['rosa-delgado', 'nobody']) {
      assertProblem(await choose(sam, 'blood', 'at-once', subject), 404, 'not-found');
      assertProblem(await sam.get(`/people/release?subject=${subject}`), 404, 'not-found');
    }
    assertProblem(await choose(ana, 'blood', 'at-once'), 403, 'forbidden');
    assertProblem(await ana.get('/people/release?subject=sam-okafor'), 403, 'forbidden');
    contentOf(ReleasePreferences, await choose(rosa, 'blood', 'until-comment', 'maya-delgado'), 200);
    const ofLeo = await rosa.read(ReleasePreferences, '/people/release?subject=leo-delgado');
    assert.equal(ofLeo.kinds[0]!.release, 'at-once');
  });

  it('stay covered in the answer to a retry of what was done while they were open', async () => {
    const { addResult, sam } = shared.parts;
    const id = await addResult(blood({ report: SECRET }));
    const key = randomUUID();
    const report = () => sam.post(`/results/${id}/corrections`, { wrong: 'This', right: 'That' }, { key });
    assert.equal(contentOf(Result, await report(), 200).report, SECRET);
    await choose(sam, 'blood', 'until-opened');
    const retried = await report();
    assert.equal(retried.headers.get('idempotent-replayed'), 'true');
    assert.doesNotMatch(retried.text, new RegExp(SECRET));
    assert.equal(contentOf(Result, retried, 200).cover?.until, 'opened');
    await choose(sam, 'blood', 'at-once');
    assert.equal((await readResult(sam, id)).corrections.length, 1);
  });

  it('tell in every list which are covered, each subject by its own choice', async () => {
    const { addResult, rosa, ana } = shared.parts;
    const told = (subject: string) => tissue({ subject: { id: subject }, name: subject });
    for (const subject of ['rosa-delgado', 'leo-delgado']) await addResult(told(subject));
    contentOf(ReleasePreferences, await choose(rosa, 'tissue', 'at-once', 'leo-delgado'), 200);
    const covers = async (caller: Caller, subject: string) =>
      (await resultsOf(caller, subject)).items.filter(({ name }) => name === subject).map(({ cover }) => cover?.until);
    assert.deepEqual(await covers(rosa, 'rosa-delgado'), ['comment']);
    assert.deepEqual(await covers(rosa, 'leo-delgado'), [undefined]);
    assert.deepEqual(await covers(ana, 'rosa-delgado'), [undefined]);
  });

  it('and open ones are new since the end of the last visit; looking again within half an hour is the same one', async () => {
    const { sam, rosa, ana } = shared.parts;
    const visit = async (caller: Caller, subject = 'sam-okafor') =>
      contentOf(Visit, await caller.put('/people/visit', { subject }), 200).since;
    const minutes = (count: number) => (now += count * 60_000);
    const at = () => new Date(now).toISOString();
    assert.equal(await visit(sam), undefined);
    minutes(29);
    assert.equal(await visit(sam), undefined);
    minutes(29);
    assert.equal(await visit(sam), undefined);
    const end = at();
    minutes(30);
    assert.equal(await visit(sam), end);
    minutes(10);
    assert.equal(await visit(sam), end);
    assert.equal(await visit(rosa, 'maya-delgado'), undefined);
    const last = at();
    minutes(60);
    assert.equal(await visit(sam), last);
    assertProblem(await sam.put('/people/visit', { subject: 'maya-delgado' }), 404, 'not-found');
    assertProblem(await ana.put('/people/visit', { subject: 'sam-okafor' }), 403, 'forbidden');
  });
});
