import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { AdapterError } from '../../src/adapter/index.js';
import { memoryAdapter, memoryBackend, type MemoryCall } from '../../src/adapters/memory/memory-adapter.js';
import { alderStreet, answeredRefill, SIGN_INS } from '../../src/adapters/memory/scenarios.js';
import { createClient, sendMessage } from '../../src/client/index.js';
import type { Change } from '../../src/model/index.js';
import { handClock, settle, switchedNetwork } from '../support/clock.js';

const thread = answeredRefill.id;

function setUp({ without = [], before }: { without?: string[]; before?: (call: MemoryCall) => void } = {}) {
  const backend = memoryBackend(alderStreet);
  const clock = handClock();
  const network = switchedNetwork();
  const client = createClient(memoryAdapter({ backend, me: SIGN_INS.sam, without, before }), { clock, network });
  const staff = createClient(memoryAdapter({ backend, me: SIGN_INS.lee }), { clock: handClock(), network: switchedNetwork() });
  const heard: Change[][] = [];
  const stop = client.changes.listen((changes) => heard.push([...changes]));
  return { client, staff, clock, network, heard, stop };
}

describe('the change feed', () => {
  it('hears of a reply by the practice as it happens', async () => {
    const { staff, heard } = setUp();
    await settle();
    sendMessage(staff, { thread, body: 'Ready at four' });
    await settle();
    assert.deepEqual(heard.flat(), [{ kind: 'thread', thread }]);
  });

  it('F25 asks by itself where the backend cannot push', async () => {
    const { staff, clock, heard } = setUp({ without: ['changes.watch'] });
    await settle();
    await clock.advance(15_000);
    assert.deepEqual(heard, [[{ kind: 'other' }]], 'the first time, for what came before the first bookmark');
    heard.length = 0;
    sendMessage(staff, { thread, body: 'Ready at four' });
    await settle();
    assert.deepEqual(heard, []);
    await clock.advance(15_000);
    assert.deepEqual(heard.flat(), [{ kind: 'thread', thread }]);
  });

  it('F25 has everything read again after a time without answers', async () => {
    let down = false;
    const { staff, clock, heard } = setUp({
      before() {
        if (down) throw new AdapterError('unavailable', 'down');
      },
    });
    await settle();
    down = true;
    sendMessage(staff, { thread, body: 'Ready at four' });
    await settle();
    assert.deepEqual(heard, []);
    down = false;
    await clock.advance(60_000);
    assert.deepEqual(heard, [[{ kind: 'other' }]]);
  });

  it('starts late when the practice could not be reached at first', async () => {
    let down = true;
    const { staff, clock, heard } = setUp({
      before() {
        if (down) throw new AdapterError('offline', 'down');
      },
    });
    await settle();
    down = false;
    await clock.advance(15_000);
    heard.length = 0;
    sendMessage(staff, { thread, body: 'Ready at four' });
    await settle();
    assert.deepEqual(heard.flat(), [{ kind: 'thread', thread }]);
  });

  it('F25 tries again soon, then less and less often, while the practice cannot be reached', async () => {
    let down = false;
    const tries: number[] = [];
    const { clock, network, heard } = setUp({
      before({ method }) {
        if (down && method === 'changesSince') tries.push((clock.now() - since) / 1_000);
        if (down) throw new AdapterError('offline', 'down');
      },
    });
    await settle();
    down = true;
    let since = clock.now();
    network.set(true);
    await clock.advance(120_000);
    assert.deepEqual(tries, [0, 3, 9, 21, 45, 93], 'up to the usual minute');
    tries.length = 0;
    since = clock.now();
    network.set(true);
    await clock.advance(4_000);
    assert.deepEqual(tries, [0, 3], 'a device says that it is online before it can reach anything');
    down = false;
    await clock.advance(6_000);
    assert.deepEqual(heard, [[{ kind: 'other' }]]);
  });

  it('F25 keeps to its usual pace where the practice answers that it is asked too often', async () => {
    let tries = 0;
    const { clock } = setUp({
      before({ method }) {
        if (method !== 'changesSince') return;
        tries++;
        throw new AdapterError('rate-limited', 'too often');
      },
    });
    await clock.advance(14_000);
    assert.equal(tries, 1);
  });

  it('has everything read again when the network is back', async () => {
    const { network, heard } = setUp();
    await settle();
    network.set(false);
    network.set(true);
    await settle();
    assert.deepEqual(heard, [[{ kind: 'other' }]]);
  });

  it('has all read again, now and then, where the backend lists no changes', async () => {
    const { clock, heard } = setUp({ without: ['changes'] });
    await settle();
    assert.deepEqual(heard, []);
    await clock.advance(15_000);
    await clock.advance(15_000);
    assert.deepEqual(heard, [[{ kind: 'other' }], [{ kind: 'other' }]]);
  });

  it('F23 watches anew, for whoever has signed in', async () => {
    const { client, staff, heard } = setUp();
    await settle();
    await client.renew();
    await settle();
    assert.deepEqual(heard, [[{ kind: 'other' }]]);
    sendMessage(staff, { thread, body: 'After signing in' });
    await settle();
    assert.deepEqual(heard.at(-1), [{ kind: 'thread', thread }]);
  });

  it('F28 hears of changes after all listeners went and came back at once', async () => {
    const { client, staff, stop } = setUp();
    stop();
    const heard: Change[] = [];
    client.changes.listen((changes) => heard.push(...changes));
    await settle();
    sendMessage(staff, { thread, body: 'Moved in the page' });
    await settle();
    assert.deepEqual(heard, [{ kind: 'thread', thread }]);
  });

  it('F28 leaves no timer behind when nobody listens any more', async () => {
    const { clock, stop, staff, heard } = setUp();
    await settle();
    assert.equal(clock.waiting, 1);
    stop();
    assert.equal(clock.waiting, 0);
    sendMessage(staff, { thread, body: 'Nobody listens' });
    await settle();
    assert.deepEqual(heard, []);
  });
});
