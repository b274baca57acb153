import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { GetToken, Token } from '../../src/adapter/token.js';
import type { Connection } from '../../src/adapter/adapter.js';
import { newWords, once, patiently } from '../../src/conformance/steps.js';
import { handClock } from '../support/clock.js';
import { withBench, type FaultBench } from './fault-bench.js';
import type { Fault } from './fault-proxy.js';
import { restAs } from './rest-backend.js';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const inMinutes = (minutes: number): string => new Date(Date.now() + minutes * MINUTE).toISOString();

interface Setting {
  /** How far this device's clock is ahead of the server's, in milliseconds. */
  readonly skew: number;
  /** What the host says of the end of each token it gives, the first and the renewed ones. */
  readonly ends: (renewals: number) => string;
}

/** A patient on a device whose clock is wrong, and every time the host was asked for a token: `true` for a new one. */
async function withClock(
  { skew, ends }: Setting,
  test: (
    bench: FaultBench & {
      readonly clock: ReturnType<typeof handClock>;
      readonly asked: boolean[];
      readonly me: Connection;
    },
  ) => Promise<void>,
): Promise<void> {
  const clock = handClock(new Date(Date.now() + skew).toISOString());
  await withBench({}, async (bench) => {
    const asked: boolean[] = [];
    let current: Token | undefined;
    const getToken: GetToken = async ({ refresh }) => {
      asked.push(refresh);
      if (!current || refresh) {
        const renewals = asked.filter(Boolean).length;
        current = { token: await bench.server.signIn('sam-okafor'), expiresAt: ends(renewals) };
      }
      return current;
    };
    const adapter = await restAs(bench.server, 'sam-okafor', { baseUrl: bench.proxy.url, getToken, clock });
    await test({ ...bench, clock, asked, me: await adapter.connect(patiently) });
  });
}

/** Reads and writes a few times. */
async function useIt({
  me,
  thread,
}: {
  readonly me: Connection;
  readonly thread: FaultBench['thread'];
}): Promise<void> {
  for (let times = 0; times < 3; times++) {
    await me.messages!.readThread(thread, patiently);
    await me.messages!.send({ thread, body: newWords() }, once());
  }
}

describe('a device whose clock is wrong', () => {
  for (const [name, skew] of Object.entries({
    'a day ahead': DAY,
    'a day behind': -DAY,
    'five minutes ahead': 5 * MINUTE,
    'five minutes behind': -5 * MINUTE,
  })) {
    it(`F15 renews no token that is still good, ${name}`, () =>
      withClock({ skew, ends: () => inMinutes(3) }, async (bench) => {
        await useIt(bench);
        assert.equal(bench.asked.includes(true), false);
      }));

    it(`F15 renews a token that the server takes to have run out, once and before it is refused, ${name}`, () =>
      withClock({ skew, ends: (renewals) => inMinutes(renewals === 0 ? -1 : 60) }, async (bench) => {
        await useIt(bench);
        // The first answer tells the server's time, so the second request is the first that can know.
        assert.deepEqual(bench.asked.slice(0, 4), [false, false, true, false]);
        assert.equal(bench.asked.filter(Boolean).length, 1);
        // One of them opened the bench itself; none was refused.
        assert.equal(bench.proxy.seen.length, 8);
      }));
  }

  it('F15 asks for no token over and over where whoever gives them has another time', () =>
    withClock({ skew: 0, ends: () => inMinutes(-24 * 60) }, async (bench) => {
      await useIt(bench);
      assert.equal(bench.asked.filter(Boolean).length, 1);
    }));

  it('F15 asks for no token over and over when its clock jumps back or ahead', () =>
    withClock({ skew: 0, ends: () => inMinutes(60) }, async (bench) => {
      await useIt(bench);
      await bench.clock.advance(DAY);
      await useIt(bench);
      assert.ok(bench.asked.filter(Boolean).length <= 1);
      assert.equal(bench.proxy.seen.length, 14);
    }));

  it('F15 leaves it to the server where the time of its answers cannot be read', () =>
    withClock({ skew: DAY, ends: () => inMinutes(-1) }, async (bench) => {
      const undated: Fault = async ({ forward, response }) => {
        const { status, headers, body } = await forward();
        response.sendDate = false;
        const { date: _date, ...rest } = headers;
        response.writeHead(status, rest).end(body);
      };
      const { adapterAsked, me } = await undatedSession(bench, undated);
      bench.proxy.next(...Array.from({ length: 6 }, () => undated));
      await useIt({ me, thread: bench.thread });
      assert.equal(adapterAsked.includes(true), false);
    }));
});

/** A session of which no answer ever told the time. */
async function undatedSession(
  { server, proxy, clock }: FaultBench & { clock: ReturnType<typeof handClock> },
  undated: Fault,
) {
  const adapterAsked: boolean[] = [];
  const token = { token: await server.signIn('sam-okafor'), expiresAt: inMinutes(-1) };
  const getToken: GetToken = ({ refresh }) => (adapterAsked.push(refresh), Promise.resolve(token));
  const adapter = await restAs(server, 'sam-okafor', { baseUrl: proxy.url, getToken, clock });
  proxy.next(undated);
  return { adapterAsked, me: await adapter.connect(patiently) };
}
