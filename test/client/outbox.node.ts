import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { AdapterError, type AdapterErrorCode } from '../../src/adapter/index.js';
import { memoryAdapter, memoryBackend, type MemoryCall } from '../../src/adapters/memory/memory-adapter.js';
import { alderStreet, answeredRefill, SIGN_INS, waitingQuestion } from '../../src/adapters/memory/scenarios.js';
import { createClient, listEntries, messageKind, type Report, sendMessage } from '../../src/client/index.js';
import { createOutbox } from '../../src/client/outbox.js';
import { memoryStorage } from '../../src/storage/memory-storage.js';
import type { Storage } from '../../src/storage/storage.js';
import type { SendKey } from '../../src/model/index.js';
import { handClock, settle, switchedNetwork } from '../support/clock.js';

type Fault = AdapterErrorCode | undefined;

const thread = answeredRefill.id;
const other = waitingQuestion.id;
const me = answeredRefill.subject.id;

/** A client whose sends fail as told: before anything has happened, or after it has and the answer is lost. */
function setUp({ before = [], after = [] }: { before?: Fault[]; after?: Fault[] } = {}) {
  const backend = memoryBackend(alderStreet);
  const clock = handClock();
  const network = switchedNetwork();
  const reports: Report[] = [];
  const fail = (faults: Fault[]) => (call: MemoryCall) => {
    const fault = call.method === 'send' ? faults.shift() : undefined;
    if (fault) throw new AdapterError(fault, 'as the test asked');
  };
  const adapter = memoryAdapter({ backend, me, before: fail(before), after: fail(after) });
  const client = createClient(adapter, { clock, network, report: (report) => reports.push(report) });
  const stored = () => backend.messages().map(({ body }) => body);
  const status = (key: SendKey) => client.outbox.item(key)?.state.status;
  const times = (body: string) => stored().filter((text) => text === body).length;
  const outboxOn = (storage: Storage) =>
    createOutbox({
      connect: client.connect,
      sent() {},
      reader: () => client.reader,
      storage,
      clock,
      network,
      report: client.report,
    });
  return { backend, client, clock, network, reports, outboxOn, status, stored, times };
}

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

  it('F23 never sends what one person wrote in the session of another', async () => {
    const backend = memoryBackend(alderStreet);
    const adapters = [me, SIGN_INS.rosa, me].map((person) => memoryAdapter({ backend, me: person }));
    let session = 0;
    const client = createClient({ name: 'shared', connect: (options) => adapters[session]!.connect(options) });
    await client.connect();
    session = 1;
    void client.renew();
    const key = sendMessage(client, { thread, body: 'for my doctor alone' });
    await settle();
    assert.equal(client.outbox.item(key), undefined);
    assert.ok(backend.messages().every(({ body }) => body !== 'for my doctor alone'));
    session = 2;
    await client.renew();
    await settle();
    assert.equal(client.outbox.item(key)?.state.status, 'sent');
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

  it('keeps what is unsent in the storage, and nothing of what is sent or taken out', async () => {
    const { network, outboxOn } = setUp();
    const storage = memoryStorage();
    const outbox = outboxOn(storage);
    network.set(false);
    const key = outbox.send(messageKind, thread, { thread, body: 'kept' });
    const other = outbox.send(messageKind, thread, { thread, body: 'taken' });
    await settle();
    assert.deepEqual(await storage.keys('outbox/'), [`outbox/${key}`, `outbox/${other}`].sort());
    outbox.take(other);
    network.set(true);
    await settle();
    assert.deepEqual(await storage.keys('outbox/'), []);
  });

  it('F19 sends although the storage is denied, and reports it', async () => {
    const { outboxOn, reports } = setUp();
    const denied = () => Promise.reject(new DOMException('no', 'QuotaExceededError'));
    const outbox = outboxOn({ get: denied, set: denied, remove: denied, keys: denied });
    const key = outbox.send(messageKind, thread, { thread, body: 'still goes' });
    await settle();
    assert.equal(outbox.item(key)?.state.status, 'sent');
    assert.ok(reports.some(({ code }) => code === 'storage'));
  });

  it('F23 shows nobody what somebody else has under way, and lets it hold nobody up', async () => {
    const backend = memoryBackend(alderStreet);
    let refuse = true;
    const before = ({ method }: MemoryCall) => {
      if (method === 'send' && refuse) throw new AdapterError('auth-required', 'ended');
    };
    const adapters = [SIGN_INS.june, SIGN_INS.lee].map((person) => memoryAdapter({ backend, me: person, before }));
    let session = 0;
    const client = createClient({ name: 'shared', connect: (options) => adapters[session]!.connect(options) });
    await client.connect();
    const held = sendMessage(client, { thread, body: 'by June' });
    await settle();
    session = 1;
    refuse = false;
    await client.renew();
    assert.deepEqual(client.outbox.items(), []);
    assert.equal(client.outbox.item(held), undefined);
    const mine = sendMessage(client, { thread, body: 'by Lee' });
    await settle();
    assert.equal(client.outbox.item(mine)?.state.status, 'sent');
    session = 0;
    await client.renew();
    await settle();
    assert.deepEqual(backend.messages().filter(({ body }) => body.startsWith('by ')).map(({ author, body }) => [author.name, body]), [
      ['Dr. Grace Lee', 'by Lee'],
      ['June Carter', 'by June'],
    ]);
  });

  it('F23 keeps the author who pressed send, whoever signs in before it goes', async () => {
    const { client, stored } = setUp();
    await client.connect();
    sendMessage(client, { thread, body: 'written by Rosa' }, SIGN_INS.rosa);
    await settle();
    assert.ok(!stored().includes('written by Rosa'));
  });

  it('goes on although a listener of the page throws', async () => {
    const { client, reports, status } = setUp();
    client.outbox.listen(() => {
      throw new Error('a mistake of the page');
    });
    const first = sendMessage(client, { thread, body: 'one' });
    const second = sendMessage(client, { thread, body: 'two' });
    await settle();
    assert.deepEqual([status(first), status(second)], ['sent', 'sent']);
    assert.ok(reports.some(({ code }) => code === 'listener-failed'));
  });

  it('leaves it to the reader where sending again could double a message', async () => {
    const backend = memoryBackend(alderStreet);
    const lost = [true, false];
    const after = ({ method }: MemoryCall) => {
      if (method === 'send' && lost.shift()) throw new AdapterError('unknown-outcome', 'lost');
    };
    const adapter = memoryAdapter({ backend, me, after });
    const clock = handClock();
    const client = createClient(
      {
        ...adapter,
        async connect(options) {
          const connection = await adapter.connect(options);
          return { ...connection, messages: { ...connection.messages!, idempotency: 'none' } };
        },
      },
      { clock },
    );
    const key = sendMessage(client, { thread, body: 'once only' });
    await settle();
    await clock.advance(600_000);
    assert.deepEqual(client.outbox.item(key)?.state, { status: 'unknown', blocked: true });
    client.outbox.sendAgain(key);
    await settle();
    assert.equal(client.outbox.item(key)?.state.status, 'sent');
  });

  it('F03 knows a message again when it turns up in its thread', async () => {
    const { client, status } = setUp({ after: Array<Fault>(9).fill('malformed') });
    const key = sendMessage(client, { thread, body: 'there all along' });
    await settle();
    assert.equal(status(key), 'unknown');
    await listEntries(client, { thread }, { signal: new AbortController().signal });
    assert.equal(status(key), 'sent');
  });

  it('tries in the end although the device says that it is offline', async () => {
    const { client, clock, network, status } = setUp();
    network.set(false);
    const key = sendMessage(client, { thread, body: 'behind a strange network' });
    await settle();
    assert.equal(status(key), 'queued');
    await clock.advance(31_000);
    assert.equal(status(key), 'sent');
  });

  it('F29 contains an adapter that throws what it likes', async () => {
    const client = createClient({ name: 'odd', connect: () => { throw 'a string'; } }); // eslint-disable-line
    await assert.rejects(client.connect(), { name: 'AdapterError', code: 'malformed' });
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
