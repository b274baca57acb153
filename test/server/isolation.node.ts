import assert from 'node:assert/strict';
import { it } from 'node:test';
import { Changes, pageOf, Person, Practice, QueueItem, Receipt, Thread } from 'carethread/model';
import { assertProblem, callerOf, contentOf, type Caller } from './caller.js';
import { onEachDatabase, sharedServer } from './each-database.js';
import { refill, twoPractices } from './people.js';

onEachDatabase('What is not yours', (database) => {
  const shared = sharedServer(
    async () => ({ database, practiceFile: await twoPractices(), withStories: true }),
    async (server) => ({
      sam: await callerOf(server, 'sam-okafor'),
      rosa: await callerOf(server, 'rosa-delgado'),
      ana: await callerOf(server, 'ana-morales'),
      omar: await callerOf(server, 'omar-reed'),
      ida: await callerOf(server, 'ida-berg'),
    }),
  );

  async function touch(caller: Caller, id: string) {
    return [
      await caller.get(`/threads/${id}`),
      await caller.get(`/threads/${id}/entries`),
      await caller.post(`/threads/${id}/messages`, { body: 'Hello' }),
      await caller.put(`/threads/${id}/read-mark`, { upTo: 'any' }),
      await caller.post(`/threads/${id}/claim`),
      await caller.post(`/threads/${id}/route`, { to: 'omar-reed', note: 'Please' }),
      await caller.post(`/threads/${id}/close`, { note: 'Done' }),
      await caller.post(`/threads/${id}/call`, { outcome: 'reached', note: 'Done' }),
      await caller.post(`/threads/${id}/settle`),
      await caller.post(`/threads/${id}/continuation`, { body: 'Hello' }),
      await caller.put(`/threads/${id}/messages/any`, { body: 'Hello' }),
      await caller.delete(`/threads/${id}/messages/any`),
    ];
  }

  it('is not there: a thread of another patient, and one of another practice', async () => {
    const { sam, rosa, ana, omar, ida } = shared.parts;
    const mine = await sam.ask();
    for (const stranger of [rosa, omar, ida]) {
      for (const answer of await touch(stranger, mine.id)) assertProblem(answer, 404, 'not-found');
      const { items } = await stranger.read(pageOf(Thread), '/threads');
      assert.equal(
        items.some(({ id }) => id === mine.id),
        false,
      );
    }
    // A thread that never was answers the same.
    for (const answer of await touch(rosa, 'no-such-thread')) assertProblem(answer, 404, 'not-found');
    assert.equal((await sam.read(Thread, `/threads/${mine.id}`)).version, mine.version);
    assert.equal((await ana.read(Thread, `/threads/${mine.id}`)).version, mine.version);
  });

  it('opens to a mother for her children and to staff for their practice', async () => {
    const { sam, rosa, ana, omar } = shared.parts;
    const about = async (caller: Caller) =>
      new Set((await caller.read(pageOf(Thread), '/threads')).items.map(({ subject }) => subject.id as string));
    const { id } = await rosa.ask(refill('leo-delgado'));
    assert.equal((await rosa.read(Thread, `/threads/${id}`)).subject.name, 'Leo Delgado');
    assert.deepEqual([...(await about(sam))], ['sam-okafor']);
    assert.deepEqual([...(await about(rosa))].sort(), ['leo-delgado', 'maya-delgado', 'rosa-delgado']);
    assert.equal((await about(ana)).size, 4);
    assert.equal((await about(omar)).size, 0);
  });

  it('cannot be asked about: another’s child, another practice’s patient', async () => {
    const { sam, ida } = shared.parts;
    for (const subject of ['maya-delgado', 'rosa-delgado', 'ida-berg', 'nobody']) {
      assertProblem(await sam.post('/contact-requests', refill(subject)), 422, 'invalid', 'subject');
      assertProblem(await sam.get(`/people/care-team?subject=${subject}`), 404, 'not-found');
      assertProblem(await sam.get(`/people/medications?subject=${subject}`), 404, 'not-found');
    }
    assertProblem(await ida.post('/contact-requests', refill('ida-berg')), 422, 'invalid', 'reason');
  });

  it('is forbidden: the staff’s side to patients, and the patient’s form to staff', async () => {
    const { sam, ana } = shared.parts;
    const { id } = await sam.ask();
    for (const path of ['/queue?box=waiting', '/people/staff']) assertProblem(await sam.get(path), 403, 'forbidden');
    assertProblem(await sam.post(`/threads/${id}/claim`), 403, 'forbidden');
    assertProblem(await sam.post(`/threads/${id}/route`, { to: 'grace-lee', note: 'Please' }), 403, 'forbidden');
    assertProblem(await sam.post(`/threads/${id}/close`, { note: 'Done' }), 403, 'forbidden');
    assertProblem(await sam.post(`/threads/${id}/call`, { outcome: 'reached', note: 'Done' }), 403, 'forbidden');
    assertProblem(await sam.put('/practice/pause', {}), 403, 'forbidden');
    assertProblem(await sam.delete('/practice/pause'), 403, 'forbidden');
    assertProblem(await ana.post('/contact-requests', refill()), 403, 'forbidden');
  });

  it('shows in no queue, list of colleagues or change of another practice', async () => {
    const { omar, ida } = shared.parts;
    const { next } = await omar.read(Changes, '/changes');
    await shared.parts.sam.ask();
    assert.deepEqual((await omar.read(Changes, `/changes?since=${next}`)).changes, []);
    const other = { reason: 'something-else', subject: 'ida-berg', answers: [], body: 'Hello' };
    const { thread } = contentOf(Receipt, await ida.post('/contact-requests', other), 201);
    const queue = await omar.read(pageOf(QueueItem), '/queue?box=waiting');
    assert.deepEqual(
      queue.items.map((item) => item.thread.id),
      [thread.id],
    );
    assert.deepEqual((await omar.read(Changes, `/changes?since=${next}`)).changes, [
      { kind: 'thread', thread: thread.id },
    ]);
    assert.equal((await ida.read(Practice, '/practice')).name, 'Birch Lane Clinic');
    const { items } = await omar.read(pageOf(Person), '/people/staff');
    assert.deepEqual(
      items.map(({ name }) => name),
      ['Omar Reed'],
    );
    assertProblem(await omar.post(`/threads/${thread.id}/route`, { to: 'grace-lee', note: 'Hi' }), 422, 'invalid', 'to');
  });

  it('is no news: a pause of another practice, and its messages go on', async () => {
    const { ana, omar, ida } = shared.parts;
    const { next } = await omar.read(Changes, '/changes');
    await ana.put('/practice/pause', {});
    assert.equal((await ida.read(Practice, '/practice')).messaging, undefined);
    assert.deepEqual((await omar.read(Changes, `/changes?since=${next}`)).changes, []);
    const other = { reason: 'something-else', subject: 'ida-berg', answers: [], body: 'Hello' };
    contentOf(Receipt, await ida.post('/contact-requests', other), 201);
    await ana.delete('/practice/pause');
  });
});
