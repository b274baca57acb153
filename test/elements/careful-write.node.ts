import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Adapter } from '../../src/adapter/adapter.js';
import { AdapterError, type AdapterErrorCode } from '../../src/adapter/errors.js';
import { memoryAdapter, memoryBackend } from '../../src/adapters/memory/memory-adapter.js';
import { alderStreet, SIGN_INS } from '../../src/adapters/memory/scenarios.js';
import { type Client, createClient } from '../../src/client/client.js';
import type { ElementHost } from '../../src/controllers/client-controller.js';
import { CarefulWrite, type Write } from '../../src/elements/shared/careful-write.js';
import { handClock, settle, switchedNetwork } from '../support/clock.js';

/** Sam is about to change something. */
async function writing() {
  const clock = handClock();
  const backend = memoryBackend(alderStreet, { now: clock.now });
  let me: keyof typeof SIGN_INS | undefined = 'sam';
  const adapter: Adapter = {
    name: 'memory',
    connect: (options) => {
      if (!me) throw new AdapterError('auth-required', 'nobody is signed in');
      return memoryAdapter({ backend, me: SIGN_INS[me] }).connect(options);
    },
  };
  const client = createClient(adapter, { clock, network: switchedNetwork(), report: () => {} });
  await client.connect();
  const write = new CarefulWrite<string>({ requestUpdate: () => {} } as ElementHost);
  const signIn = (who: keyof typeof SIGN_INS | undefined): Promise<void> => {
    me = who;
    return client.renew();
  };
  return { clock, client, write, signIn };
}

/** A backend that says one thing after the other, by whom and under which key it is asked. */
function answers(...codes: readonly (AdapterErrorCode | undefined)[]) {
  const asked: { readonly key: string; readonly reader: Client['reader'] }[] = [];
  const write: Write<string> = async ({ reader }, { key }) => {
    const code = codes[asked.length];
    asked.push({ key, reader });
    if (code) throw new AdapterError(code, 'for the test');
    return 'done';
  };
  return { asked, write };
}

describe('a careful write', () => {
  it('F02 F27 is not sure after an answer that nobody can read, and asks again under the same key', async () => {
    const { clock, client, write } = await writing();
    const backend = answers('malformed', undefined);
    const answer = write.run(client, backend.write);
    await settle();
    assert.equal(write.state, 'unsure');
    await clock.advance(1_000);
    assert.equal(await answer, 'done');
    assert.equal(backend.asked.length, 2);
    assert.equal(backend.asked[0]!.key, backend.asked[1]!.key);
  });

  it('F02 does not say that nothing was done when the session ends before it is known', async () => {
    const { clock, client, write } = await writing();
    const backend = answers('unknown-outcome', 'auth-required', 'auth-required', 'auth-required', undefined);
    const answer = write.run(client, backend.write);
    await clock.advance(60_000);
    assert.equal(await answer, undefined);
    assert.equal(write.state, 'undecided');
    assert.equal(await write.again(), 'done');
    assert.equal(new Set(backend.asked.map(({ key }) => key)).size, 1);
  });

  it('says at once what is refused for certain', async () => {
    const { client, write } = await writing();
    await write.run(client, answers('auth-required').write);
    assert.equal(write.error?.code, 'auth-required');
  });

  it('F23 sends nothing of one person’s in the session of the next', async () => {
    const { clock, client, write, signIn } = await writing();
    const backend = answers('unknown-outcome', undefined);
    const answer = write.run(client, backend.write);
    await settle();
    await signIn('rosa');
    await clock.advance(60_000);
    assert.equal(await answer, undefined);
    assert.deepEqual(backend.asked.map(({ reader }) => reader), ['sam-okafor']);
    assert.equal(write.state, 'idle');
  });

  it('F23 sends nothing for who has left while the page took its time', async () => {
    const { client, write, signIn } = await writing();
    const backend = answers(undefined);
    const answer = write.run(client, backend.write, async () => {
      await signIn('rosa');
      return true;
    });
    assert.equal(await answer, undefined);
    assert.deepEqual(backend.asked, []);
  });

  it('is still not sure when nobody is signed in meanwhile, and goes on when the same person is back', async () => {
    const { clock, client, write, signIn } = await writing();
    const backend = answers('unknown-outcome', undefined);
    const answer = write.run(client, backend.write);
    await settle();
    await signIn(undefined);
    await clock.advance(1_000);
    assert.equal(write.state, 'unsure');
    await signIn('sam');
    await clock.advance(60_000);
    assert.equal(await answer, 'done');
  });
});
