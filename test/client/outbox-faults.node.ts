import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { AdapterError } from '../../src/adapter/index.js';
import { memoryAdapter } from '../../src/adapters/memory/memory-adapter.js';
import { alderStreet } from '../../src/adapters/memory/scenarios.js';
import { type Client, createClient, listEntries, sendContactRequest, sendMessage } from '../../src/client/index.js';
import { handClock, settle, switchedNetwork } from '../support/clock.js';

import { type Fault, me, setUp, thread } from './outbox-bench.js';

const MINUTE = 60_000;
const DAY = 86_400_000;

describe('what happens to a message on its way', () => {
  it('F02 is unknown while its request was cut, and has one effect in the end', async () => {
    const { client, clock, status, times } = setUp({ before: ['unknown-outcome', 'unknown-outcome'] });
    const seen: (string | undefined)[] = [];
    const key = sendMessage(client, { thread, body: 'Half of this left' });
    client.outbox.listen(() => seen.push(status(key)));
    await settle();
    assert.equal(status(key), 'unknown');
    assert.equal(times('Half of this left'), 0);
    await clock.advance(10_000);
    assert.equal(status(key), 'sent');
    assert.equal(times('Half of this left'), 1);
    const changes = seen.filter((state, index) => state && state !== seen[index - 1]);
    assert.deepEqual(changes, ['unknown', 'reconciling', 'unknown', 'reconciling', 'sent']);
  });

  for (const code of ['conflict', 'stale'] as const) {
    it(`F11 is refused for good when its key was used for other words (${code}), and reported without a word of it`, async () => {
      const { client, clock, reports, status, times } = setUp({ before: Array<Fault>(9).fill(code) });
      const key = sendMessage(client, { thread, body: 'words that no report may hold' });
      await settle();
      await clock.advance(DAY);
      assert.deepEqual(client.outbox.item(key)?.state, { status: 'rejected', code, field: undefined });
      assert.deepEqual(reports, [{ code, where: 'outbox.message', field: undefined }]);
      assert.equal(times('words that no report may hold'), 0);
      assert.equal(status(key), 'rejected');
    });
  }

  it('is refused, not unknown, where the backend has no way to take it, and its words can be taken back', async () => {
    const request = { reason: alderStreet.reasons.at(-1)!.id, subject: me, answers: [], body: 'nowhere to ask' };
    for (const [missing, send] of [
      ['messages.send', (client: Client) => sendMessage(client, { thread, body: 'nowhere to go' })],
      ['contact.send', (client: Client) => sendContactRequest(client, request)],
      ['contact', (client: Client) => sendContactRequest(client, request)],
    ] as const) {
      const { backend, clock } = setUp();
      const client = createClient(memoryAdapter({ backend, me, without: [missing] }), { clock });
      const key = send(client);
      await settle();
      const refused = { status: 'rejected', code: 'unsupported', field: undefined };
      assert.deepEqual(client.outbox.item(key)?.state, refused, missing);
      assert.ok(client.outbox.take(key), missing);
    }
  });
});

/** A client whose device shows another time than the practice's server, and can be set while it runs. */
function skewed(skew: number, faults: number) {
  const { backend } = setUp();
  const steady = handClock();
  let off = skew;
  let left = faults;
  const clock = { now: () => steady.now() + off, after: steady.after };
  const adapter = memoryAdapter({
    backend,
    me,
    before({ method }) {
      if (method === 'send' && left-- > 0) throw new AdapterError('unavailable', 'as the test asked', { retryAfter: MINUTE });
    },
  });
  const client = createClient(adapter, { clock, network: switchedNetwork() });
  return { backend, client, advance: steady.advance, set: (to: number) => void (off = to) };
}

describe('a device whose clock is wrong', () => {
  for (const skew of [DAY, -DAY, 5 * MINUTE, -5 * MINUTE]) {
    it(`F15 sends in order, and shows what was sent in the order of the server (${skew / MINUTE} minutes off)`, async () => {
      const { client, advance } = skewed(skew, 2);
      for (const body of ['first', 'second', 'third']) sendMessage(client, { thread, body });
      await advance(10 * MINUTE);
      const { items } = await listEntries(client, { thread }, { signal: new AbortController().signal });
      const bodies = items.flatMap((entry) => (entry.type === 'message' ? [entry.body] : []));
      assert.deepEqual(bodies.slice(0, 3), ['third', 'second', 'first']);
    });
  }

  it('F15 goes on trying when it is set back while something waits', async () => {
    const { client, advance, set } = skewed(0, 3);
    const key = sendMessage(client, { thread, body: 'written before the clock was set' });
    await settle();
    assert.equal(client.outbox.item(key)?.state.status, 'queued');
    set(-DAY);
    await advance(10 * MINUTE);
    assert.equal(client.outbox.item(key)?.state.status, 'sent');
  });
});
