import assert from 'node:assert/strict';
import { it } from 'node:test';
import { Entry, Medication, Message, pageOf, Receipt, Session, Thread } from 'carethread/model';
import type { Delivery } from '../../demo/server/guests/deliver.js';
import { startReferenceServer } from '../support/reference-server.js';
import { assertProblem, callerOf, callerWith, contentOf, type Answer, type Caller } from './caller.js';
import { onEachDatabase, sharedServer } from './each-database.js';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const jo = { name: 'Jo Park', birthDate: '1988-03-04', phone: '+1 206 555 0170' };
const words = { reason: 'something-else', answers: [], body: 'Do you take new patients?' };

onEachDatabase('Somebody without an account', (database) => {
  let now = Date.parse('2026-11-23T22:34:00Z');
  const sent: Delivery[] = [];
  const deliver = async (delivery: Delivery) => void sent.push(delivery);
  const shared = sharedServer(
    () => ({ database, clock: () => now, deliver, guestsPerMinute: 1000, answerUrl: 'https://practice.example/answer' }),
    async (server) => ({ ana: await callerOf(server, 'ana-morales') }),
  );

  async function post(path: string, body: unknown): Promise<Answer> {
    const response = await fetch(shared.server.url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return { status: response.status, headers: response.headers, text: await response.text() };
  }

  /** Asks for a code: the guest's id, and the code as it was sent. */
  async function asked(said: unknown = jo): Promise<{ guest: string; code: string }> {
    const answer = await post('/guests', said);
    assert.equal(answer.status, 202, answer.text);
    const { guest } = JSON.parse(answer.text) as { guest: string };
    assert.equal(answer.text, JSON.stringify({ guest }));
    return { guest, code: /\b\d{6}\b/.exec(sent.at(-1)!.text)![0] };
  }

  async function entered(said: unknown = jo) {
    const { guest, code } = await asked(said);
    const answer = await post(`/guests/${guest}/verify`, { code });
    assert.equal(answer.status, 200, answer.text);
    return callerWith(shared.server, (JSON.parse(answer.text) as { token: string }).token);
  }

  async function linkTo(count: number): Promise<string> {
    while (sent.filter(({ kind }) => kind === 'link').length < count) await new Promise((resolve) => setTimeout(resolve, 10));
    return sent.filter(({ kind }) => kind === 'link')[count - 1]!.text;
  }

  it('writes for themselves and sees that one thread only', async () => {
    const guest = await entered();
    const { me, subjects } = await guest.read(Session, '/session');
    assert.equal(me.name, 'Jo Park');
    assert.equal(me.kind, 'patient');
    assert.deepEqual(subjects.map(({ id, relationship }) => [id, relationship]), [[me.id, 'self']]);
    const { thread } = contentOf(Receipt, await guest.post('/contact-requests', { ...words, subject: me.id }), 201);
    assertProblem(await guest.post('/contact-requests', { ...words, subject: 'sam-okafor' }), 422, 'invalid', 'subject');
    assert.deepEqual((await guest.read(pageOf(Medication), `/people/medications?subject=${me.id}`)).items, []);
    const other = await entered({ ...jo, phone: '+1 206 555 0171' });
    assert.deepEqual((await other.read(pageOf(Thread), '/threads')).items, []);
    assertProblem(await other.get(`/threads/${thread.id}`), 404, 'not-found');
    assertProblem(await guest.get('/queue?box=waiting'), 403, 'forbidden');
  });

  it('is told of an answer by a link without a word of it, which opens the thread once', { timeout: 30_000 }, async () => {
    const guest = await entered({ ...jo, phone: undefined, email: 'Jo@Example.com' });
    const { me } = await guest.read(Session, '/session');
    const { thread } = contentOf(Receipt, await guest.post('/contact-requests', { ...words, subject: me.id }), 201);
    const before = sent.filter(({ kind }) => kind === 'link').length;
    const { ana } = shared.parts;
    contentOf(Message, await ana.post(`/threads/${thread.id}/messages`, { body: 'Yes, zebrafinch.' }), 201);
    const text = await linkTo(before + 1);
    assert.equal(sent.at(-1)!.to, 'jo@example.com');
    assert.match(text, /^You have news from Alder Street Family Practice\. .*https:\/\/practice\.example\/answer#[\w-]{43}$/);
    const token = text.split('#')[1]!;
    const opened = JSON.parse((await post('/guest-links', { token })).text) as { token: string; thread: string };
    assert.equal(opened.thread, thread.id);
    const again = callerWith(shared.server, opened.token);
    assert.equal((await again.read(Thread, `/threads/${thread.id}`)).lastMessage?.snippet, 'Yes, zebrafinch.');
    assertProblem(await post('/guest-links', { token }), 404, 'not-found');
    await ana.post(`/threads/${thread.id}/messages`, { body: 'And more.' });
    const late = (await linkTo(before + 2)).split('#')[1]!;
    now += 7 * DAY;
    assertProblem(await post('/guest-links', { token: late }), 404, 'not-found');
  });

  it('enters with the right code only, once, within ten minutes and five tries', async () => {
    const { guest, code } = await asked({ ...jo, phone: '+1 206 555 0180' });
    const wrong = code === '000000' ? '000001' : '000000';
    for (let count = 0; count < 4; count++) {
      assertProblem(await post(`/guests/${guest}/verify`, { code: wrong }), 422, 'invalid', 'code');
    }
    const both = await Promise.all([1, 2].map(() => post(`/guests/${guest}/verify`, { code })));
    assert.deepEqual(both.map(({ status }) => status).sort(), [200, 409]);

    const tired = await asked({ ...jo, phone: '+1 206 555 0181' });
    const tries = await Promise.all(
      Array.from({ length: 8 }, () => post(`/guests/${tired.guest}/verify`, { code: tired.code === wrong ? '111111' : wrong })),
    );
    assert.equal(tries.filter(({ status }) => status === 422).length, 5);
    assertProblem(await post(`/guests/${tired.guest}/verify`, { code: tired.code }), 409, 'conflict');

    const late = await asked({ ...jo, phone: '+1 206 555 0182' });
    now += 10 * MINUTE;
    assertProblem(await post(`/guests/${late.guest}/verify`, { code: late.code }), 409, 'conflict');
    assertProblem(await post('/guests/nobody/verify', { code: '123456' }), 409, 'conflict');
  });

  it('is answered alike whether the practice knows them or not, and an address is not flooded', async () => {
    await asked({ name: 'Sam Okafor', birthDate: '1981-04-12', phone: '+1 206 555 0190' });
    await asked({ name: 'Nobody Here', birthDate: '1981-04-12', phone: '+1 206 555 0191' });
    for (let count = 0; count < 4; count++) await asked({ ...jo, phone: '+1 (206) 555-0190' });
    for (const phone of ['+12065550190', '12065550190']) {
      assertProblem(await post('/guests', { ...jo, phone }), 429, 'rate-limited');
    }
    const before = sent.length;
    const burst = await Promise.all(Array.from({ length: 12 }, () => post('/guests', { ...jo, phone: '+1 206 555 0192' })));
    assert.equal(burst.filter(({ status }) => status === 202).length, 5);
    assert.equal(sent.length, before + 5);
  });

  it('is asked no more often by an address of the net for having a session', async (test) => {
    const server = await startReferenceServer({ database, deliver, guestsPerMinute: 3 });
    test.after(() => server.close());
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${await server.signIn('sam-okafor')}` };
    const ask = async (given: Record<string, string>, index: number) => {
      const body = JSON.stringify({ ...jo, phone: `+1 206 555 02${10 + index}` });
      return (await fetch(`${server.url}/guests`, { method: 'POST', headers: given, body })).status;
    };
    const statuses: number[] = [];
    for (let index = 0; index < 4; index++) {
      statuses.push(await ask(index < 3 ? { 'content-type': 'application/json' } : headers, index));
    }
    assert.deepEqual(statuses, [202, 202, 202, 429]);
  });

  it('is never taken for the patient of that name: staff, and only staff, read who they said they are', async () => {
    const guest = await entered({ name: 'Sam Okafor', birthDate: '1990-01-02', email: 'other@example.com' });
    const { me } = await guest.read(Session, '/session');
    assert.equal(me.title, 'guest, identity not checked');
    const { thread, message } = contentOf(Receipt, await guest.post('/contact-requests', { ...words, subject: me.id }), 201);
    const ana = await callerOf(shared.server, 'ana-morales');
    assert.equal((await ana.read(Thread, `/threads/${thread.id}`)).subject.title, 'guest, identity not checked');
    const first = async (caller: Caller) => (await caller.read(pageOf(Entry), `/threads/${thread.id}/entries`)).items.at(-1);
    const read = await first(ana);
    assert.ok(read?.type === 'message');
    const said = { label: 'Written as a guest', value: '1990-01-02, other@example.com, identity not checked' };
    assert.deepEqual(read.answers, [said]);
    const own = await first(guest);
    assert.deepEqual([own?.type === 'message' && own.answers, message.answers], [[], []]);
    for (const text of ['1990-01-02', 'other@example.com']) assert.deepEqual((await ana.search({ text })).items, []);
  });

  it('is told by a link when the practice closes, when it has called, and when it is over', { timeout: 30_000 }, async () => {
    const guest = await entered({ ...jo, phone: undefined, email: 'ends@example.com' });
    const { me } = await guest.read(Session, '/session');
    const ana = await callerOf(shared.server, 'ana-morales');
    const asks = async () => contentOf(Receipt, await guest.post('/contact-requests', { ...words, subject: me.id }), 201).thread.id;
    let count = sent.filter(({ kind }) => kind === 'link').length;
    const [closed, called] = [await asks(), await asks()];
    contentOf(Thread, await ana.post(`/threads/${closed}/close`, { note: 'Call us.' }), 200);
    await linkTo(++count);
    contentOf(Thread, await ana.post(`/threads/${called}/call`, { outcome: 'no-answer', note: 'Nobody there.' }), 200);
    contentOf(Thread, await ana.post(`/threads/${called}/call`, { outcome: 'reached', note: 'All said.' }), 200);
    await linkTo(++count);
    assert.equal(sent.filter(({ kind }) => kind === 'link').length, count);
  });

  it('gets another link to the same address for one that was used or has ended, once', { timeout: 30_000 }, async () => {
    const guest = await entered({ ...jo, phone: undefined, email: 'lost@example.com' });
    const { me } = await guest.read(Session, '/session');
    const ana = await callerOf(shared.server, 'ana-morales');
    const { thread } = contentOf(Receipt, await guest.post('/contact-requests', { ...words, subject: me.id }), 201);
    let count = sent.filter(({ kind }) => kind === 'link').length;
    await ana.post(`/threads/${thread.id}/messages`, { body: 'Yes.' });
    const token = (await linkTo(++count)).split('#')[1]!;
    const again = (lost: string) => post('/guest-links/again', { token: lost });
    assert.equal((await post('/guest-links', { token })).status, 200);
    const real = await again(token);
    assert.deepEqual([real.status, real.text], [202, '']);
    const second = (await linkTo(++count)).split('#')[1]!;
    assert.equal(sent[0] && sent.findLast(({ kind }) => kind === 'link')!.to, 'lost@example.com');
    now += 7 * DAY;
    assertProblem(await post('/guest-links', { token: second }), 404, 'not-found');
    for (const lost of [token, 'x'.repeat(43), second]) {
      const answer = await again(lost);
      assert.deepEqual([answer.status, answer.text], [202, '']);
    }
    const third = (await linkTo(++count)).split('#')[1]!;
    const opened = JSON.parse((await post('/guest-links', { token: third })).text) as { thread: string };
    assert.equal(opened.thread, thread.id);
    assert.equal(sent.filter(({ kind }) => kind === 'link').length, count);
  });

  it('I01 is refused by what is wrong', async () => {
    const bad: [unknown, number, string][] = [
      [{ ...jo, name: ' ' }, 422, 'name'],
      [{ ...jo, name: 'a\0b' }, 422, 'name'],
      [{ ...jo, birthDate: '1988-02-31' }, 400, 'birthDate'],
      [{ ...jo, birthDate: '2999-01-01' }, 422, 'birthDate'],
      [{ ...jo, phone: 'call me' }, 422, 'phone'],
      [{ ...jo, phone: '.....' }, 422, 'phone'],
      [{ ...jo, phone: undefined }, 422, 'phone'],
      [{ ...jo, email: 'jo@example.com' }, 422, 'phone'],
      [{ ...jo, phone: undefined, email: 'jo@example' }, 422, 'email'],
      [{ ...jo, staff: true }, 400, 'staff'],
    ];
    for (const [said, status, field] of bad) assertProblem(await post('/guests', said), status, 'invalid', field);
  });
});
