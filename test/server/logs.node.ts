import assert from 'node:assert/strict';
import { it, describe } from 'node:test';
import { Receipt } from 'carethread/model';
import Fastify from 'fastify';
import { sendProblem } from '../../demo/server/problems.js';
import { callerOf, contentOf } from './caller.js';
import { startChildServer } from './child-server.js';
import { refill } from './people.js';
import { temporaryFile } from './temporary-file.js';

const CANARY = 'canary-4711';

describe('The server’s log', () => {
  it('S08 names routes and codes, and nothing of whom or what it is about', { timeout: 60_000 }, async (test) => {
    const { file, remove } = temporaryFile();
    test.after(remove);
    const server = await startChildServer(test, { DATABASE_FILE: file, LOG_LEVEL: 'trace' });
    const sam = await callerOf(server, 'sam-okafor');
    const { thread, message } = contentOf(
      Receipt,
      await sam.post('/contact-requests', { ...refill(), body: CANARY }, { key: `${CANARY}-key` }),
      201,
    );
    await sam.get(`/threads/${thread.id}/entries`);
    await sam.post(`/threads/${thread.id}/messages`, { body: `${CANARY}\0` });
    await sam.post('/contact-requests', { ...refill(), [CANARY]: 1 });
    await sam.get(`/threads/${CANARY}`);
    await sam.search({ text: CANARY });
    await sam.post('/threads/search', { text: `${CANARY}\0`, [CANARY]: 1 });
    await sam.put(`/threads/${thread.id}/messages/${message.id}`, { body: `${CANARY} changed` });
    await fetch(`${server.url}/guests`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name: CANARY, birthDate: '1988-03-04', email: `${CANARY}@example.com` }),
    });
    await sam.post('/results/search', { subject: 'sam-okafor', text: CANARY });
    await sam.post('/results/history', { subject: 'sam-okafor', code: CANARY });
    await sam.post('/results/lipids/corrections', { wrong: CANARY, right: `${CANARY}\0` });
    await sam.post('/results/lipids/corrections', { wrong: CANARY, right: CANARY });
    await sam.get(`/attachments/${CANARY}`);
    await sam.get(`/${CANARY}?${CANARY}=${CANARY}`);
    await sam.get(`/people/care-team?subject=sam-okafor`);
    assert.equal(await server.end('SIGTERM'), 0);
    const log = server.log();
    assert.match(log, /"route":"\/threads\/:id\/entries","status":200/);
    assert.match(log, /"route":"\/results\/:result\/corrections","status":200/);
    for (const secret of [CANARY, 'lipids', 'Cholesterol', thread.id, message.id, sam.token, 'sam-okafor', 'Okafor', 'refill', 'Lisinopril']) {
      assert.equal(log.toLowerCase().includes(secret.toLowerCase()), false, `${secret} is in the log`);
    }
  });

  it('S08 tells where something unexpected broke, and not with what', async () => {
    const lines: string[] = [];
    const app = Fastify({ logger: { stream: { write: (line: string) => lines.push(line) } } });
    app.setErrorHandler(sendProblem);
    app.get('/', () => {
      throw Object.assign(new TypeError(CANARY), { code: '23505', detail: CANARY });
    });
    const response = await app.inject('/');
    assert.equal(response.statusCode, 500);
    assert.equal(response.json<{ code: string }>().code, 'unavailable');
    const log = lines.join('');
    assert.match(log, /"kind":"TypeError","code":"23505"/);
    assert.match(log, /logs\.node/);
    assert.equal(`${log}${response.body}`.includes(CANARY), false);
  });
});
