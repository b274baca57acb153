import assert from 'node:assert/strict';
import { getEventListeners } from 'node:events';
import { describe, it } from 'node:test';
import { createClient } from '../../src/client/client.js';
import { ask, aRequest, newWords, once, patiently } from '../../src/conformance/steps.js';
import { handClock } from '../support/clock.js';
import { failure, withBench, type FaultBench } from './fault-bench.js';
import { restAs } from './rest-backend.js';
import { answer, cutAfter, cutBefore, cutInBody, silence, spoil, trickle } from './fault-proxy.js';
import type { Fault, Forwarded } from './fault-proxy.js';

/** Sends a message through a fault, is left unsure, sends it again, and finds it there once. */
async function unsureThenOnce({ proxy, patient, thread, count }: FaultBench, fault: Fault): Promise<void> {
  const draft = { thread, body: newWords() };
  const options = once();
  proxy.next(fault);
  const error = await failure(patient.messages!.send(draft, options), 'unknown-outcome');
  assert.ok(error.retryable);
  const { body } = await patient.messages!.send(draft, options);
  assert.equal(body, draft.body);
  assert.equal(await count(draft.body), 1);
}

describe('a connection that breaks', () => {
  it('F02 a message cut off on its way is neither lost nor doubled', () =>
    withBench({}, (bench) => unsureThenOnce(bench, cutBefore)));

  it('F03 a message whose answer is lost is there once', () =>
    withBench({}, (bench) => unsureThenOnce(bench, cutAfter)));

  it('F03 a message whose answer is cut in two is there once', () =>
    withBench({}, (bench) => unsureThenOnce(bench, cutInBody)));

  it('F03 a contact request whose answer is lost becomes one thread', () =>
    withBench({}, async ({ proxy, patient, count }) => {
      const request = await aRequest(patient);
      const options = once();
      proxy.next(cutAfter);
      await failure(patient.contact!.send(request, options), 'unknown-outcome');
      const { thread } = await patient.contact!.send(request, options);
      assert.equal((await patient.messages!.listThreads({}, patiently)).items[0]!.id, thread.id);
      assert.equal(await count(request.body), 1);
    }));

  it('F02 a read that does not come back is offline', () =>
    withBench({}, async ({ proxy, patient, thread }) => {
      proxy.next(cutBefore, cutInBody);
      await failure(patient.messages!.readThread(thread, patiently), 'offline');
      await failure(patient.messages!.readThread(thread, patiently), 'offline');
    }));
});

describe('a backend that takes its time', () => {
  for (const [name, fault] of Object.entries({ 'never answers': silence, 'answers a byte at a time': trickle })) {
    it(`F06 a read is given up after 15 seconds when the server ${name}`, () => {
      const clock = handClock();
      return withBench({ clock }, async ({ proxy, patient, thread }) => {
        proxy.next(fault);
        const before = proxy.seen.length;
        let isOver = false;
        const read = patient.messages!.readThread(thread, patiently);
        const call = failure(read, 'unavailable').finally(() => (isOver = true));
        await proxy.arrived(before + 1);
        await clock.advance(14_900);
        assert.equal(isOver, false);
        await clock.advance(200);
        await call;
      });
    });

    it(`F06 a message is unsure after 15 seconds, and there once, when the server ${name}`, () => {
      const clock = handClock();
      return withBench({ clock }, async ({ proxy, patient, thread, count }) => {
        const draft = { thread, body: newWords() };
        const options = once();
        proxy.next(async (exchange) => {
          await fault(exchange);
          void clock.advance(15_100);
        });
        await failure(patient.messages!.send(draft, options), 'unknown-outcome');
        await patient.messages!.send(draft, options);
        assert.equal(await count(draft.body), 1);
      });
    });
  }

  it('F06 a limit can be chosen, and nothing ticks on once a call is over', () => {
    const clock = handClock();
    return withBench({ clock, timeout: 2_000 }, async ({ proxy, patient, thread }) => {
      const { signal } = new AbortController();
      await patient.messages!.readThread(thread, { signal });
      assert.deepEqual([clock.waiting, getEventListeners(signal, 'abort').length], [0, 0]);
      // Nothing is passed on: what came back after the test would find its server gone.
      proxy.next(() => void clock.advance(2_100));
      await failure(patient.messages!.readThread(thread, patiently), 'unavailable');
    });
  });

  it('F05 a backend that asks for time says how much, up to an hour', () => {
    const clock = handClock('2026-11-23T22:34:00Z');
    const forms: [string | undefined, number | undefined][] = [
      ['7', 7_000],
      ['0', 0],
      ['Mon, 23 Nov 2026 22:34:30 GMT', 30_000],
      ['Mon, 23 Nov 2026 22:00:00 GMT', 0],
      ['9999999', 3_600_000],
      ['Fri, 31 Dec 9999 23:59:59 GMT', 3_600_000],
      ['soon', undefined],
      [undefined, undefined],
    ];
    return withBench({ clock }, async ({ proxy, patient, thread }) => {
      for (const [value, wait] of forms) {
        proxy.next(answer(429, '', value === undefined ? {} : { 'retry-after': value }));
        const { retryAfter, retryable } = await failure(
          patient.messages!.send({ thread, body: newWords() }, once()),
          'rate-limited',
        );
        assert.deepEqual([value, retryAfter, retryable], [value, wait, true]);
      }
    });
  });
});

const BROKEN: Readonly<Record<string, (answer: Forwarded) => Forwarded>> = {
  'an HTML page with status 200': (it) => ({
    ...it,
    headers: { 'content-type': 'text/html' },
    body: '<!doctype html><h1>Welcome to the hotel</h1>',
  }),
  'half a JSON text': (it) => ({ ...it, body: it.body.slice(0, it.body.length / 2) }),
  'nothing, with status 200': (it) => ({ ...it, body: '' }),
  'nothing, with status 204': (it) => ({ ...it, status: 204, body: '' }),
  'bytes that are no text': (it) => ({ ...it, body: '\u0000\ufffd\u0001' }),
};

describe('an answer that makes no sense', () => {
  for (const [name, change] of Object.entries(BROKEN)) {
    it(`F12 ${name} is malformed where something was read`, () =>
      withBench({}, async ({ proxy, patient, thread }) => {
        proxy.next(spoil(change), spoil(change));
        const { message } = await failure(patient.messages!.readThread(thread, patiently), 'malformed');
        assert.equal(message, 'GET /threads/:thread is not JSON');
        await failure(patient.messages!.listThreads({}, patiently), 'malformed');
      }));

    it(`F12 ${name} after a message leaves it unsure, and there once`, () =>
      withBench({}, (bench) => unsureThenOnce(bench, spoil(change))));
  }

  it('F12 a byte order mark before good JSON, or another content type, is read over', () =>
    withBench({}, async ({ proxy, patient, thread }) => {
      proxy.next(spoil((it) => ({ ...it, headers: { 'content-type': 'text/plain' }, body: `\ufeff${it.body}` })));
      assert.equal((await patient.messages!.readThread(thread, patiently)).id, thread);
    }));

  it('F12 a session that is none does not connect, since the client checks it', () =>
    withBench({}, async ({ proxy, server }) => {
      const adapter = await restAs(server, 'sam-okafor', { baseUrl: proxy.url });
      for (const body of ['null', '{}', '[]', '"x"', '{"me":{"id":"x"}}', '{"me":null,"subjects":[]}']) {
        proxy.next(answer(200, body));
        await failure(createClient(adapter).connect(), 'malformed');
      }
    }));
});

describe('a new thread after all that', () => {
  it('F02 F03 F12 several faults in a row still make one message', () =>
    withBench({}, async ({ proxy, patient, count }) => {
      const request = await aRequest(patient);
      const options = once();
      const html = spoil(BROKEN['an HTML page with status 200']!);
      proxy.next(cutBefore, cutAfter, html, answer(502, '<h1>Bad gateway</h1>'));
      for (let tries = 0; tries < 4; tries++) {
        await failure(patient.contact!.send(request, options), 'unknown-outcome');
      }
      await patient.contact!.send(request, options);
      assert.equal(await count(request.body), 1);
      await ask(patient);
    }));
});
