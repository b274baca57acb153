import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { it } from 'node:test';
import { pageOf, Result } from 'carethread/model';
import { assertProblem, callerOf, contentOf, type Caller } from './caller.js';
import { onEachDatabase, sharedServer } from './each-database.js';
import { blood, readResult, tissue } from './results-told.js';

onEachDatabase('Reports of mistakes', (database) => {
  let now = Date.parse('2026-11-23T22:34:00Z');
  const shared = sharedServer(
    () => ({ database, clock: () => now++ }),
    async (server) => ({
      ...server.results,
      sam: await callerOf(server, 'sam-okafor'),
      rosa: await callerOf(server, 'rosa-delgado'),
      ana: await callerOf(server, 'ana-morales'),
      june: await callerOf(server, 'june-carter'),
    }),
  );

  const mistake = { wrong: 'It says I had eaten.', right: 'I had not.' };
  const report = (caller: Caller, id: string, body: unknown = mistake, key: string = randomUUID()) =>
    caller.post(`/results/${id}/corrections`, body, { key });
  const review = (caller: Caller, id: string, correction: string, body: unknown) =>
    caller.put(`/results/${id}/corrections/${correction}`, body);
  const reported = async (caller: Caller, more = '') => caller.read(pageOf(Result), `/results/reported${more}`);

  /** A result of Sam's with a report of a mistake. */
  async function withReport(): Promise<{ id: string; correction: string }> {
    const id = await shared.parts.addResult(blood());
    const { corrections } = contentOf(Result, await report(shared.parts.sam, id), 200);
    return { id, correction: corrections[0]!.id };
  }

  it('stand at their result once they are sent, with who sent them, once for each key', async () => {
    const { addResult, sam, rosa, ana } = shared.parts;
    const id = await addResult(blood());
    const key = randomUUID();
    const { version } = await readResult(sam, id);
    const [first, second] = await Promise.all([1, 2].map(() => report(sam, id, mistake, key)));
    const result = contentOf(Result, first!, 200);
    assert.equal(contentOf(Result, second!, 200).corrections.length, 1);
    const [{ state, wrong, right, reportedBy, note, reviewedBy } = assert.fail(), ...others] = result.corrections;
    assert.deepEqual([state, wrong, right, reportedBy?.name], ['sent', mistake.wrong, mistake.right, 'Sam Okafor']);
    assert.deepEqual([note, reviewedBy, others.length], [undefined, undefined, 0]);
    assert.notEqual(result.version, version);
    assertProblem(await report(sam, id, { ...mistake, right: 'Other' }, key), 409, 'conflict', 'Idempotency-Key');
    assert.equal((await readResult(ana, id)).corrections.length, 1);
    assertProblem(await report(ana, id), 403, 'forbidden');
    assertProblem(await report(rosa, id), 404, 'not-found');
  });

  it('say both what is wrong and what is right, in 750 characters each', async () => {
    const { addResult, sam } = shared.parts;
    const id = await addResult(blood());
    const most = `${'😀'.repeat(748)}\r\n!`;
    const bad: [unknown, number, string][] = [
      [{ ...mistake, wrong: ' \n' }, 422, 'wrong'],
      [{ ...mistake, right: '' }, 422, 'right'],
      [{ ...mistake, wrong: `${most}!` }, 422, 'wrong'],
      [{ ...mistake, right: `${most}!` }, 422, 'right'],
      [{ ...mistake, right: 'a\0' }, 422, 'right'],
      [{ ...mistake, wrong: '\ud83d' }, 422, 'wrong'],
      [{ wrong: 'This' }, 400, 'right'],
      [{ ...mistake, state: 'changed' }, 400, 'state'],
    ];
    for (const [body, status, field] of bad) assertProblem(await report(sam, id, body), status, 'invalid', field);
    const { corrections } = contentOf(Result, await report(sam, id, { wrong: most, right: most }), 200);
    assert.equal(corrections.length, 1);
    assert.equal(corrections[0]!.wrong, `${'😀'.repeat(748)}\n!`);
  });

  it('cannot be about what is covered', async () => {
    const { addResult, sam } = shared.parts;
    const id = await addResult(tissue());
    assertProblem(await report(sam, id), 409, 'conflict');
    await sam.post(`/results/${id}/uncover`);
    assert.equal(contentOf(Result, await report(sam, id), 200).corrections.length, 1);
  });

  it('are reviewed by staff until they are finished; one that is declined says why', async () => {
    const { sam, ana, june } = shared.parts;
    const { id, correction } = await withReport();
    assertProblem(await review(sam, id, correction, { state: 'changed' }), 403, 'forbidden');
    assertProblem(await review(ana, id, 'no-such', { state: 'changed' }), 404, 'not-found');
    assertProblem(await review(ana, id, correction, { state: 'sent' }), 400, 'invalid', 'state');
    assertProblem(await review(ana, id, correction, { state: 'declined' }), 422, 'invalid', 'note');
    assertProblem(await review(ana, id, correction, { state: 'declined', note: ' ' }), 422, 'invalid', 'note');
    assertProblem(await review(ana, id, correction, { state: 'changed', note: 'x'.repeat(751) }), 422, 'invalid', 'note');
    const looking = contentOf(Result, await review(ana, id, correction, { state: 'under-review' }), 200);
    assert.deepEqual([looking.corrections[0]!.state, looking.corrections[0]!.note], ['under-review', undefined]);
    await review(june, id, correction, { state: 'declined', note: 'The lab confirmed it.' });
    const [{ state, note, reviewedBy, reviewedAt } = assert.fail()] = (await readResult(sam, id)).corrections;
    assert.deepEqual([state, note, reviewedBy?.name, typeof reviewedAt], ['declined', 'The lab confirmed it.', 'June Carter', 'string']);
    assertProblem(await review(ana, id, correction, { state: 'under-review' }), 409, 'conflict');
  });

  it('belong to their own result: another’s is not found through it', async () => {
    const { ana } = shared.parts;
    const [one, other] = [await withReport(), await withReport()];
    assertProblem(await review(ana, one.id, other.correction, { state: 'changed' }), 404, 'not-found');
  });

  it('wait in a list for staff, longest first, until the last of a result is finished', async () => {
    const { sam, ana } = shared.parts;
    const before = (await reported(ana)).items.map(({ id }) => id as string);
    const [one, other] = [await withReport(), await withReport()];
    const { corrections } = contentOf(Result, await report(sam, one.id), 200);
    const waiting = async () => (await reported(ana)).items.map(({ id }) => id as string).filter((id) => !before.includes(id));
    assert.deepEqual(await waiting(), [one.id, other.id]);
    const last = (await reported(ana, `?limit=${before.length + 1}`)).next;
    assert.deepEqual((await reported(ana, `?after=${last}`)).items.map(({ id }) => id), [other.id]);
    await review(ana, one.id, one.correction, { state: 'changed' });
    // What is left of it waits since later.
    assert.deepEqual(await waiting(), [other.id, one.id]);
    await review(ana, one.id, corrections[1]!.id, { state: 'under-review' });
    assert.deepEqual(await waiting(), [other.id, one.id]);
    await review(ana, one.id, corrections[1]!.id, { state: 'changed' });
    assert.deepEqual(await waiting(), [other.id]);
    assertProblem(await sam.get('/results/reported'), 403, 'forbidden');
  });
});
