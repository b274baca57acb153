import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { memoryAdapter, memoryBackend } from '../../src/adapters/memory/memory-adapter.js';
import { alderStreet, messagingOffPractice, SIGN_INS } from '../../src/adapters/memory/scenarios.js';
import { createClient, pauseMessages, readPractice, resumeMessages } from '../../src/client/index.js';
import type { Change } from '../../src/model/index.js';
import { handClock, settle } from '../support/clock.js';

const calm = { signal: new AbortController().signal };
const HOUR = 3_600_000;
const PRACTICE: readonly Change[] = [{ kind: 'practice' }];

/** A client that counts how often the practice is asked, and can be told to be late. */
function setUp({ scenario = alderStreet, ahead = 0 } = {}) {
  const clock = handClock();
  const backend = memoryBackend(scenario, { now: () => clock.now() - ahead });
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
  const client = createClient(adapter, { clock });
  return { client, clock, asked: () => asked, hold: (until: Promise<void> | undefined) => void (late = until) };
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

  it('is read again when a pause ends, by whoever shows it: what was before it, only the backend knows', async () => {
    const { client, clock } = setUp({ scenario: messagingOffPractice });
    const until = new Date(clock.now() + HOUR).toISOString();
    await pauseMessages(client, { until }, calm);
    assert.equal((await readPractice(client, calm)).messaging?.state, 'paused');
    const heard: unknown[] = [];
    client.changes.listen((changes) => heard.push(...changes.filter(({ kind }) => kind === 'practice')));
    await clock.advance(HOUR - 1);
    assert.equal((await readPractice(client, calm)).messaging?.state, 'paused');
    await clock.advance(1);
    assert.ok(heard.length > 0);
    assert.equal((await readPractice(client, calm)).messaging?.state, 'off');
    client.close();
  });

  it('is asked for as long as it tells of a pause that has ended by the clock of this device, and kept no longer', async () => {
    const { client, clock, asked } = setUp({ scenario: messagingOffPractice, ahead: HOUR });
    await pauseMessages(client, { until: new Date(clock.now() - HOUR / 2).toISOString() }, calm);
    await readPractice(client, calm);
    assert.equal((await readPractice(client, calm)).messaging?.state, 'paused');
    await clock.advance(HOUR / 2);
    for (let time = 0; time < 2; time++) assert.equal((await readPractice(client, calm)).messaging?.state, 'off');
    assert.equal(asked(), 3);
  });

  it('is not waited for longer than timers can, nor once the client is closed', async () => {
    const { client, clock, asked } = setUp();
    const pauseFor = async (time: number) => {
      await pauseMessages(client, { until: new Date(clock.now() + time).toISOString() }, calm);
      await readPractice(client, calm);
      await readPractice(client, calm);
    };
    const before = clock.waiting;
    await pauseFor(30 * 24 * HOUR);
    assert.equal(clock.waiting, before);
    await pauseFor(HOUR);
    assert.equal(clock.waiting, before + 1);
    client.close();
    assert.equal(clock.waiting, before);
    assert.equal(asked(), 2);
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
