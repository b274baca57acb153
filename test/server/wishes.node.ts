import assert from 'node:assert/strict';
import { beforeEach, it } from 'node:test';
import { Entry, pageOf, Practice, QueueItem, Receipt, Thread, type PersonId } from 'carethread/model';
import { checkPracticeFile } from '../../demo/server/directory/practice-file.js';
import { demoPractice } from '../support/reference-server.js';
import { assertProblem, callerOf, contentOf } from './caller.js';
import { onEachDatabase, sharedServer } from './each-database.js';
import { refill } from './people.js';

// Monday 2026-11-23, 14:34 in Los Angeles.
const monday = Date.parse('2026-11-23T22:34:00Z');

const question = (subject: string, rest: object = {}) => ({
  reason: 'medical-question',
  subject,
  answers: [{ field: 'since', value: 'days' }],
  body: 'It itches.',
  redFlags: 'none',
  ...rest,
});

onEachDatabase('A contact request', (database) => {
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
    }),
  );

  it('says how one wants to be answered, and staff and patient both see it', async () => {
    const { sam, ana } = shared.parts;
    const reply = { channel: 'phone', from: 'anyone', phone: '+1 206 555 0170', windows: ['12:00-13:00'] };
    const { thread } = contentOf(Receipt, await sam.post('/contact-requests', question('sam-okafor', { reply })), 201);
    assert.deepEqual(thread.reply, reply);
    assert.deepEqual((await ana.read(Thread, `/threads/${thread.id}`)).reply, reply);
    const video = { ...reply, channel: 'video', from: 'nurse' };
    const other = contentOf(Receipt, await sam.post('/contact-requests', question('sam-okafor', { reply: video })), 201);
    assert.deepEqual(other.thread.reply, { channel: 'video', from: 'nurse', windows: [] });
  });

  it('is refused by the part of the wish that cannot be honoured', async () => {
    const { sam } = shared.parts;
    const wish = { channel: 'phone', from: 'anyone', phone: '+1 206 555 0170', windows: [] as string[] };
    const bad: [object, string][] = [
      [{ ...wish, channel: 'visit' }, 'reply.channel'],
      [{ ...wish, channel: 'pigeon' }, 'reply.channel'],
      [{ ...wish, from: 'wizard' }, 'reply.from'],
      [{ ...wish, phone: undefined }, 'reply.phone'],
      [{ ...wish, phone: 'call me' }, 'reply.phone'],
      [{ ...wish, phone: '(12) 34--' }, 'reply.phone'],
      [{ ...wish, windows: ['12:00-14:00'] }, 'reply.windows'],
      [{ ...wish, windows: ['noon'] }, 'reply.windows'],
    ];
    for (const [reply, field] of bad) {
      assertProblem(await sam.post('/contact-requests', question('sam-okafor', { reply })), 422, 'invalid', field);
    }
    const unoffered = { ...refill(), reply: { channel: 'phone', from: 'anyone', phone: wish.phone, windows: [] } };
    assertProblem(await sam.post('/contact-requests', unoffered), 422, 'invalid', 'reply.channel');
    const plain = { ...refill(), reply: { channel: 'message', from: 'doctor', windows: [] } };
    assertProblem(await sam.post('/contact-requests', plain), 422, 'invalid', 'reply.from');
  });

  it('begins with the signs of danger that were asked, those of a child for a child', async () => {
    const { sam, rosa } = shared.parts;
    const adult = contentOf(Receipt, await sam.post('/contact-requests', question('sam-okafor')), 201).message.answers[0];
    assert.equal(adult?.label, 'Signs of danger');
    assert.match(adult.value, /^None of: Do you have pain or pressure in your chest\?; Is it hard/);
    const child = contentOf(Receipt, await rosa.post('/contact-requests', question('leo-delgado')), 201).message.answers[0];
    assert.match(child!.value, /^None of: Is your child hard to wake/);
    const unasked = question('sam-okafor', { redFlags: undefined });
    assertProblem(await sam.post('/contact-requests', unasked), 422, 'invalid', 'redFlags');
    assertProblem(await sam.post('/contact-requests', question('sam-okafor', { redFlags: 'some' })), 400, 'invalid', 'redFlags');
  });

  it('asks as of an adult from the midnight of the birthday, by the practice’s clock', async () => {
    const signs = async () => {
      const caller = await callerOf(shared.server, 'rosa-delgado');
      return contentOf(Receipt, await caller.post('/contact-requests', question('leo-delgado')), 201).message.answers[0]!.value;
    };
    // Leo was born on 2017-02-19; Los Angeles is eight hours behind.
    now = Date.parse('2035-02-19T07:59:00Z');
    assert.match(await signs(), /your child/);
    now = Date.parse('2035-02-19T08:01:00Z');
    assert.doesNotMatch(await signs(), /your child/);
  });

  it('is for a colleague who answers messages, who is then to read it first', async () => {
    const { sam, ana } = shared.parts;
    for (const recipient of ['leila-haddad', 'rosa-delgado', 'nobody']) {
      assertProblem(await sam.post('/contact-requests', { ...refill(), recipient }), 422, 'invalid', 'recipient');
    }
    const { id } = await sam.ask({ ...refill(), recipient: 'grace-lee' });
    const { items } = await ana.read(pageOf(QueueItem), '/queue?box=waiting&limit=100');
    assert.equal(items.find(({ thread }) => thread.id === id)?.receiver?.name, 'Dr. Grace Lee');
  });

  it('that nobody is named for lies in the catch-all until somebody takes it', async () => {
    const { sam, ana } = shared.parts;
    const named = await sam.ask();
    const { id } = await sam.ask({ reason: 'something-else', subject: 'sam-okafor', answers: [], body: 'Hello' });
    const box = async (name: string) => (await ana.read(pageOf(QueueItem), `/queue?box=${name}&limit=100`)).items;
    const items = await box('catch-all');
    assert.deepEqual(items.map(({ thread, receiver }) => [thread.id, receiver]), [[id, undefined]]);
    assert.ok((await box('waiting')).some(({ thread }) => thread.id === id));
    assert.equal((await box('waiting')).find(({ thread }) => thread.id === named.id)?.receiver?.name, 'Ana Morales');
    await ana.post(`/threads/${id}/claim`);
    assert.deepEqual(await box('catch-all'), []);
  });

  it('answers with windows of one’s own or those offered, and with no file yet', async () => {
    const { sam } = shared.parts;
    const bill = (value: unknown) => ({
      reason: 'bill',
      subject: 'sam-okafor',
      answers: [{ field: 'call-times', value }],
      body: 'About my bill',
    });
    const { message } = contentOf(Receipt, await sam.post('/contact-requests', bill(['08:00-09:30', '12:00-24:00'])), 201);
    assert.deepEqual(message.answers, [{ label: 'When can we call you?', value: '08:00-09:30, 12:00-24:00' }]);
    for (const value of ['08:00-09:30', ['9-10'], ['10:00-09:00'], ['08:00-09:30', '08:00-09:30']]) {
      assertProblem(await sam.post('/contact-requests', bill(value)), 422, 'invalid', 'answers.0.value');
    }
  });
});

onEachDatabase('A practice by its file and its word', (database) => {
  let now = monday;
  const shared = sharedServer(
    async () => {
      const file = structuredClone(await demoPractice());
      Object.assign(file.practices[0]!, { messaging: { state: 'open', outsideHours: 'refused' } });
      file.practices[0]!.reasons.find(({ id }) => id === 'bill')!.receiver!.first = 'leila-haddad' as PersonId;
      file.practices[0]!.reasons.find(({ id }) => id === 'medical-question')!.promptRequired = false;
      return { database, clock: () => now, practiceFile: checkPracticeFile(file) };
    },
    async (server) => ({ sam: await callerOf(server, 'sam-okafor'), ana: await callerOf(server, 'ana-morales') }),
  );

  it('names in the catch-all whom a reason names, though they answer by phone only', async () => {
    const { sam, ana } = shared.parts;
    const { id } = await sam.ask({ reason: 'bill', subject: 'sam-okafor', answers: [], body: 'About my bill' });
    const { items } = await ana.read(pageOf(QueueItem), '/queue?box=catch-all');
    assert.deepEqual(items.map(({ thread, receiver }) => [thread.id, receiver?.name]), [[id, 'Dr. Leila Haddad']]);
  });

  it('sums no request up by the signs of danger, without words of its own either', async () => {
    const { sam } = shared.parts;
    const { thread } = contentOf(Receipt, await sam.post('/contact-requests', question('sam-okafor', { body: '' })), 201);
    assert.equal(thread.lastMessage?.snippet, 'A few days ago');
  });

  it('takes none from patients while it is paused, nor when it is closed, and some again afterwards', async () => {
    const { sam, ana } = shared.parts;
    const { id } = await sam.ask();
    const { next } = JSON.parse((await sam.get('/changes')).text) as { next: string };
    const pause = { until: '2026-11-23T23:00:00Z', note: 'We move house.' };
    assertProblem(await sam.put('/practice/pause', pause), 403, 'forbidden');
    assertProblem(await ana.put('/practice/pause', { until: '2026-11-23T22:00:00Z' }), 422, 'invalid', 'until');
    const paused = contentOf(Practice, await ana.put('/practice/pause', pause), 200);
    assert.deepEqual(paused.messaging, { state: 'paused', ...pause, outsideHours: 'refused' });
    assert.deepEqual((await sam.read(Practice, '/practice')).messaging, paused.messaging);
    const changes = JSON.parse((await sam.get(`/changes?since=${next}`)).text) as { changes: unknown };
    assert.deepEqual(changes.changes, [{ kind: 'practice' }]);

    assertProblem(await sam.post('/contact-requests', refill()), 409, 'conflict');
    const [message] = (await sam.read(pageOf(Entry), `/threads/${id}/entries`)).items;
    assertProblem(await sam.put(`/threads/${id}/messages/${message!.id}`, { body: 'Changed' }), 409, 'conflict');
    assertProblem(await sam.post(`/threads/${id}/messages`, { body: 'Hello' }), 409, 'conflict');
    assert.equal((await ana.post(`/threads/${id}/messages`, { body: 'Staff can write.' })).status, 201);

    now = Date.parse(pause.until);
    assert.equal((await sam.post(`/threads/${id}/messages`, { body: 'The pause is over.' })).status, 201);
    contentOf(Practice, await ana.put('/practice/pause', {}), 200);
    assertProblem(await sam.post(`/threads/${id}/messages`, { body: 'Hello' }), 409, 'conflict');
    const resumed = contentOf(Practice, await ana.delete('/practice/pause'), 200);
    assert.deepEqual(resumed.messaging, { state: 'open', outsideHours: 'refused' });
    assert.equal((await sam.post(`/threads/${id}/messages`, { body: 'Open again.' })).status, 201);
    // 20:00 in Los Angeles.
    now = Date.parse('2026-11-24T04:00:00Z');
    assertProblem(await sam.post(`/threads/${id}/messages`, { body: 'Late' }), 409, 'conflict');
  });
});
