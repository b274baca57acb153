import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Adapter } from '../../src/adapter/adapter.js';
import { AdapterError } from '../../src/adapter/index.js';
import type { ChangeSink } from '../../src/adapter/ports/changes.js';
import { memoryAdapter, memoryBackend } from '../../src/adapters/memory/memory-adapter.js';
import { alderStreet, answeredRefill, SIGN_INS } from '../../src/adapters/memory/scenarios.js';
import { createClient, sendMessage } from '../../src/client/index.js';
import type { Change } from '../../src/model/index.js';
import { handClock, settle, switchedNetwork } from '../support/clock.js';

const thread = answeredRefill.id;

/** A patient whose backend can be made to hint, and to fail, by hand. */
function setUp() {
  const backend = memoryBackend(alderStreet);
  const clock = handClock();
  const network = switchedNetwork();
  const asked: { since: string | undefined; at: number }[] = [];
  const trouble: AdapterError[] = [];
  let sink: ChangeSink | undefined;
  const inner = memoryAdapter({ backend, me: SIGN_INS.sam });
  const adapter: Adapter = {
    name: 'by hand',
    async connect(options) {
      const connection = await inner.connect(options);
      const changes: typeof connection.changes = {
        changesSince(since, given) {
          asked.push({ since, at: clock.now() });
          const failure = trouble.shift();
          return failure ? Promise.reject(failure) : connection.changes!.changesSince(since, given);
        },
        watch(given) {
          sink = given;
          given.state('live');
          return () => (sink = undefined);
        },
      };
      return { ...connection, changes };
    },
  };
  const client = createClient(adapter, { clock, network });
  const staff = createClient(memoryAdapter({ backend, me: SIGN_INS.lee }), { clock: handClock(), network: switchedNetwork() });
  const heard: Change[][] = [];
  const stop = client.changes.listen((changes) => heard.push([...changes]));
  const say = async (body: string): Promise<void> => {
    sendMessage(staff, { thread, body });
    await settle();
  };
  return { clock, network, asked, trouble, heard, stop, say, hint: () => sink?.hint() };
}

describe('the pace of looking for changes', () => {
  it('F25 asks a few times a second in a flood of a thousand hints, and misses nothing that came with the last', async () => {
    const { clock, asked, heard, say, hint, stop } = setUp();
    await settle();
    asked.length = 0;
    for (let ms = 0; ms < 1_000; ms++) {
      hint();
      await clock.advance(1);
      if (ms === 997) await say('Said at the very end');
    }
    await clock.advance(1_000);
    assert.ok(asked.length > 1 && asked.length <= 6, `asked ${asked.length} times`);
    assert.deepEqual(heard.flat(), [{ kind: 'thread', thread }]);
    stop();
    assert.equal(clock.waiting, 0);
  });

  it('F25 asks at once when hints come one by one', async () => {
    const { clock, asked, hint } = setUp();
    await settle();
    asked.length = 0;
    for (let times = 0; times < 5; times++) {
      hint();
      await settle();
      assert.equal(asked.length, times + 1);
      await clock.advance(1_100);
    }
  });

  it('F07 tells of a change once, however often it is hinted at', async () => {
    const { heard, say, hint } = setUp();
    await settle();
    await say('Once');
    hint();
    hint();
    await settle();
    hint();
    await settle();
    assert.deepEqual(heard, [[{ kind: 'thread', thread }]]);
  });

  it('F05 asks no earlier than told, whatever happens meanwhile, and then reads all again', async () => {
    const { clock, network, asked, trouble, heard, say, hint } = setUp();
    await settle();
    trouble.push(new AdapterError('rate-limited', 'too often', { retryAfter: 300_000 }));
    hint();
    await settle();
    asked.length = 0;
    await say('Said while it may not be asked');
    for (let second = 0; second < 299; second++) {
      hint();
      if (second === 100) network.set(true);
      await clock.advance(1_000);
    }
    assert.deepEqual([asked, heard], [[], []]);
    await clock.advance(1_000);
    assert.equal(asked.length, 1);
    assert.deepEqual(heard, [[{ kind: 'other' }]]);
    await say('And afterwards as ever');
    hint();
    await clock.advance(1_000);
    assert.deepEqual(heard.at(-1), [{ kind: 'thread', thread }]);
  });

  it('F25 takes a new bookmark when the old one is refused', async () => {
    const { asked, trouble, heard, say, hint } = setUp();
    await settle();
    trouble.push(new AdapterError('gone', 'too old'));
    hint();
    await settle();
    hint();
    await settle();
    assert.deepEqual([asked.at(-1)!.since, heard], [undefined, [[{ kind: 'other' }]]]);
    await say('After that');
    hint();
    await settle();
    assert.deepEqual(heard.at(-1), [{ kind: 'thread', thread }]);
  });
});
