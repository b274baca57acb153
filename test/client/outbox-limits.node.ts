import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { AdapterError } from '../../src/adapter/index.js';
import { memoryAdapter, memoryBackend, type MemoryCall } from '../../src/adapters/memory/memory-adapter.js';
import { alderStreet, SIGN_INS } from '../../src/adapters/memory/scenarios.js';
import { createClient, listEntries, messageKind, sendMessage } from '../../src/client/index.js';
import { memoryStorage } from '../../src/storage/memory-storage.js';
import { handClock, settle } from '../support/clock.js';

import { type Fault, me, setUp, thread } from './outbox-bench.js';

describe('the outbox at its limits', () => {
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

  it('still says that a message was sent after its writer has signed in again', async () => {
    const { client, status } = setUp();
    const key = sendMessage(client, { thread, body: 'sent while its form was away' });
    await settle();
    await client.renew();
    assert.equal(status(key), 'sent');
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
});
