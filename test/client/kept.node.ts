import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { memoryAdapter, memoryBackend } from '../../src/adapters/memory/memory-adapter.js';
import { alderStreet, SIGN_INS } from '../../src/adapters/memory/scenarios.js';
import { createClient, pauseMessages, readPractice, resumeMessages } from '../../src/client/index.js';
import type { Change } from '../../src/model/index.js';
import { settle } from '../support/clock.js';

const calm = { signal: new AbortController().signal };
const PRACTICE: readonly Change[] = [{ kind: 'practice' }];

/** A client that counts how often the practice is asked, and can be told to be late. */
function setUp() {
  const backend = memoryBackend(alderStreet);
  let asked = 0;
  let late: Promise<void> | undefined;
  const adapter = memoryAdapter({
    backend,
    me: SIGN_INS.june,
    after({ method }) {
      if (method !== 'readPractice') return undefined;
      asked++;
      return late;
    },
  });
  const client = createClient(adapter);
  return { client, asked: () => asked, hold: (until: Promise<void> | undefined) => void (late = until) };
}

describe('what a practice says of itself', () => {
  it('is asked once, until it has changed', async () => {
    const { client, asked } = setUp();
    await readPractice(client, calm);
    await readPractice(client, calm);
    client.changes.announce([{ kind: 'thread' }]);
    await readPractice(client, calm);
    assert.equal(asked(), 1);
    for (const change of [PRACTICE, [{ kind: 'other' }] as const]) client.changes.announce(change);
    await readPractice(client, calm);
    assert.equal(asked(), 2);
  });

  it('is read anew after it was paused, and after it went on', async () => {
    const { client } = setUp();
    await readPractice(client, calm);
    await pauseMessages(client, { note: 'until the power is back' }, calm);
    assert.equal((await readPractice(client, calm)).messaging?.state, 'paused');
    await resumeMessages(client, calm);
    assert.notEqual((await readPractice(client, calm)).messaging?.state, 'paused');
  });

  it('F08 is not kept as it was when an answer comes that was asked for before the change', async () => {
    const { client, hold } = setUp();
    let answer = () => {};
    hold(new Promise((resolve) => (answer = resolve)));
    const old = readPractice(client, calm);
    await settle();
    hold(undefined);
    await pauseMessages(client, {}, calm);
    assert.equal((await readPractice(client, calm)).messaging?.state, 'paused');
    answer();
    assert.notEqual((await old).messaging?.state, 'paused');
    assert.equal((await readPractice(client, calm)).messaging?.state, 'paused');
  });
});
