import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { AdapterError } from '../../src/adapter/errors.js';
import { faultAdapter, type FaultRule } from '../../src/adapters/fault/fault-adapter.js';
import { memoryAdapter, memoryBackend } from '../../src/adapters/memory/memory-adapter.js';
import { alderStreet, SIGN_INS } from '../../src/adapters/memory/scenarios.js';
import { createClient } from '../../src/client/client.js';
import { listThreads, sendMessage } from '../../src/client/messages.js';
import { once, patiently } from '../../src/conformance/steps.js';
import type { ThreadId } from '../../src/model/id.js';
import { handClock } from '../support/clock.js';

const BODY = 'May I have the refill by Friday?';
const thread = 'refill' as ThreadId;

function setUp(rules: readonly FaultRule[] | (() => readonly FaultRule[]), seed?: number) {
  const backend = memoryBackend(alderStreet);
  const clock = handClock();
  const adapter = faultAdapter(memoryAdapter({ backend, me: SIGN_INS.sam }), { rules, seed, clock });
  const arrived = () => backend.messages().filter(({ body }) => body === BODY).length;
  return { adapter, arrived, clock };
}

const codeOf = (error: unknown): string => (error as AdapterError).code;

describe('faultAdapter', () => {
  it('changes nothing where nothing is planned', async () => {
    const { adapter, arrived } = setUp([]);
    const sam = await adapter.connect(patiently);
    await sam.messages!.send({ thread, body: BODY }, once());
    assert.equal(arrived(), 1);
    assert.equal(adapter.name, 'memory');
  });

  it('makes the calls fail that a rule is about, by number, and no others', async () => {
    const { adapter, arrived } = setUp([{ on: 'messages.send', nth: [2], fault: 'fail', code: 'rate-limited', retryAfter: 5000 }]);
    const sam = await adapter.connect(patiently);
    await sam.messages!.send({ thread, body: BODY }, once());
    await assert.rejects(sam.messages!.send({ thread, body: BODY }, once()), (error: AdapterError) => {
      assert.deepEqual([error.code, error.retryAfter], ['rate-limited', 5000]);
      return true;
    });
    await sam.messages!.send({ thread, body: BODY }, once());
    assert.equal(arrived(), 2);
    assert.ok((await sam.messages!.listThreads({}, patiently)).items.length > 0);
  });

  it('F03 loses the answer of what was done: nobody can tell, and the same key ends it', async () => {
    const { adapter, arrived } = setUp([
      { on: 'messages.send', nth: [1], fault: 'lose' },
      { on: 'messages.listThreads', fault: 'lose' },
    ]);
    const sam = await adapter.connect(patiently);
    const key = once();
    const code = await sam.messages!.send({ thread, body: BODY }, key).catch(codeOf);
    assert.deepEqual([code, arrived()], ['unknown-outcome', 1]);
    await sam.messages!.send({ thread, body: BODY }, key);
    assert.equal(arrived(), 1);
    assert.equal(await sam.messages!.listThreads({}, patiently).catch(codeOf), 'offline');
  });

  it('F06 hangs until the caller gives up, and waits as long as it was told by the clock it was given', async () => {
    const rules: FaultRule[] = [
      { on: 'people', fault: 'hang' },
      { on: 'messages', fault: 'delay', milliseconds: 30_000 },
    ];
    const { adapter, clock } = setUp(rules);
    const sam = await adapter.connect(patiently);
    const ending = new AbortController();
    const hanging = sam.people!.listCareTeam({ subject: SIGN_INS.sam }, { signal: ending.signal });
    ending.abort(new Error('enough'));
    await assert.rejects(hanging, /enough/);
    let isThere = false;
    const reading = sam.messages!.listThreads({}, patiently).then(() => (isThere = true));
    await clock.advance(29_000);
    assert.equal(isThere, false);
    await clock.advance(2_000);
    await reading;
  });

  it('F12 answers with something else, which the client finds and nobody else has to', async () => {
    const { adapter } = setUp([{ on: 'messages.listThreads', fault: 'garble', answer: '<h1>Down</h1>' }]);
    const client = createClient(adapter);
    assert.equal(await listThreads(client, {}, patiently).catch(codeOf), 'malformed');
    client.close();
  });

  it('F04 F07 the outbox brings each message there once through any plan', async () => {
    const rules: FaultRule[] = [
      { on: 'messages.send', chance: 0.3, fault: 'fail', code: 'unavailable' },
      { on: 'messages.send', chance: 0.3, fault: 'lose' },
      { on: 'messages.send', chance: 0.5, fault: 'repeat' },
    ];
    const { adapter, arrived, clock } = setUp(rules, 7);
    const client = createClient(adapter, { clock });
    for (let count = 0; count < 20; count++) sendMessage(client, { thread, body: BODY });
    for (let tries = 0; tries < 200 && client.outbox.items().some(({ state }) => state.status !== 'sent'); tries++) {
      await clock.advance(60_000);
    }
    assert.deepEqual(client.outbox.items().map(({ state }) => state.status), Array(20).fill('sent'));
    assert.equal(arrived(), 20);
    client.close();
  });

  it('fails in the same places for a seed, and where its rules say so now', async () => {
    const run = async (seed: number): Promise<string> => {
      const { adapter } = setUp([{ on: '*', chance: 0.5, fault: 'fail', code: 'unavailable' }], seed);
      let line = '';
      for (let tries = 0; tries < 30; tries++) line += await adapter.connect(patiently).then(() => '.', () => 'x');
      return line;
    };
    assert.equal(await run(3), await run(3));
    assert.notEqual(await run(3), await run(4));
    let rules: readonly FaultRule[] = [];
    const sam = await setUp(() => rules).adapter.connect(patiently);
    await sam.messages!.listThreads({}, patiently);
    rules = [{ on: '*', fault: 'fail', code: 'offline' }];
    assert.equal(await sam.messages!.listThreads({}, patiently).catch(codeOf), 'offline');
  });
});
