import assert from 'node:assert/strict';
import { it, describe } from 'node:test';
import { Receipt } from 'carethread/model';
import { callerOf, contentOf } from './caller.js';
import { startChildServer } from './child-server.js';
import { refill } from './people.js';
import { temporaryFile } from './temporary-file.js';

const CANARY = 'canary-4711';

describe('The server’s log', () => {
  it('S08 names routes and codes, and nothing of whom or what it is about', { timeout: 60_000 }, async () => {
    const { file, remove } = temporaryFile();
    const server = await startChildServer({ DATABASE_FILE: file, LOG_LEVEL: 'trace' });
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
    await sam.get(`/${CANARY}?${CANARY}=${CANARY}`);
    await sam.get(`/people/care-team?subject=sam-okafor`);
    assert.equal(await server.end('SIGTERM'), 0);
    const log = server.log();
    assert.match(log, /"route":"\/threads\/:id\/entries","status":200/);
    for (const secret of [CANARY, thread.id, message.id, sam.token, 'sam-okafor', 'Okafor', 'refill', 'Lisinopril']) {
      assert.equal(log.toLowerCase().includes(secret.toLowerCase()), false, `${secret} is in the log`);
    }
    remove();
  });
});
