import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { it, type TestContext } from 'node:test';
import { Message, Session } from 'carethread/model';
import { demoPractice, startReferenceServer } from '../support/reference-server.js';
import { signInAt } from '../support/sign-in.js';
import { callerOf, callerWith, contentOf } from './caller.js';
import { onEachDatabase } from './each-database.js';
import { lastingDatabase } from './lasting-database.js';
import { refill } from './people.js';

const SECRET = 'a secret of both sides';
const LIMIT = { timeout: 60_000 };

interface Call {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** The practice's own system: answers with one status after the other, and then with the last. */
async function listener(test: TestContext, ...statuses: number[]) {
  const calls: Call[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      calls.push({ headers: request.headers, body });
      response.writeHead(statuses[Math.min(calls.length, statuses.length) - 1]!, { location: '/elsewhere' }).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  test.after(() => server.close());
  const reached = async (count: number) => {
    while (calls.length < count) await new Promise((resolve) => setTimeout(resolve, 10));
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`, calls, reached };
}

onEachDatabase('The practice’s own system', (database) => {
  async function answered(url: string) {
    const signIn = (person: string) => callerOf({ url, signIn: (who) => signInAt(url, who) }, person);
    const sam = await signIn('sam-okafor');
    const ana = await signIn('ana-morales');
    const { id } = await sam.ask();
    contentOf(Message, await ana.post(`/threads/${id}/messages`, { body: 'It is zebrafinch.' }), 201);
    return id;
  }

  it('is told of an answer, signed and without a word of it', LIMIT, async (test) => {
    const hook = await listener(test, 200);
    const server = await startReferenceServer({ ...lastingDatabase(test, database), webhook: { url: hook.url, secret: SECRET }, lookEvery: 20 });
    test.after(() => server.close());
    const thread = await answered(server.url);
    await hook.reached(1);
    const [{ headers, body }] = hook.calls as [Call];
    const told = JSON.parse(body) as Record<string, string>;
    assert.deepEqual(Object.keys(told), ['event', 'thread', 'person', 'at']);
    assert.deepEqual([told.event, told.thread, told.person], ['answer', thread, 'sam-okafor']);
    const [, seconds, signature] = /^t=(\d+),v1=([\da-f]{64})$/.exec(String(headers['carethread-signature']))!;
    assert.equal(signature, createHmac('sha256', SECRET).update(`${seconds!}.${body}`).digest('hex'));
    assert.ok(Math.abs(Number(seconds) - Date.now() / 1000) < 60);
    await new Promise((resolve) => setTimeout(resolve, 300));
    assert.equal(hook.calls.length, 1);
  });

  it('is told five times at most when it fails, is never followed elsewhere, and holds no answer up', LIMIT, async (test) => {
    const hook = await listener(test, 500, 302);
    const server = await startReferenceServer({
      ...lastingDatabase(test, database),
      webhook: { url: hook.url, secret: SECRET },
      lookEvery: 5,
      waitToTell: () => 0,
    });
    test.after(() => server.close());
    await answered(server.url);
    await hook.reached(5);
    await new Promise((resolve) => setTimeout(resolve, 300));
    assert.equal(hook.calls.length, 5);
  });

  it('is told in time though somebody else’s news hangs, and the server ends though they do', LIMIT, async (test) => {
    const hook = await listener(test, 204);
    let hung = 0;
    let code = '';
    const server = await startReferenceServer({
      database,
      webhook: { url: hook.url, secret: SECRET },
      lookEvery: 20,
      tellWithin: 300,
      deliver: ({ kind, text }) => {
        if (kind === 'link') hung++;
        else code = /\d{6}/.exec(text)![0];
        return kind === 'link' ? new Promise(() => {}) : Promise.resolve();
      },
    });
    const post = async (path: string, body: unknown) => {
      const headers = { 'content-type': 'application/json' };
      const response = await fetch(server.url + path, { method: 'POST', headers, body: JSON.stringify(body) });
      return (await response.json()) as Record<string, string>;
    };
    const { guest } = await post('/guests', { name: 'Jo Park', birthDate: '1988-03-04', email: 'jo@example.com' });
    const jo = callerWith(server, (await post(`/guests/${guest!}/verify`, { code })).token!);
    const { me } = await jo.read(Session, '/session');
    const question = await jo.ask({ reason: 'something-else', subject: me.id, answers: [], body: 'Hello' });
    const ana = await callerOf(server, 'ana-morales');
    await ana.post(`/threads/${question.id}/messages`, { body: 'Hello' });
    while (hung === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    const thread = await answered(server.url);
    await hook.reached(2);
    assert.ok(hook.calls.some(({ body }) => (JSON.parse(body) as { thread: string }).thread === thread));
    await server.close();
  });

  it('is told of whom the answer is for: the last who wrote and may still read it', LIMIT, async (test) => {
    const where = lastingDatabase(test, database);
    const first = await startReferenceServer(where);
    const { id } = await (await callerOf(first, 'rosa-delgado')).ask(refill('maya-delgado'));
    await first.close();
    const practiceFile = structuredClone(await demoPractice());
    practiceFile.practices[0]!.patients.find((one) => one.id === 'rosa-delgado')!.actsFor = [];
    const hook = await listener(test, 204);
    const second = await startReferenceServer({ ...where, practiceFile, webhook: { url: hook.url, secret: SECRET }, lookEvery: 20 });
    test.after(() => second.close());
    await (await callerOf(second, 'ana-morales')).post(`/threads/${id}/messages`, { body: 'Ready.' });
    await hook.reached(1);
    assert.equal((JSON.parse(hook.calls[0]!.body) as { person: string }).person, 'maya-delgado');
  });

  it('is told after a restart what it could not be told before', LIMIT, async (test) => {
    const where = lastingDatabase(test, database);
    const deaf = await listener(test, 503);
    const first = await startReferenceServer({ ...where, webhook: { url: deaf.url, secret: SECRET }, waitToTell: () => 1 });
    const thread = await answered(first.url);
    await deaf.reached(1);
    await first.close();
    const hook = await listener(test, 204);
    const second = await startReferenceServer({ ...where, webhook: { url: hook.url, secret: SECRET }, lookEvery: 20 });
    test.after(() => second.close());
    await hook.reached(1);
    assert.equal((JSON.parse(hook.calls[0]!.body) as { thread: string }).thread, thread);
  });
});
