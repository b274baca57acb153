import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { AdapterError } from '../../src/adapter/index.js';
import { memoryAdapter } from '../../src/adapters/memory/memory-adapter.js';
import { createClient, sendMessage } from '../../src/client/index.js';
import type { SendKey } from '../../src/model/index.js';
import { settle, switchedNetwork } from '../support/clock.js';

import { type Fault, me, other, setUp, thread } from './outbox-bench.js';

describe('the outbox', () => {
  it('sends a message and says so', async () => {
    const { client, status, times } = setUp();
    const key = sendMessage(client, { thread, body: 'Thank you' });
    assert.ok(['queued', 'sending'].includes(status(key)!));
    await settle();
    assert.equal(status(key), 'sent');
    assert.equal(times('Thank you'), 1);
  });

  it('F28 tells whoever shows the thread that it has grown, even when its writer is gone', async () => {
    const { client } = setUp();
    const heard: unknown[] = [];
    client.changes.listen((changes) => heard.push(...changes));
    await settle();
    sendMessage(client, { thread, body: 'Told' });
    await settle();
    assert.deepEqual(heard[0], { kind: 'thread', thread });
  });

  it('F01 keeps what is sent offline, and sends it once the network is back', async () => {
    const { client, network, status, times } = setUp();
    network.set(false);
    const key = sendMessage(client, { thread, body: 'From a tunnel' });
    await settle();
    assert.equal(status(key), 'queued');
    assert.equal(times('From a tunnel'), 0);
    network.set(true);
    await settle();
    assert.equal(status(key), 'sent');
    assert.equal(times('From a tunnel'), 1);
  });

  it('F03 calls an answer that was lost unknown, checks, and ends with one message', async () => {
    const { client, clock, status, times } = setUp({ after: ['unknown-outcome', 'unknown-outcome'] });
    const seen: (string | undefined)[] = [];
    const key = sendMessage(client, { thread, body: 'Did it arrive?' });
    client.outbox.listen(() => seen.push(status(key)));
    await settle();
    assert.equal(status(key), 'unknown');
    assert.equal(client.outbox.take(key), undefined, 'it cannot be called back');
    await clock.advance(5_000);
    assert.equal(status(key), 'sent');
    assert.equal(times('Did it arrive?'), 1);
    assert.ok(seen.includes('reconciling'));
    assert.ok(!seen.includes('rejected'));
  });

  it('F04 gets 60 messages through a backend that fails most of the time, in order and once', async () => {
    const random = (() => {
      let seed = 7;
      return () => (seed = (seed * 16807) % 2147483647) / 2147483647;
    })();
    const faults = Array.from({ length: 400 }, (): Fault => (random() < 0.6 ? 'unavailable' : undefined));
    const { client, clock, stored } = setUp({ before: faults });
    const bodies = Array.from({ length: 60 }, (_, index) => `number ${index}`);
    for (const body of bodies) sendMessage(client, { thread, body });
    await settle();
    await clock.advance(24 * 3_600_000);
    assert.deepEqual(stored().filter((body) => body.startsWith('number')), bodies);
  });

  it('F05 waits as long as the backend asks, while other threads go on', async () => {
    const { client, clock, status } = setUp();
    const slow = setUp();
    let told = false;
    const adapter = memoryAdapter({
      backend: slow.backend,
      me,
      before({ method }) {
        if (method !== 'send' || told) return;
        told = true;
        throw new AdapterError('rate-limited', 'later', { retryAfter: 120_000 });
      },
    });
    const limited = createClient(adapter, { clock, network: switchedNetwork() });
    const first = sendMessage(limited, { thread, body: 'one' });
    await settle();
    const second = sendMessage(limited, { thread: other, body: 'two' });
    await settle();
    assert.equal(limited.outbox.item(second)?.state.status, 'sent');
    await clock.advance(119_000);
    assert.equal(limited.outbox.item(first)?.state.status, 'queued');
    await clock.advance(2_000);
    assert.equal(limited.outbox.item(first)?.state.status, 'sent');
    assert.equal(status('nothing-here' as SendKey), undefined);
    assert.equal(client.outbox.items().length, 0);
  });

  it('F09 holds a message when the session ended, lets nothing overtake it, and goes on after signing in', async () => {
    const { client, status, stored } = setUp({ before: ['auth-required'] });
    const first = sendMessage(client, { thread, body: 'first' });
    await settle();
    assert.equal(status(first), 'held');
    const second = sendMessage(client, { thread, body: 'second' });
    await settle();
    assert.equal(status(second), 'queued');
    client.renew();
    await settle();
    assert.deepEqual(stored().filter((body) => body === 'first' || body === 'second'), ['first', 'second']);
  });

  it('F10 F11 gives a refused message back with its words, and reports the code alone', async () => {
    const { client, reports, status, times } = setUp({ before: ['forbidden'] });
    const key = sendMessage(client, { thread, body: 'secret words' });
    await settle();
    assert.equal(status(key), 'rejected');
    assert.deepEqual(reports, [{ code: 'forbidden', where: 'outbox.message', field: undefined }]);
    assert.ok(!JSON.stringify(reports).includes('secret'));
    client.outbox.sendAgain(key);
    await settle();
    assert.equal(status(key), 'sent');
    assert.equal(times('secret words'), 1);
  });

  it('F12 calls a message unknown, not refused, when the answer to it cannot be read', async () => {
    const { client, clock, status, times } = setUp({ after: ['malformed', 'malformed'] });
    const key = sendMessage(client, { thread, body: 'Answered with a page of a hotel' });
    await settle();
    assert.equal(status(key), 'unknown');
    assert.equal(client.outbox.take(key), undefined);
    await clock.advance(10_000);
    assert.equal(status(key), 'sent');
    assert.equal(times('Answered with a page of a hotel'), 1);
  });

  it('lets a refused message be taken out to change it', async () => {
    const { client, status } = setUp({ before: ['invalid'] });
    const key = sendMessage(client, { thread, body: 'to be changed' });
    await settle();
    assert.equal(status(key), 'rejected');
    assert.deepEqual(client.outbox.take(key)?.draft, { thread, body: 'to be changed' });
    assert.equal(client.outbox.items().length, 0);
  });

  it('lets a message be taken out that was refused after all, since what has arrived is not refused', async () => {
    const { client, clock, status } = setUp({ before: [undefined, 'invalid'], after: ['unknown-outcome'] });
    const key = sendMessage(client, { thread, body: 'first lost, then refused' });
    await settle();
    await clock.advance(5_000);
    assert.equal(status(key), 'rejected');
    assert.ok(client.outbox.take(key));
  });

  it('F04 has the effect of every send exactly once and in order, whatever fails', async () => {
    const fault = fc.constantFrom<Fault>(undefined, 'unavailable', 'offline', 'unknown-outcome', 'rate-limited');
    await fc.assert(
      fc.asyncProperty(fc.array(fault, { maxLength: 12 }), fc.array(fault, { maxLength: 12 }), fc.integer({ min: 1, max: 6 }), async (before, after, count) => {
        const { client, clock, network, stored } = setUp({ before: [...before], after: [...after] });
        const bodies = Array.from({ length: count }, (_, index) => `b${index}`);
        for (const [index, body] of bodies.entries()) {
          if (index === 2) network.set(false);
          sendMessage(client, { thread, body });
          await clock.advance(500);
        }
        network.set(true);
        await clock.advance(6 * 3_600_000);
        assert.deepEqual(stored().filter((body) => /^b\d$/.test(body)), bodies);
        assert.ok(client.outbox.items().every(({ state }) => state.status === 'sent'));
      }),
      { numRuns: 60 },
    );
  });
});
