import assert from 'node:assert/strict';
import { it } from 'node:test';
import { Entry, Message, pageOf, Receipt, Thread } from 'carethread/model';
import { demoPractice, startReferenceServer } from '../support/reference-server.js';
import { assertProblem, callerOf, contentOf, type Caller } from './caller.js';
import { onEachDatabase, sharedServer } from './each-database.js';
import { lastingDatabase } from './lasting-database.js';
import { refill } from './people.js';

const threads = (caller: Caller) => caller.read(pageOf(Thread), '/threads?limit=100');
const entries = (caller: Caller, thread: string) => caller.read(pageOf(Entry), `/threads/${thread}/entries`);

onEachDatabase('The same key', (database) => {
  const shared = sharedServer(
    () => ({ database }),
    async (server) => ({
      sam: await callerOf(server, 'sam-okafor'),
      rosa: await callerOf(server, 'rosa-delgado'),
      ana: await callerOf(server, 'ana-morales'),
    }),
  );

  it('F03 gives the same answer again and has no second effect', async () => {
    const { sam } = shared.parts;
    const before = (await threads(sam)).items.length;
    const first = await sam.post('/contact-requests', refill(), { key: 'same-key-1' });
    const second = await sam.post('/contact-requests', refill(), { key: 'same-key-1' });
    const { thread } = contentOf(Receipt, first, 201);
    assert.equal(second.status, first.status);
    assert.equal(second.text, first.text);
    assert.equal(second.headers.get('location'), first.headers.get('location'));
    assert.equal(first.headers.get('idempotent-replayed'), null);
    assert.equal(second.headers.get('idempotent-replayed'), 'true');
    assert.equal((await threads(sam)).items.length, before + 1);

    const path = `/threads/${thread.id}/messages`;
    const sent = await sam.post(path, { body: 'Hello' }, { key: 'same-key-2' });
    assert.equal((await sam.post(path, { body: 'Hello' }, { key: 'same-key-2' })).text, sent.text);
    assert.equal((await entries(sam, thread.id)).items.length, 2);
  });

  it('F03 has one effect when eight sends of it arrive at once', async () => {
    const { sam, ana } = shared.parts;
    const { id } = await sam.ask();
    const path = `/threads/${id}/messages`;
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => sam.post(path, { body: 'Once' }, { key: 'eight-at-once' })),
    );
    const ids = answers.map((answer) => contentOf(Message, answer, 201).id);
    assert.equal(new Set(ids).size, 1);
    assert.equal((await entries(sam, id)).items.length, 2);

    const claims = await Promise.all(
      Array.from({ length: 8 }, () => ana.post(`/threads/${id}/claim`, undefined, { key: 'eight-claims' })),
    );
    assert.deepEqual([...new Set(claims.map(({ status }) => status))], [200]);
    assert.equal((await entries(sam, id)).items.length, 3);
  });

  it('F11 is a conflict with other words or for another thing, and stores nothing', async () => {
    const { sam } = shared.parts;
    const { id } = await sam.ask();
    const { id: other } = await sam.ask();
    const key = 'taken-key-1';
    contentOf(Message, await sam.post(`/threads/${id}/messages`, { body: 'First' }, { key }), 201);
    const conflicts = [
      await sam.post(`/threads/${id}/messages`, { body: 'Second' }, { key }),
      await sam.post(`/threads/${other}/messages`, { body: 'First' }, { key }),
      await sam.post('/contact-requests', refill(), { key }),
      await sam.put(`/threads/${id}/read-mark`, { upTo: 'First' }, { key }),
    ];
    for (const answer of conflicts) assertProblem(answer, 409, 'conflict', 'Idempotency-Key');
    assert.equal((await entries(sam, id)).items.length, 2);
    assert.equal((await entries(sam, other)).items.length, 1);
  });

  it('is one key per person: two people may happen to make the same', async () => {
    const { sam, rosa } = shared.parts;
    const key = 'made-by-two';
    const first = contentOf(Receipt, await sam.post('/contact-requests', refill(), { key }), 201);
    const second = contentOf(
      Receipt,
      await rosa.post('/contact-requests', refill('rosa-delgado'), { key }),
      201,
    );
    assert.notEqual(first.thread.id, second.thread.id);
  });

  it('stays good after a refusal, for a corrected try', async () => {
    const { sam } = shared.parts;
    const key = 'corrected-key';
    const wrong = { ...refill(), answers: [] };
    assertProblem(await sam.post('/contact-requests', wrong, { key }), 422, 'invalid', 'answers.medicine');
    contentOf(Receipt, await sam.post('/contact-requests', refill(), { key }), 201);
  });

  it('is the same whatever order the parts of the input stand in', async () => {
    const { sam } = shared.parts;
    const { reason, subject, answers, body } = refill();
    const key = 'order-of-parts';
    const first = await sam.post('/contact-requests', { reason, subject, answers, body }, { key });
    const second = await sam.post('/contact-requests', { body, answers, subject, reason }, { key });
    assert.equal(second.text, first.text);
  });

  it('F03 goes on, calls, changes and pauses once, however often it is sent', async () => {
    const { sam, ana } = shared.parts;
    const { id } = await sam.ask();
    const twice = async (send: () => Promise<{ status: number; text: string }>): Promise<void> => {
      const [first, second] = [await send(), await send()];
      assert.ok(first.status < 300, first.text);
      assert.equal(second.text, first.text);
    };
    const call = { outcome: 'no-answer', note: 'Nobody there.' };
    await twice(() => ana.post(`/threads/${id}/call`, call, { key: 'call-once-1' }));
    await twice(() => ana.put('/practice/pause', {}, { key: 'pause-once-1' }));
    await twice(() => ana.delete('/practice/pause', { key: 'resume-once-1' }));
    await ana.post(`/threads/${id}/close`, { note: 'Done' });
    await twice(() => sam.post(`/threads/${id}/continuation`, { body: 'Hello' }, { key: 'continue-once-1' }));
    assert.equal((await entries(ana, id)).items.length, 4);
  });

  it('tells nothing of a thread to who may no longer read it', async (test) => {
    const where = lastingDatabase(test, database);
    const first = await startReferenceServer(where);
    const parent = await callerOf(first, 'rosa-delgado');
    const { id } = await parent.ask(refill('maya-delgado'));
    const settle = async (caller: Caller) => caller.post(`/threads/${id}/settle`, undefined, { key: 'settled-as-a-parent' });
    assert.equal((await settle(parent)).status, 200);
    await first.close();
    const practiceFile = structuredClone(await demoPractice());
    practiceFile.practices[0]!.patients.find((one) => one.id === 'rosa-delgado')!.actsFor = [];
    const second = await startReferenceServer({ ...where, practiceFile });
    test.after(() => second.close());
    assertProblem(await settle(await callerOf(second, 'rosa-delgado')), 404, 'not-found');
  });

  it('replays a claim though the thread has moved on since', async () => {
    const { sam, ana } = shared.parts;
    const { id, version } = await sam.ask();
    const details = { key: 'claim-replayed', ifMatch: `"${version}"` };
    const first = await ana.post(`/threads/${id}/claim`, undefined, details);
    await ana.post(`/threads/${id}/messages`, { body: 'Hello' });
    const again = await ana.post(`/threads/${id}/claim`, undefined, details);
    assert.equal(again.text, first.text);
    assert.equal(again.headers.get('etag'), first.headers.get('etag'));
  });

  it('is asked for on every write', async () => {
    const { sam, ana } = shared.parts;
    const { id } = await sam.ask();
    const writes: [Caller, 'POST' | 'PUT' | 'DELETE', string, unknown][] = [
      [sam, 'POST', '/contact-requests', refill()],
      [sam, 'POST', `/threads/${id}/messages`, { body: 'Hello' }],
      [sam, 'PUT', `/threads/${id}/read-mark`, { upTo: 'any' }],
      [ana, 'POST', `/threads/${id}/claim`, undefined],
      [ana, 'POST', `/threads/${id}/route`, { to: 'grace-lee', note: 'Please' }],
      [ana, 'POST', `/threads/${id}/close`, { note: 'Done' }],
      [ana, 'POST', `/threads/${id}/call`, { outcome: 'reached', note: 'Done' }],
      [ana, 'PUT', '/practice/pause', {}],
      [ana, 'DELETE', '/practice/pause', undefined],
      [sam, 'POST', `/threads/${id}/settle`, undefined],
      [sam, 'POST', `/threads/${id}/continuation`, { body: 'Hello' }],
      [sam, 'PUT', `/threads/${id}/messages/any`, { body: 'Hello' }],
      [sam, 'DELETE', `/threads/${id}/messages/any`, undefined],
    ];
    for (const [caller, method, path, body] of writes) {
      const response = await fetch(shared.server.url + path, {
        method,
        headers: { authorization: `Bearer ${caller.token}`, ...(body ? { 'content-type': 'application/json' } : {}) },
        ...(body ? { body: JSON.stringify(body) } : {}),
      });
      const answer = { status: response.status, headers: response.headers, text: await response.text() };
      assertProblem(answer, 400, 'invalid', 'Idempotency-Key');
    }
    assertProblem(await sam.post(`/threads/${id}/messages`, { body: 'Hi' }, { key: 'short' }), 400, 'invalid', 'Idempotency-Key');
    assert.equal((await entries(sam, id)).items.length, 1);
  });
});
