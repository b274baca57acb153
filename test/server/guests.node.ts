import assert from 'node:assert/strict';
import { it } from 'node:test';
import { Medication, Message, pageOf, Receipt, Session, Thread } from 'carethread/model';
import type { Delivery } from '../../demo/server/guests/deliver.js';
import { assertProblem, callerOf, callerWith, contentOf, type Answer } from './caller.js';
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
    assert.match(text, /^You have an answer from Alder Street Family Practice\. .*https:\/\/practice\.example\/answer#[\w-]{43}$/);
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
    assertProblem(await post('/guests', { ...jo, phone: '+12065550190' }), 429, 'rate-limited');
  });

  it('I01 is refused by what is wrong', async () => {
    const bad: [unknown, number, string][] = [
      [{ ...jo, name: ' ' }, 422, 'name'],
      [{ ...jo, name: 'a\0b' }, 422, 'name'],
      [{ ...jo, birthDate: '1988-02-31' }, 400, 'birthDate'],
      [{ ...jo, birthDate: '2999-01-01' }, 422, 'birthDate'],
      [{ ...jo, phone: 'call me' }, 422, 'phone'],
      [{ ...jo, phone: undefined }, 422, 'phone'],
      [{ ...jo, email: 'jo@example.com' }, 422, 'phone'],
      [{ ...jo, phone: undefined, email: 'jo@example' }, 422, 'email'],
      [{ ...jo, staff: true }, 400, 'staff'],
    ];
    for (const [said, status, field] of bad) assertProblem(await post('/guests', said), status, 'invalid', field);
  });
});
