import assert from 'node:assert/strict';
import { request as httpRequest } from 'node:http';
import { it } from 'node:test';
import { Session } from 'carethread/model';
import { startReferenceServer, type ReferenceServer } from '../support/reference-server.js';
import { assertProblem, callerOf, contentOf, type Answer } from './caller.js';
import { onEachDatabase, sharedServer } from './each-database.js';

const HOURS = 60 * 60 * 1000;

async function ask({ url }: ReferenceServer, path: string, headers: Record<string, string> = {}): Promise<Answer> {
  const response = await fetch(url + path, { headers });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

onEachDatabase('The server’s doors', (database) => {
  let now = Date.parse('2026-11-23T22:34:00Z');
  const shared = sharedServer(
    () => ({ database, clock: () => now, allowedOrigins: ['https://practice.example'] }),
    async (server) => ({ sam: await callerOf(server, 'sam-okafor') }),
  );

  it('open to a good token for eight hours, and to nothing else', async () => {
    const { sam } = shared.parts;
    const { me, subjects } = await sam.read(Session, '/session');
    assert.equal(me.name, 'Sam Okafor');
    assert.deepEqual(
      subjects.map(({ name, relationship }) => [name, relationship]),
      [['Sam Okafor', 'self']],
    );
    const bad = ['', sam.token, 'Bearer', 'Bearer x', `Bearer ${sam.token}x`, `Bearer ${sam.token.slice(1)}`, 'Basic c2FtOg=='];
    for (const authorization of bad) {
      const answer = await ask(shared.server, '/session', { authorization });
      assertProblem(answer, 401, 'auth-required');
      assert.equal(answer.headers.get('www-authenticate'), 'Bearer');
    }
    now += 8 * HOURS - 1;
    assert.equal((await sam.get('/session')).status, 200);
    now += 1;
    assertProblem(await sam.get('/session'), 401, 'auth-required');
  });

  it('sign in whom the practice knows, and no small child', async () => {
    for (const person of ['nobody', 'maya-delgado']) {
      const response = await fetch(`${shared.server.url}/sign-in`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ person }),
      });
      const answer = { status: response.status, headers: response.headers, text: await response.text() };
      assertProblem(answer, 422, 'invalid', 'person');
    }
    const { items } = JSON.parse((await ask(shared.server, '/sign-in')).text) as { items: { name: string }[] };
    assert.equal(items.length, 6);
  });

  it('refuse the demo sign-in to whoever asks by another name than this machine’s', async () => {
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const request = httpRequest(`${shared.server.url}/sign-in`, { headers: { host: 'practice.example' } }, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      request.on('error', reject);
      request.end();
    });
    assert.equal(status, 403);
    const closed = await startReferenceServer({ database, demoSignIn: 'off' });
    assertProblem(await ask(closed, '/sign-in'), 403, 'forbidden');
    await closed.close();
  });

  it('let pages of named origins in, with the headers they need, and no other', async () => {
    const preflight = (origin: string) =>
      fetch(`${shared.server.url}/threads`, {
        method: 'OPTIONS',
        headers: {
          origin,
          'access-control-request-method': 'POST',
          'access-control-request-headers': 'authorization,content-type,idempotency-key,if-match',
        },
      });
    const allowed = await preflight('https://practice.example');
    assert.equal(allowed.headers.get('access-control-allow-origin'), 'https://practice.example');
    assert.match(allowed.headers.get('access-control-allow-headers') ?? '', /idempotency-key/i);
    const refused = await preflight('https://evil.example');
    assert.equal(refused.headers.get('access-control-allow-origin'), null);
    const answer = await ask(shared.server, '/health', { origin: 'https://practice.example' });
    const exposed = (answer.headers.get('access-control-expose-headers') ?? '').toLowerCase();
    for (const header of ['etag', 'retry-after', 'location', 'idempotent-replayed']) assert.ok(exposed.includes(header));
  });

  it('F05 make one person wait who asks too often, and say how long', async () => {
    const server = await startReferenceServer({ database, requestsPerMinute: 5 });
    const sam = await callerOf(server, 'sam-okafor');
    const rosa = await callerOf(server, 'rosa-delgado');
    const answers: Answer[] = [];
    for (let count = 0; count < 6; count++) answers.push(await sam.get('/session'));
    assert.deepEqual(
      answers.map(({ status }) => status),
      [200, 200, 200, 200, 200, 429],
    );
    assertProblem(answers[5]!, 429, 'rate-limited');
    assert.ok(Number(answers[5]!.headers.get('retry-after')) > 0);
    contentOf(Session, await rosa.get('/session'), 200);
    await server.close();
  });

  it('let one person search less often than ask, for it reads every message', async () => {
    const server = await startReferenceServer({ database, searchesPerMinute: 2 });
    const [ana, june] = [await callerOf(server, 'ana-morales'), await callerOf(server, 'june-carter')];
    const search = async () => (await ana.post('/threads/search', { text: 'zebrafinch' })).status;
    assert.deepEqual([await search(), await search(), await search()], [200, 200, 429]);
    assert.equal((await ana.get('/threads')).status, 200);
    assert.equal((await june.post('/threads/search', {})).status, 200);
    await server.close();
  });

  it('stay shut where any page may call and none is named that opens a guest’s link', async () => {
    await assert.rejects(startReferenceServer({ database, answerUrl: undefined }), /ANSWER_URL must say which page/);
  });

  it('keep answers out of every cache, and say not-found of what there is not', async () => {
    const answer = await ask(shared.server, '/nothing/here');
    assertProblem(answer, 404, 'not-found');
    assert.equal(answer.headers.get('cache-control'), 'no-store');
    assert.equal(answer.headers.get('x-content-type-options'), 'nosniff');
  });
});
