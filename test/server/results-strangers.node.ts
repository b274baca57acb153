import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { Thread } from 'carethread/model';
import { Message, Receipt, Result } from 'carethread/model';
import { assertProblem, callerOf, contentOf, type Caller } from './caller.js';
import { onEachDatabase, sharedServer } from './each-database.js';
import { refill, twoPractices } from './people.js';
import { blood, BYTES, picture, readResult, resultsOf } from './results-told.js';

onEachDatabase('Results and who they belong to', (database) => {
  const shared = sharedServer(
    async () => ({ database, practiceFile: await twoPractices(), clock: () => Date.parse('2026-11-23T22:34:00Z') }),
    async (server) => ({
      ...server.results,
      url: server.url,
      sam: await callerOf(server, 'sam-okafor'),
      rosa: await callerOf(server, 'rosa-delgado'),
      ana: await callerOf(server, 'ana-morales'),
      omar: await callerOf(server, 'omar-reed'),
      ida: await callerOf(server, 'ida-berg'),
    }),
  );

  async function touch(caller: Caller, id: string, correction: string, file: string) {
    return [
      await caller.get(`/results/${id}`),
      await caller.post(`/results/${id}/uncover`),
      await caller.post(`/results/${id}/corrections`, { wrong: 'This', right: 'That' }),
      await caller.put(`/results/${id}/corrections/${correction}`, { state: 'changed' }),
      await caller.get(`/attachments/${file}`),
    ];
  }

  const listed = (caller: Caller, subject: string) =>
    Promise.all([
      caller.get(`/results?subject=${subject}`),
      caller.post('/results/search', { subject, text: 'liver' }),
      caller.post('/results/history', { subject, code: 'alt' }),
    ]);

  it('are not there for another patient, another practice and its staff, nor is anything of them', async () => {
    const { addResult, sam, rosa, omar, ida } = shared.parts;
    const [told, bytes] = picture('mine', { kind: { id: 'blood' } });
    const id = await addResult(told, bytes);
    const { corrections } = contentOf(Result, await sam.post(`/results/${id}/corrections`, { wrong: 'This', right: 'That' }), 200);
    for (const stranger of [rosa, omar, ida]) {
      for (const answer of await touch(stranger, id, corrections[0]!.id, 'mine-file')) assertProblem(answer, 404, 'not-found');
      for (const answer of await listed(stranger, 'sam-okafor')) assertProblem(answer, 404, 'not-found');
    }
    // One that never was answers the same, and so does what no path could hold.
    for (const never of ['no-such', '%00', "'%20or%201=1--", 'x'.repeat(500)]) {
      for (const answer of await touch(sam, never, never, never)) assertProblem(answer, 404, 'not-found');
    }
    for (const subject of ['nobody', 'x%00', 'ida-berg']) assertProblem(await sam.get(`/results?subject=${subject}`), 404, 'not-found');
    assertProblem(await omar.get('/results?subject=sam-okafor'), 404, 'not-found');
    assert.deepEqual(JSON.parse((await omar.get('/results/reported')).text), { items: [] });
    assert.equal((await readResult(sam, id)).corrections[0]!.state, 'sent');
  });

  it('are there for nobody who is not signed in', async () => {
    const { addResult, url } = shared.parts;
    const id = await addResult(blood());
    for (const path of [`/results/${id}`, '/results?subject=sam-okafor', '/attachments/mine-file', '/people/release?subject=sam-okafor']) {
      assert.equal((await fetch(url + path)).status, 401);
    }
  });

  it('are read by a mother about her child, and by staff of the practice', async () => {
    const { addResult, rosa, ana, sam } = shared.parts;
    const id = await addResult(blood({ subject: { id: 'leo-delgado' } }));
    for (const caller of [rosa, ana]) {
      assert.deepEqual((await resultsOf(caller, 'leo-delgado')).items.map((result) => result.id), [id]);
    }
    assertProblem(await sam.get('/results?subject=leo-delgado'), 404, 'not-found');
  });

  it('have files whose bytes come as they are, to be saved and not shown, once they are open', async () => {
    const { addResult, url, sam, ana } = shared.parts;
    const [told, bytes] = picture('pictured');
    const id = await addResult(told, bytes);
    const open = ({ token }: Caller) =>
      fetch(`${url}/attachments/pictured-file`, { headers: { authorization: `Bearer ${token}` } });
    assert.equal((await open(sam)).status, 404);
    assert.equal((await open(ana)).status, 200);
    await sam.post(`/results/${id}/uncover`);
    const response = await open(sam);
    assert.deepEqual(new Uint8Array(await response.arrayBuffer()), BYTES);
    const header = (name: string) => response.headers.get(name);
    assert.deepEqual([header('content-type'), header('content-disposition')], ['application/pdf', 'attachment']);
    assert.deepEqual([header('x-content-type-options'), header('cache-control')], ['nosniff', 'no-store']);
    assert.match(header('content-security-policy')!, /sandbox/);
  });

  it('have no file any more that was taken out of them', async () => {
    const { addResult, sam } = shared.parts;
    const [told, bytes] = picture('wrong-file', { kind: { id: 'blood' } });
    const id = await addResult(told, bytes);
    assert.equal((await sam.get('/attachments/wrong-file-file')).status, 200);
    await addResult(told);
    assert.equal((await sam.get('/attachments/wrong-file-file')).status, 200);
    await addResult({ ...told, status: 'corrected', files: [] });
    assert.deepEqual((await readResult(sam, id)).files, []);
    assertProblem(await sam.get('/attachments/wrong-file-file'), 404, 'not-found');
  });

  it('I01 have files of a type that no header could carry as bytes', async () => {
    const { addResult, sam } = shared.parts;
    for (const [index, type] of ['text/html\r\nset-cookie: a=b', 'no type', '', 'é/x'].entries()) {
      const file = { id: `odd-${index}`, name: 'odd', type } as unknown as Result['files'][number];
      await addResult(blood({ files: [file] }), { [file.id]: BYTES });
      const { status, headers } = await sam.get(`/attachments/odd-${index}`);
      assert.deepEqual([status, headers.get('content-type'), headers.get('set-cookie')], [200, 'application/octet-stream', null]);
    }
  });

  const asked = (references?: readonly string[], parts: object = {}) => ({
    reason: 'test-result',
    subject: 'sam-okafor',
    answers: [{ field: 'test', value: 'ALT' }],
    body: 'What does it mean?',
    references,
    ...parts,
  });

  it('are referred to in a request, whose message shows each as a card', async () => {
    const { addResult, sam, ana } = shared.parts;
    const one = await addResult(blood({ takenAt: '2026-11-19T02:00:00Z' }));
    const other = await addResult(blood({ name: 'Urine culture', takenAt: '2026-11' }));
    const { message, thread } = contentOf(Receipt, await sam.post('/contact-requests', asked([one, other])), 201);
    const cards = [
      { kind: 'result', label: 'Liver test (ALT), November 18, 2026', fields: [], result: one },
      { kind: 'result', label: 'Urine culture, 2026-11', fields: [], result: other },
    ];
    assert.deepEqual(message.cards, cards);
    const { items } = JSON.parse((await ana.get(`/threads/${thread.id}/entries`)).text) as { items: Message[] };
    assert.deepEqual(items[0]!.cards, cards);
    assert.deepEqual(contentOf(Receipt, await sam.post('/contact-requests', asked()), 201).message.cards, []);
  });

  it('are referred to where the reason takes them, when they are the subject’s, ten at most', async () => {
    const { addResult, sam, rosa } = shared.parts;
    const mine = await addResult(blood());
    const child = await addResult(blood({ subject: { id: 'leo-delgado' } }));
    const refused = async (caller: Caller, request: object, field: string, status = 422) =>
      assertProblem(await caller.post('/contact-requests', request), status, 'invalid', field);
    await refused(sam, { ...refill(), references: [mine] }, 'references');
    await refused(sam, asked([mine, child]), 'references.1');
    await refused(sam, asked(['no-such']), 'references.0');
    await refused(sam, asked(['a\0']), 'references.0');
    // A mother's other child is another subject.
    await refused(rosa, asked([child], { subject: 'maya-delgado' }), 'references.0');
    await refused(sam, asked(Array.from({ length: 11 }, () => mine)), 'references', 400);
    assert.equal((await sam.search({ text: 'mean' })).items.length, 2);
  });

  it('are shown by staff as a card in a thread of the same subject, and in no other', async () => {
    const { addResult, sam, rosa, ana } = shared.parts;
    const id = await addResult(blood({ takenAt: '2026-11-18' }));
    const thread = await sam.ask();
    const other = await rosa.ask(refill('leo-delgado'));
    const shows = (caller: Caller, { id: into }: Thread, result: string) =>
      caller.post(`/threads/${into}/messages`, { body: '', cards: [{ kind: 'result', result }] });
    const { cards } = contentOf(Message, await shows(ana, thread, id), 201);
    assert.deepEqual(cards, [{ kind: 'result', label: 'Liver test (ALT), November 18, 2026', fields: [], result: id }]);
    assertProblem(await shows(ana, other, id), 422, 'invalid', 'cards.0.result');
    assertProblem(await shows(ana, thread, 'no-such'), 422, 'invalid', 'cards.0.result');
    assertProblem(await shows(sam, thread, id), 403, 'forbidden');
  });
});
