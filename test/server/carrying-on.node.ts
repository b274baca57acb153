import assert from 'node:assert/strict';
import { it } from 'node:test';
import { Entry, Message, pageOf, QueueItem, Receipt, Thread, type ThreadEvent } from 'carethread/model';
import { assertProblem, callerOf, contentOf, type Caller } from './caller.js';
import { onEachDatabase, sharedServer } from './each-database.js';
import { refill } from './people.js';

const read = (caller: Caller, thread: string) => caller.read(Thread, `/threads/${thread}`);
const line = async (caller: Caller, thread: string) => (await caller.read(pageOf(Entry), `/threads/${thread}/entries`)).items;
const events = async (caller: Caller, thread: string) =>
  (await line(caller, thread)).filter((entry): entry is ThreadEvent => entry.type === 'event');

onEachDatabase('A conversation that goes on', (database) => {
  const shared = sharedServer(
    () => ({ database }),
    async (server) => ({
      sam: await callerOf(server, 'sam-okafor'),
      rosa: await callerOf(server, 'rosa-delgado'),
      ana: await callerOf(server, 'ana-morales'),
    }),
  );

  const asks = (...fields: object[]) => ({ body: '', cards: [{ kind: 'detail-request', fields }] });
  const pharmacy = { id: 'pharmacy', kind: 'text', label: 'Which pharmacy?', required: true };
  const send = (caller: Caller, thread: string, body: unknown) => caller.post(`/threads/${thread}/messages`, body);

  it('asks for a detail and gets it once, though two answer at the same time', async () => {
    const { rosa, ana } = shared.parts;
    const { id } = await rosa.ask(refill('leo-delgado'));
    const request = contentOf(Message, await send(ana, id, asks(pharmacy)), 201);
    assert.deepEqual([request.cards[0]?.kind, request.cards[0]?.label], ['detail-request', 'Which pharmacy?']);
    assert.equal((await read(rosa, id)).lastMessage?.snippet, 'Which pharmacy?');
    const detail = { message: request.id, answers: [{ field: 'pharmacy', value: 'Corner Pharmacy' }] };
    const refused = await send(rosa, id, { body: '', detail: { ...detail, answers: [] } });
    assertProblem(refused, 422, 'invalid', 'detail.answers.pharmacy');
    const wrong = { ...detail, answers: [{ field: 'pharmacy', value: 'x'.repeat(201) }] };
    assertProblem(await send(rosa, id, { body: '', detail: wrong }), 422, 'invalid', 'detail.answers.0.value');
    assertProblem(await send(ana, id, { body: '', detail }), 403, 'forbidden');
    assertProblem(await send(rosa, id, { body: '', detail: { ...detail, message: 'no-such' } }), 422, 'invalid', 'detail.message');

    const both = await Promise.all([1, 2].map(() => send(rosa, id, { body: '', detail })));
    assert.deepEqual(both.map(({ status }) => status).sort(), [201, 409]);
    const answer = contentOf(Message, both.find(({ status }) => status === 201)!, 201);
    assert.deepEqual(answer.answers, [{ label: 'Which pharmacy?', value: 'Corner Pharmacy' }]);
    assert.equal(answer.relationship, 'parent');
    const entries = await line(ana, id);
    assert.equal(entries.length, 3);
    const asked = entries.find((entry): entry is Message => entry.type === 'message' && entry.id === request.id);
    assert.equal(asked!.cards[0]!.answeredBy, answer.id);
    assert.equal((await read(ana, id)).turn, 'practice');
  });

  it('asks again for a detail whose answer was taken back', async () => {
    const { sam, ana } = shared.parts;
    const { id } = await sam.ask();
    const request = contentOf(Message, await send(ana, id, asks(pharmacy)), 201);
    const answer = (value: string) => ({ body: '', detail: { message: request.id, answers: [{ field: 'pharmacy', value }] } });
    const first = contentOf(Message, await send(sam, id, answer('Elm Pharmacy')), 201);
    assertProblem(await send(sam, id, answer('Oak Pharmacy')), 409, 'conflict', 'detail.message');
    contentOf(Message, await sam.delete(`/threads/${id}/messages/${first.id}`), 200);
    const cardOf = async () => (await line(ana, id)).find((entry): entry is Message => entry.id === request.id)!.cards[0]!;
    assert.equal((await cardOf()).answeredBy, undefined);
    const second = contentOf(Message, await send(sam, id, answer('Oak Pharmacy')), 201);
    assert.equal((await cardOf()).answeredBy, second.id);
  });

  it('takes cards from staff only, and links to nothing but threads of the same patient', async () => {
    const { sam, rosa, ana } = shared.parts;
    const { id } = await sam.ask();
    const own = await sam.ask();
    const strange = await rosa.ask(refill('leo-delgado'));
    const link = (thread: string) => ({ body: 'See', cards: [{ kind: 'thread-link', thread }] });
    assertProblem(await send(sam, id, link(own.id)), 403, 'forbidden');
    for (const thread of [strange.id, 'no-such', "x' or 1=1"]) {
      assertProblem(await send(ana, id, link(thread)), 422, 'invalid', 'cards.0.thread');
    }
    const { cards } = contentOf(Message, await send(ana, id, link(own.id)), 201);
    assert.deepEqual(cards.map(({ label, thread }) => [label, thread]), [['Medicine refill: Lisinopril 10 mg', own.id]]);
    assertProblem(await send(ana, id, { body: ' ' }), 422, 'invalid', 'body');
    assertProblem(await send(ana, id, asks()), 400, 'invalid', 'cards.0.fields');
    assertProblem(await send(ana, id, asks(pharmacy, pharmacy)), 422, 'invalid', 'cards.0.fields');
    assertProblem(await send(ana, id, asks({ ...pharmacy, kind: 'choice' })), 422, 'invalid', 'cards.0.fields.0.choices');
    const twice = [{ value: 'a', label: 'A' }, { value: 'a', label: 'Also A' }];
    const doubled = asks({ ...pharmacy, kind: 'choice', choices: twice });
    assertProblem(await send(ana, id, doubled), 422, 'invalid', 'cards.0.fields.0.choices');
    const hours = [{ value: '08:00-09:00', label: 'Early' }, { value: 'noon', label: 'Noon' }];
    const windows = asks({ ...pharmacy, kind: 'time-windows', choices: hours });
    assertProblem(await send(ana, id, windows), 422, 'invalid', 'cards.0.fields.0.choices.1.value');
    const photo = { id: 'photo', kind: 'attachment', label: 'A photo', required: true };
    assertProblem(await send(ana, id, asks(photo)), 422, 'invalid', 'cards.0.fields');
    contentOf(Message, await send(ana, id, asks(photo, pharmacy)), 201);
    assertProblem(await send(ana, id, asks({ ...pharmacy, label: 'a\0' })), 422, 'invalid', 'cards.0.fields.0.label');
    assertProblem(await send(ana, id, asks({ ...pharmacy, owner: 1 })), 400, 'invalid', 'cards.0.fields.0.owner');
  });

  it('goes on from a closed thread in one new one, though two ask at the same time', async () => {
    const { sam, ana } = shared.parts;
    const old = await sam.ask();
    const go = (caller: Caller, body = 'One more thing.') => caller.post(`/threads/${old.id}/continuation`, { body });
    assertProblem(await go(sam), 409, 'conflict');
    await ana.post(`/threads/${old.id}/close`, { note: 'Done' });
    assertProblem(await go(ana), 403, 'forbidden');
    assertProblem(await go(sam, ' '), 422, 'invalid', 'body');
    const both = await Promise.all([go(sam), go(sam)]);
    assert.deepEqual(both.map(({ status }) => status).sort(), [201, 409]);
    const { thread, message } = contentOf(Receipt, both.find(({ status }) => status === 201)!, 201);
    assert.deepEqual([thread.title, thread.reason?.id, thread.continues], [old.title, 'refill', old.id]);
    assert.deepEqual([thread.custody.state, thread.turn, typeof thread.dueAt], ['waiting', 'practice', 'string']);
    assert.deepEqual(message.cards.map(({ kind, thread: to }) => [kind, to]), [['thread-link', old.id]]);
    const before = await read(ana, old.id);
    assert.deepEqual([before.state, before.continuedBy], ['closed', thread.id]);
    assert.equal((await events(sam, old.id))[0]?.continuedBy, thread.id);
    const { items } = await sam.search({});
    assert.deepEqual(items.slice(0, 2).map(({ id }) => id), [thread.id, old.id]);
    const pages = [await sam.search({ limit: 1 })];
    pages.push(await sam.search({ limit: 1, after: pages[0]!.next }));
    assert.deepEqual(pages.map(({ items: [one] }) => one?.id), [thread.id, old.id]);
  });

  it('waits since it was settled, so that what was settled long ago does not come first', async () => {
    const { sam, ana } = shared.parts;
    const { id } = await sam.ask();
    const since = async () => {
      const { items } = await ana.read(pageOf(QueueItem), '/queue?box=waiting&limit=100');
      return items.find(({ thread }) => thread.id === id)!.waitingSince;
    };
    const asked = await since();
    await new Promise((resolve) => setTimeout(resolve, 5));
    const { updatedAt } = contentOf(Thread, await sam.post(`/threads/${id}/settle`), 200);
    assert.notEqual(updatedAt, asked);
    assert.equal(await since(), updatedAt);
  });

  it('is settled by the patient, and asks again with a new promise', async () => {
    const { sam, ana } = shared.parts;
    const { id } = await sam.ask();
    await send(ana, id, { body: 'Ready.' });
    const { version } = await read(sam, id);
    const settle = (caller: Caller, ifMatch?: string) => caller.post(`/threads/${id}/settle`, undefined, { ifMatch });
    assertProblem(await settle(ana), 403, 'forbidden');
    assertProblem(await settle(sam, '"0"'), 412, 'stale');
    const settled = contentOf(Thread, await settle(sam, `"${version}"`), 200);
    assert.deepEqual([settled.turn, settled.dueAt, settled.state], ['nobody', undefined, 'open']);
    assert.equal(contentOf(Thread, await settle(sam), 200).version, settled.version);
    assert.deepEqual((await events(ana, id)).map(({ kind }) => kind), ['settled']);
    await send(sam, id, { body: 'One more thing.' });
    const asked = await read(sam, id);
    assert.deepEqual([asked.turn, typeof asked.dueAt], ['practice', 'string']);
    await ana.post(`/threads/${id}/close`, { note: 'Done' });
    assertProblem(await settle(sam), 409, 'conflict');
  });

  it('notes a call; one that reached the patient is an answer, any other leaves the promise', async () => {
    const { sam, ana } = shared.parts;
    const asked = await sam.ask();
    const call = (caller: Caller, body: unknown, ifMatch?: string) => caller.post(`/threads/${asked.id}/call`, body, { ifMatch });
    const missed = { outcome: 'no-answer', note: 'Nobody there.' };
    assertProblem(await call(sam, missed), 403, 'forbidden');
    assertProblem(await call(ana, { ...missed, note: ' ' }), 422, 'invalid', 'note');
    assertProblem(await call(ana, { ...missed, note: 'x'.repeat(751) }), 422, 'invalid', 'note');
    assertProblem(await call(ana, { ...missed, outcome: 'other' }), 400, 'invalid', 'outcome');
    assertProblem(await call(ana, missed, '"0"'), 412, 'stale');
    const first = contentOf(Thread, await call(ana, missed, `"${asked.version}"`), 200);
    assert.deepEqual([first.turn, first.dueAt, first.custody.state], ['practice', asked.dueAt, 'waiting']);
    const second = contentOf(Thread, await call(ana, { outcome: 'reached', note: 'Advice given.' }), 200);
    assert.deepEqual([second.turn, second.dueAt], ['patient', undefined]);
    const [last] = await events(sam, asked.id);
    assert.deepEqual([last?.kind, last?.outcome, last?.note], ['call-logged', 'reached', 'Advice given.']);
    await ana.post(`/threads/${asked.id}/close`, { note: 'Done' });
    assertProblem(await call(ana, missed), 409, 'conflict');
  });

  it('tells a patient how much they may write, and staff of no limit', async () => {
    const { sam, ana } = shared.parts;
    const { id, budget } = await sam.ask();
    assert.equal(budget, 750);
    assert.equal((await read(ana, id)).budget, undefined);
  });
});
