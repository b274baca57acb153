import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, it } from 'node:test';
import type { AdapterErrorCode } from '../../src/adapter/errors.js';
import type { GetToken } from '../../src/adapter/token.js';
import { newWords, once, patiently } from '../../src/conformance/steps.js';
import type { MessageId, ThreadId } from '../../src/model/id.js';
import { handClock } from '../support/clock.js';
import { failure, withBench } from './fault-bench.js';
import { answer } from './fault-proxy.js';
import { restAs, tokenOf } from './rest-backend.js';

const refused = answer(401);

/** A host's token callback that notes what it was asked. */
function watched(next: GetToken): { getToken: GetToken; asked: boolean[] } {
  const asked: boolean[] = [];
  return { asked, getToken: (options) => (asked.push(options.refresh), next(options)) };
}

describe('a token that has run out', () => {
  it('F09 is renewed once, and the message is sent again under its key: there once', () =>
    withBench({}, async ({ server, proxy, thread, count }) => {
      const token = await server.signIn('sam-okafor');
      const { getToken, asked } = watched(({ refresh }) => Promise.resolve(tokenOf(refresh ? token : 'run-out')));
      const adapter = await restAs(server, 'sam-okafor', { baseUrl: proxy.url, getToken });
      const patient = await adapter.connect(patiently);
      asked.length = 0;
      const from = proxy.seen.length;
      const body = newWords();
      await patient.messages!.send({ thread, body }, once());
      const [first, second, ...more] = proxy.seen.slice(from);
      assert.deepEqual([asked, more.length], [[false, true], 0]);
      assert.equal(first!.headers['idempotency-key'], second!.headers['idempotency-key']);
      assert.deepEqual([first!.headers.authorization, first!.body], ['Bearer run-out', second!.body]);
      assert.equal(await count(body), 1);
    }));

  it('F09 that cannot be renewed is auth-required, and nothing was sent', () => {
    let isSignedIn = true;
    let token = '';
    const getToken: GetToken = () =>
      isSignedIn ? Promise.resolve(tokenOf(token)) : Promise.reject(new Error('signed out: secret'));
    return withBench({}, async ({ server, proxy, thread, count }) => {
      token = await server.signIn('sam-okafor');
      const patient = await (await restAs(server, 'sam-okafor', { baseUrl: proxy.url, getToken })).connect(patiently);
      isSignedIn = false;
      const body = newWords();
      const { message, retryable } = await failure(patient.messages!.send({ thread, body }, once()), 'auth-required');
      assert.deepEqual([message.includes('secret'), retryable], [false, false]);
      assert.equal(await count(body), 0);
    });
  });

  it('F09 that is refused again is auth-required, not asked for a third time', () =>
    withBench({}, async ({ proxy, patient, thread }) => {
      proxy.next(refused, refused);
      const from = proxy.seen.length;
      await failure(patient.messages!.send({ thread, body: newWords() }, once()), 'auth-required');
      assert.equal(proxy.seen.length - from, 2);
    }));

  it('F09 whose renewal hangs is auth-required at the limit, and nothing was sent', () => {
    const clock = handClock();
    const getToken: GetToken = ({ refresh }) => {
      if (!refresh) return Promise.resolve(tokenOf(token));
      void clock.advance(15_100);
      return new Promise(() => {});
    };
    let token = '';
    return withBench({}, async ({ server, proxy, thread, count }) => {
      token = await server.signIn('sam-okafor');
      const adapter = await restAs(server, 'sam-okafor', { baseUrl: proxy.url, getToken, clock });
      const patient = await adapter.connect(patiently);
      const body = newWords();
      proxy.next(refused);
      await failure(patient.messages!.send({ thread, body }, once()), 'auth-required');
      assert.equal(await count(body), 0);
    });
  });
});

describe('a refusal', () => {
  const statuses: [number, AdapterErrorCode, AdapterErrorCode][] = [
    [400, 'invalid', 'invalid'],
    [403, 'forbidden', 'forbidden'],
    [404, 'not-found', 'not-found'],
    [405, 'unsupported', 'unsupported'],
    [408, 'unavailable', 'unavailable'],
    [409, 'conflict', 'conflict'],
    [410, 'gone', 'gone'],
    [412, 'stale', 'stale'],
    [413, 'too-large', 'too-large'],
    [415, 'unsupported-type', 'unsupported-type'],
    [418, 'invalid', 'invalid'],
    [422, 'invalid', 'invalid'],
    [425, 'unavailable', 'unavailable'],
    [429, 'rate-limited', 'rate-limited'],
    [500, 'unavailable', 'unavailable'],
    [501, 'unsupported', 'unsupported'],
    [502, 'unavailable', 'unknown-outcome'],
    [503, 'unavailable', 'unavailable'],
    [504, 'unavailable', 'unknown-outcome'],
  ];

  it('F12 without words is told by its status, for a read and for a message', () =>
    withBench({}, async ({ proxy, patient, thread }) => {
      for (const [status, read, write] of statuses) {
        for (const body of ['', '<h1>Sorry</h1>', '{"code":"no-code-of-ours"}', 'null', '[]']) {
          proxy.next(answer(status, body), answer(status, body));
          await failure(patient.messages!.readThread(thread, patiently), read);
          await failure(patient.messages!.send({ thread, body: newWords() }, once()), write);
        }
      }
    }));

  it('F12 with a problem document is told by its code, with the field and the id for the log', () =>
    withBench({}, async ({ proxy, patient, thread }) => {
      const problem = { type: 'about:blank', title: 'x', status: 400, code: 'too-large', field: 'answers.0.value' };
      const headers = { 'content-type': 'application/problem+json' };
      proxy.next(answer(400, JSON.stringify({ ...problem, correlationId: 'a1-b2' }), headers));
      const error = await failure(patient.messages!.readThread(thread, patiently), 'too-large');
      assert.deepEqual([error.field, error.correlationId], ['answers.0.value', 'a1-b2']);
    }));

  it('F12 whose explanation is cut off is still a refusal', () =>
    withBench({}, async ({ proxy, patient, thread }) => {
      proxy.next(({ response, cut }) => {
        response.writeHead(403, { 'content-length': '100' }).write('{"code":', () => setTimeout(cut, 20));
      });
      await failure(patient.messages!.send({ thread, body: newWords() }, once()), 'forbidden');
    }));

  it('S08 says nothing of what was written, asked for or signed in with', () =>
    withBench({}, async ({ proxy, patient, thread }) => {
      const words = 'CANARY my knee hurts';
      const told = { title: words, detail: words, field: words, correlationId: words };
      const problem = JSON.stringify({ code: 'invalid', ...told });
      proxy.next(answer(400, problem), answer(500, words));
      for (const code of ['invalid', 'unavailable'] as const) {
        const error = await failure(patient.messages!.send({ thread, body: words }, once()), code);
        const said = `${error.stack} ${JSON.stringify({ ...error })} ${String(error.cause)}`;
        const url = proxy.url.replace('http://', '');
        for (const secret of ['CANARY', thread, 'Bearer', url]) assert.equal(said.includes(secret), false, secret);
        assert.match(error.message, /^POST \/threads\/:thread\/messages answered \d+$/);
      }
    }));
});

describe('every request', () => {
  it('S07 carries no cookie and no referrer, is not cached, and follows nobody elsewhere', () => {
    const requests: Request[] = [];
    const noting: typeof fetch = (input) => {
      requests.push((input as Request).clone());
      return fetch(input);
    };
    return withBench({ fetch: noting }, async ({ patient, thread }) => {
      await patient.messages!.send({ thread, body: newWords() }, once());
      await patient.messages!.listThreads({}, patiently);
      const stop = patient.changes!.watch!({ hint() {}, state() {} });
      await new Promise((resolve) => setTimeout(resolve, 50));
      stop();
      assert.equal(requests.length, 4);
      for (const { credentials, referrerPolicy, cache, redirect, url } of requests) {
        assert.deepEqual([credentials, referrerPolicy, cache, redirect], ['omit', 'no-referrer', 'no-store', 'error']);
        assert.doesNotMatch(url, /token|Bearer/i);
      }
    });
  });

  it('S07 that is sent elsewhere is not followed: nobody else is given the token', () =>
    withBench({}, async ({ proxy, patient, thread }) => {
      const visits: string[] = [];
      const elsewhere = createServer((request, response) => {
        visits.push(request.url ?? '');
        response.end('{}');
      });
      await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
      const location = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`;
      proxy.next(answer(302, '', { location }), answer(307, '', { location }));
      await failure(patient.messages!.readThread(thread, patiently), 'offline');
      await failure(patient.messages!.send({ thread, body: newWords() }, once()), 'unknown-outcome');
      elsewhere.close();
      assert.deepEqual(visits, []);
    }));

  it('S08 that searches has its words in no address, carries no key, and is offline when it is cut off', () =>
    withBench({}, async ({ proxy, patient, thread }) => {
      const from = proxy.seen.length;
      await patient.messages!.listThreads({ text: 'CANARY knee', state: 'open', after: '' }, patiently).catch(() => {});
      await patient.messages!.listThreads({ text: undefined, after: undefined }, patiently);
      const [search, list] = proxy.seen.slice(from);
      assert.deepEqual(
        [search!.method, search!.url, search!.headers['idempotency-key']],
        ['POST', '/threads/search', undefined],
      );
      assert.deepEqual(JSON.parse(search!.body), { text: 'CANARY knee', state: 'open', after: '' });
      assert.deepEqual([list!.method, list!.url], ['GET', '/threads']);
      proxy.next(({ cut }) => cut(), answer(502), answer(200, '<h1>Welcome</h1>'));
      const call = () => patient.messages!.listThreads({ text: 'CANARY' }, patiently);
      for (const code of ['offline', 'unavailable', 'malformed'] as const) {
        assert.equal((await failure(call(), code)).message.includes('CANARY'), false);
      }
      proxy.next(({ cut }) => cut());
      await failure(
        patient.messages!.retract({ thread, message: thread as string as MessageId }, once()),
        'unknown-outcome',
      );
    }));

  it('keeps what an id holds out of the path', () =>
    withBench({}, async ({ proxy, patient }) => {
      const from = proxy.seen.length;
      const thread = 'a/../b?c=d#e %2F ü$&' as ThreadId;
      await failure(patient.messages!.listEntries({ thread, after: 'x&y=z' }, patiently), 'not-found');
      const { pathname, search } = new URL(proxy.seen[from]!.url, proxy.url);
      assert.equal(pathname, `/threads/${encodeURIComponent(thread)}/entries`);
      assert.equal(search, '?after=x%26y%3Dz');
    }));

  it('a write a page believes to be offline for has not left', () => {
    const before = Object.getOwnPropertyDescriptor(globalThis, 'navigator');
    return withBench({ fetch: (input) => fetch(input) }, async ({ proxy, patient, thread }) => {
      await proxy.close();
      Object.defineProperty(globalThis, 'navigator', { configurable: true, value: { onLine: false } });
      try {
        await failure(patient.messages!.send({ thread, body: newWords() }, once()), 'offline');
      } finally {
        if (before) Object.defineProperty(globalThis, 'navigator', before);
        else Reflect.deleteProperty(globalThis, 'navigator');
      }
      await failure(patient.messages!.send({ thread, body: newWords() }, once()), 'unknown-outcome');
    });
  });
});
