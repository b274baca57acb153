import assert from 'node:assert/strict';
import { beforeEach, it } from 'node:test';
import { Message, pageOf, Receipt, Thread, Entry, type ThreadEvent } from 'carethread/model';
import { callerOf, contentOf, assertProblem, type Caller } from './caller.js';
import { onEachDatabase, sharedServer } from './each-database.js';
import { refill } from './people.js';

const entries = (caller: Caller, thread: string) => caller.read(pageOf(Entry), `/threads/${thread}/entries`);
const read = (caller: Caller, thread: string) => caller.read(Thread, `/threads/${thread}`);

onEachDatabase('A conversation', (database) => {
  // Monday 2026-11-23, 14:34 in Los Angeles. Thursday and Friday of that week are holidays.
  const monday = Date.parse('2026-11-23T22:34:00Z');
  let now = monday;
  beforeEach(() => {
    now = monday;
  });
  const shared = sharedServer(
    () => ({ database, clock: () => now }),
    async (server) => ({
      sam: await callerOf(server, 'sam-okafor'),
      rosa: await callerOf(server, 'rosa-delgado'),
      ana: await callerOf(server, 'ana-morales'),
      june: await callerOf(server, 'june-carter'),
      lee: await callerOf(server, 'grace-lee'),
    }),
  );

  it('becomes a thread that waits for the practice, with what was answered in words', async () => {
    const { sam } = shared.parts;
    const answer = await sam.post('/contact-requests', { ...refill(), answers: [...refill().answers].reverse() });
    const { thread, message } = contentOf(Receipt, answer, 201);
    assert.equal(answer.headers.get('location'), `/threads/${thread.id}`);
    assert.equal(thread.title, 'Medicine refill: Lisinopril 10 mg');
    assert.deepEqual(thread.reason, { id: 'refill', label: 'A medicine refill' });
    assert.equal(thread.custody.state, 'waiting');
    assert.equal(thread.custody.holder, undefined);
    assert.equal(thread.turn, 'practice');
    assert.equal(thread.unread, 0);
    assert.deepEqual(message.answers, [
      { label: 'Which medicine?', value: 'Lisinopril 10 mg' },
      { label: 'How many days do you have left?', value: '1 to 3' },
    ]);
    assert.equal(message.author.name, 'Sam Okafor');
    assert.equal(message.onBehalfOf, undefined);
    assert.equal(message.drafting, 'author');
  });

  it('is promised an answer by the practice’s hours and holidays', async () => {
    // Two business days after Monday afternoon: Tuesday and Wednesday, until 18:00 in Los Angeles.
    assert.equal((await shared.parts.sam.ask()).dueAt, '2026-11-26T02:00:00.000Z');
  });

  it('keeps the person who writes apart from the child it is about', async () => {
    const { rosa } = shared.parts;
    const { thread, message } = contentOf(
      Receipt,
      await rosa.post('/contact-requests', { ...refill('maya-delgado') }),
      201,
    );
    assert.equal(thread.subject.name, 'Maya Delgado');
    assert.equal(message.author.name, 'Rosa Delgado');
    assert.equal(message.onBehalfOf?.name, 'Maya Delgado');
  });

  it('is claimed, routed, answered and closed, and everybody sees by whom', async () => {
    const { sam, ana, june, lee } = shared.parts;
    const { id } = await sam.ask();
    const claimed = await ana.post(`/threads/${id}/claim`);
    assert.equal(contentOf(Thread, claimed, 200).custody.holder?.name, 'Ana Morales');
    const note = 'A doctor must decide.';
    const routed = await ana.post(`/threads/${id}/route`, { to: 'grace-lee', note });
    assert.equal(contentOf(Thread, routed, 200).custody.holder?.name, 'Dr. Grace Lee');
    assertProblem(await june.post(`/threads/${id}/claim`), 409, 'conflict');

    now += 60_000;
    contentOf(Message, await lee.post(`/threads/${id}/messages`, { body: 'It is at the pharmacy.' }), 201);
    const answered = await read(sam, id);
    assert.equal(answered.turn, 'patient');
    assert.equal(answered.dueAt, undefined);
    assert.equal(answered.unread, 1);
    assert.equal(answered.lastMessage?.snippet, 'It is at the pharmacy.');
    assert.equal(answered.custody.holder?.name, 'Dr. Grace Lee');

    const closed = contentOf(Thread, await lee.post(`/threads/${id}/close`, { note: 'Refilled.' }), 200);
    assert.equal(closed.state, 'closed');
    assert.equal(closed.turn, 'nobody');
    const trail = (await entries(sam, id)).items
      .filter((entry): entry is ThreadEvent => entry.type === 'event')
      .map(({ kind, actor, to, note: why }) => [kind, actor.name, to?.name, why]);
    assert.deepEqual(trail, [
      ['closed', 'Dr. Grace Lee', undefined, 'Refilled.'],
      ['routed', 'Ana Morales', 'Dr. Grace Lee', note],
      ['assigned', 'Ana Morales', 'Ana Morales', undefined],
    ]);
  });

  it('refuses words and hand-overs once it is closed', async () => {
    const { sam, ana } = shared.parts;
    const { id } = await sam.ask();
    contentOf(Thread, await ana.post(`/threads/${id}/close`, { note: 'Done.' }), 200);
    assertProblem(await sam.post(`/threads/${id}/messages`, { body: 'One more thing' }), 409, 'conflict');
    assertProblem(await ana.post(`/threads/${id}/messages`, { body: 'One more thing' }), 409, 'conflict');
    assertProblem(await ana.post(`/threads/${id}/claim`), 409, 'conflict');
    assertProblem(await ana.post(`/threads/${id}/close`, { note: 'Again' }), 409, 'conflict');
    assert.equal((await entries(sam, id)).items.length, 2);
  });

  it('owes an answer again when the patient replies, and not later when they write twice', async () => {
    const { sam, ana } = shared.parts;
    const { id } = await sam.ask();
    await ana.post(`/threads/${id}/messages`, { body: 'Which pharmacy?' });
    now += 86_400_000;
    const later = await callerOf(shared.server, 'sam-okafor');
    contentOf(Message, await later.post(`/threads/${id}/messages`, { body: 'Corner Pharmacy.' }), 201);
    const asked = await read(later, id);
    assert.equal(asked.turn, 'practice');
    // From Tuesday afternoon: Wednesday, and after two holidays Saturday until noon.
    assert.equal(asked.dueAt, '2026-11-28T20:00:00.000Z');
    now += 86_400_000;
    const muchLater = await callerOf(shared.server, 'sam-okafor');
    contentOf(Message, await muchLater.post(`/threads/${id}/messages`, { body: 'On Alder Street.' }), 201);
    assert.equal((await read(muchLater, id)).dueAt, asked.dueAt);
  });

  it('gives the key of a message to its author and to nobody else', async () => {
    const { sam, ana } = shared.parts;
    const { id } = await sam.ask();
    const key = 'key-of-sam-1';
    await sam.post(`/threads/${id}/messages`, { body: 'Hello' }, { key });
    const newest = async (caller: Caller) => (await entries(caller, id)).items[0] as Message;
    assert.equal((await newest(sam)).key, key);
    assert.equal((await newest(ana)).key, undefined);
  });

  it('changes nothing when someone takes what they have already', async () => {
    const { sam, ana } = shared.parts;
    const { id } = await sam.ask();
    const first = contentOf(Thread, await ana.post(`/threads/${id}/claim`), 200);
    const second = contentOf(Thread, await ana.post(`/threads/${id}/claim`), 200);
    assert.equal(second.version, first.version);
  });

  it('is not overwritten by someone who has not seen its last change', async () => {
    const { sam, ana, june } = shared.parts;
    const { id, version } = await sam.ask();
    const seen = await june.get(`/threads/${id}`);
    assert.equal(seen.headers.get('etag'), `"${version}"`);
    const ifMatch = `"${version}"`;
    const claimed = await ana.post(`/threads/${id}/claim`, undefined, { ifMatch });
    const { version: next } = contentOf(Thread, claimed, 200);
    assert.notEqual(next, version);
    assert.equal(claimed.headers.get('etag'), `"${next}"`);
    assertProblem(await june.post(`/threads/${id}/claim`, undefined, { ifMatch }), 412, 'stale');
    const routing = { to: 'june-carter', note: 'For June.' };
    assertProblem(await june.post(`/threads/${id}/route`, routing, { ifMatch: 'nonsense' }), 412, 'stale');
    contentOf(Thread, await june.post(`/threads/${id}/route`, routing, { ifMatch: '*' }), 200);
  });

  it('is not handed to a doctor who answers by phone', async () => {
    const { sam, ana } = shared.parts;
    const { id } = await sam.ask();
    const route = (to: string, note = 'Please') => ana.post(`/threads/${id}/route`, { to, note });
    assertProblem(await route('leila-haddad'), 422, 'invalid', 'to');
    assertProblem(await route('nobody-here'), 422, 'invalid', 'to');
    assertProblem(await route('sam-okafor'), 422, 'invalid', 'to');
    assertProblem(await route('grace-lee', '  '), 422, 'invalid', 'note');
    assert.equal((await read(ana, id)).custody.state, 'waiting');
  });
});
