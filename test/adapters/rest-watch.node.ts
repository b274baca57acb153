import assert from 'node:assert/strict';
import { describe, it, mock } from 'node:test';
import type { ChangeSink, LiveState } from '../../src/adapter/ports/changes.js';
import type { GetToken } from '../../src/adapter/token.js';
import { newWords, once, patiently } from '../../src/conformance/steps.js';
import { createClient } from '../../src/client/client.js';
import type { Change } from '../../src/model/change.js';
import { handClock, settle, switchedNetwork } from '../support/clock.js';
import { withBench } from './fault-bench.js';
import { answer, type Fault } from './fault-proxy.js';
import { restAs, tokenOf } from './rest-backend.js';

/** Waits for something that comes over the network; fails rather than waiting for ever. */
async function until(holds: () => boolean, what: string): Promise<void> {
  const end = Date.now() + 5_000;
  while (!holds()) {
    assert.ok(Date.now() < end, what);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

const OTHER = 'event: other\ndata:\n\n';

/** A sink that keeps what it was told. */
function noting() {
  const states: LiveState[] = [];
  let hints = 0;
  const sink: ChangeSink = {
    hint() {
      hints++;
    },
    state(now) {
      states.push(now);
    },
  };
  return { states, hints: () => hints, sink };
}

const stream =
  (...parts: string[]): Fault =>
  ({ response }) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.flushHeaders();
    for (const part of parts) response.write(part);
  };

describe('watching for changes', () => {
  it('F25 opens again when the stream breaks, a little later each time, and says what it can do meanwhile', () => {
    const clock = handClock();
    const chance = mock.method(Math, 'random', () => 0.999);
    return withBench({ clock }, async ({ proxy, patient }) => {
      const { states, sink } = noting();
      const opened = (): number => proxy.seen.filter(({ url }) => url === '/changes/stream').length;
      proxy.next(answer(503), answer(503), answer(503), stream(': here\n\n'));
      const stop = patient.changes!.watch!(sink);
      for (const [tries, longest] of [
        [1, 1_500],
        [2, 2_500],
        [3, 4_500],
      ] as const) {
        await until(() => states.length === tries && clock.waiting === 1, 'a failed try');
        let waited = 0;
        for (; states.length === tries && clock.waiting === 1; waited += 100) await clock.advance(100);
        assert.equal(waited, longest, `the longest wait after ${tries} tries`);
        await until(() => opened() === tries + 1, 'the next try');
      }
      await until(() => states.at(-1) === 'live', 'the stream');
      assert.deepEqual(states, ['polling', 'polling', 'polling', 'live']);
      stop();
      await settle();
      assert.equal(clock.waiting, 0);
    }).finally(() => chance.mock.restore());
  });

  it('F05 opens again no earlier than told', () => {
    const clock = handClock();
    const chance = mock.method(Math, 'random', () => 0);
    return withBench({ clock }, async ({ proxy, patient }) => {
      const { states, sink } = noting();
      const opened = (): number => proxy.seen.filter(({ url }) => url === '/changes/stream').length;
      proxy.next(answer(429, '', { 'retry-after': '90' }));
      const stop = patient.changes!.watch!(sink);
      await until(() => states.length === 1 && clock.waiting === 1, 'the refusal');
      await clock.advance(90_000);
      assert.equal(opened(), 1);
      await clock.advance(1_000);
      await until(() => states.at(-1) === 'live', 'the stream');
      stop();
    }).finally(() => chance.mock.restore());
  });

  it('F25 F07 a page hears of what was said while its stream was cut, once', () => {
    const clock = handClock();
    return withBench({ clock }, async ({ server, proxy, thread, patient }) => {
      const adapter = await restAs(server, 'sam-okafor', { baseUrl: proxy.url, clock });
      const client = createClient(adapter, { clock, network: switchedNetwork() });
      const heard: Change[] = [];
      let cutIt = (): void => {};
      // The session and the first bookmark pass; the stream opens, and breaks when told.
      proxy.next(
        (exchange) => exchange.pass(),
        (exchange) => exchange.pass(),
        (exchange) => {
          stream(': here\n\n')(exchange);
          cutIt = exchange.cut;
        },
      );
      const stop = client.changes.listen((changes) => heard.push(...changes));
      await until(() => client.changes.state === 'live', 'the stream');
      cutIt();
      await until(() => client.changes.state === 'polling', 'the cut');
      await patient.messages!.send({ thread, body: newWords() }, once());
      await clock.advance(2_000);
      await until(() => heard.length > 0, 'the change');
      await patient.messages!.send({ thread, body: newWords() }, once());
      await until(() => heard.length > 1, 'the next one');
      await new Promise((resolve) => setTimeout(resolve, 50));
      assert.deepEqual(heard, [{ kind: 'thread', thread }, { kind: 'thread', thread }]);
      stop();
    });
  });

  it('F25 takes a stream that is silent for a minute for dead', () => {
    const clock = handClock();
    return withBench({ clock }, async ({ proxy, patient }) => {
      const { states, sink } = noting();
      proxy.next(stream(': here\n\n'));
      const stop = patient.changes!.watch!(sink);
      await until(() => states.at(-1) === 'live', 'the stream');
      await new Promise((resolve) => setTimeout(resolve, 30));
      await clock.advance(61_000);
      await until(() => states.includes('polling'), 'giving up on it');
      await clock.advance(2_000);
      await until(() => states.filter((state) => state === 'live').length === 2, 'the next stream');
      stop();
    });
  });

  it('F07 hints for each event named change, however it is cut into pieces, and for nothing else', () =>
    withBench({ clock: handClock() }, async ({ proxy, patient }) => {
      const { hints, sink } = noting();
      proxy.next(
        stream(': beat\n\n', 'event: cha', 'nge\nda', 'ta:\n', '\n', OTHER, 'event: change\r\ndata:\r\n\r\n'),
      );
      const stop = patient.changes!.watch!(sink);
      await until(() => hints() === 2, 'two hints');
      await new Promise((resolve) => setTimeout(resolve, 30));
      assert.equal(hints(), 2);
      stop();
    }));

  it('does not ask again where watching is not allowed', () => {
    const clock = handClock();
    return withBench({ clock }, async ({ proxy, patient }) => {
      const { states, sink } = noting();
      proxy.next(answer(403));
      const stop = patient.changes!.watch!(sink);
      await until(() => states.length === 1, 'the refusal');
      assert.deepEqual([states, clock.waiting], [['polling'], 0]);
      stop();
    });
  });

  it('F09 is not stopped for ever by a token that never comes', () => {
    const clock = handClock();
    let isHanging = false;
    let token = '';
    const getToken: GetToken = () => (isHanging ? new Promise(() => {}) : Promise.resolve(tokenOf(token)));
    return withBench({}, async ({ server, proxy }) => {
      token = await server.signIn('sam-okafor');
      const adapter = await restAs(server, 'sam-okafor', { baseUrl: proxy.url, getToken, clock });
      const patient = await adapter.connect(patiently);
      const { states, sink } = noting();
      isHanging = true;
      const stop = patient.changes!.watch!(sink);
      await clock.advance(15_100);
      isHanging = false;
      await clock.advance(2_000);
      await until(() => states.at(-1) === 'live', 'the stream');
      stop();
    });
  });

  it('goes on after a token has run out', () =>
    withBench({ clock: handClock() }, async ({ proxy, patient, thread }) => {
      const { states, hints, sink } = noting();
      proxy.next(answer(401));
      const stop = patient.changes!.watch!(sink);
      await until(() => states.at(-1) === 'live', 'the stream');
      await patient.messages!.send({ thread, body: newWords() }, once());
      await until(() => hints() > 0, 'a hint');
      stop();
    }));
});
