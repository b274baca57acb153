import assert from 'node:assert/strict';
import { it } from 'node:test';
import { Entry, Message, pageOf, Thread } from 'carethread/model';
import { assertProblem, callerOf, contentOf, type Caller } from './caller.js';
import { onEachDatabase, sharedServer } from './each-database.js';

const read = (caller: Caller, thread: string) => caller.read(Thread, `/threads/${thread}`);
const mark = (caller: Caller, thread: string, upTo: string) => caller.put(`/threads/${thread}/read-mark`, { upTo });

onEachDatabase('Read marks', (database) => {
  const shared = sharedServer(
    () => ({ database }),
    async (server) => ({
      sam: await callerOf(server, 'sam-okafor'),
      ana: await callerOf(server, 'ana-morales'),
      june: await callerOf(server, 'june-carter'),
    }),
  );

  async function twoAnswers(): Promise<{ id: string; first: string; second: string }> {
    const { sam, ana } = shared.parts;
    const { id } = await sam.ask();
    const first = contentOf(Message, await ana.post(`/threads/${id}/messages`, { body: 'One' }), 201);
    const second = contentOf(Message, await ana.post(`/threads/${id}/messages`, { body: 'Two' }), 201);
    return { id, first: first.id, second: second.id };
  }

  it('say who has read how far, and count what is left for each reader alone', async () => {
    const { sam, ana, june } = shared.parts;
    const { id, first } = await twoAnswers();
    assert.equal((await read(sam, id)).unread, 2);
    assert.equal((await read(june, id)).unread, 3);
    assert.equal((await read(ana, id)).unread, 1);
    assert.equal((await mark(sam, id, first)).status, 204);
    const thread = await read(ana, id);
    assert.deepEqual(
      thread.readMarks.map(({ person, upTo }) => [person.name, upTo]),
      [['Sam Okafor', first]],
    );
    assert.equal((await read(sam, id)).unread, 1);
    assert.equal((await read(june, id)).unread, 3);
  });

  it('never move backwards, and marking the same again changes nothing', async () => {
    const { sam } = shared.parts;
    const { id, first, second } = await twoAnswers();
    await mark(sam, id, second);
    const { version, updatedAt } = await read(sam, id);
    assert.equal((await mark(sam, id, first)).status, 204);
    assert.equal((await mark(sam, id, second)).status, 204);
    const after = await read(sam, id);
    assert.equal(after.readMarks[0]!.upTo, second);
    assert.equal(after.version, version);
    assert.equal(after.updatedAt, updatedAt);
  });

  it('of staff leave one event a patient can see, the first time', async () => {
    const { sam, june } = shared.parts;
    const { id, first, second } = await twoAnswers();
    await mark(june, id, first);
    await mark(june, id, second);
    await mark(sam, id, second);
    const { items } = await sam.read(pageOf(Entry), `/threads/${id}/entries`);
    const opened = items.filter((entry) => entry.type === 'event' && entry.kind === 'opened');
    assert.deepEqual(
      opened.map((entry) => entry.type === 'event' && entry.actor.name),
      ['June Carter'],
    );
  });

  it('do not move a thread up the list', async () => {
    const { sam, june } = shared.parts;
    const { id, first } = await twoAnswers();
    const { id: newer } = await sam.ask();
    await mark(june, id, first);
    const { items } = await sam.read(pageOf(Thread), '/threads?limit=2');
    assert.deepEqual(
      items.map((thread) => thread.id as string),
      [newer, id],
    );
  });

  it('refuse a message of another thread by naming the field', async () => {
    const { sam } = shared.parts;
    const { id } = await twoAnswers();
    const { first } = await twoAnswers();
    assertProblem(await mark(sam, id, first), 422, 'invalid', 'upTo');
    assertProblem(await mark(sam, id, 'no-such-message'), 422, 'invalid', 'upTo');
    assertProblem(await mark(sam, id, 'a\0b'), 422, 'invalid', 'upTo');
  });
});
