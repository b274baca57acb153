import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { AdapterError, type AdapterErrorCode } from '../../src/adapter/index.js';
import { memoryAdapter, memoryBackend } from '../../src/adapters/memory/memory-adapter.js';
import { alderStreet, closedBill, SIGN_INS } from '../../src/adapters/memory/scenarios.js';
import { continueThread, createClient, listEntries, listThreads, sendMessage } from '../../src/client/index.js';
import type { Receipt } from '../../src/model/index.js';
import { handClock, settle, switchedNetwork } from '../support/clock.js';

const { id: thread } = closedBill;
const calm = { signal: new AbortController().signal };

/** A client whose calls of some methods fail as told, before or after they took effect. */
function setUp(faults: { before?: Record<string, AdapterErrorCode[]>; after?: Record<string, AdapterErrorCode[]>; idempotency?: 'none' } = {}) {
  const backend = memoryBackend(alderStreet);
  const clock = handClock();
  const calls: string[] = [];
  const fail = (plan: Record<string, AdapterErrorCode[]> = {}) => ({ method }: { method: string }) => {
    const code = plan[method]?.shift();
    if (code) throw new AdapterError(code, 'as the test asked');
  };
  const adapter = memoryAdapter({
    backend,
    me: SIGN_INS.sam,
    before(call) {
      if (['send', 'continue'].includes(call.method)) calls.push(call.method);
      fail(faults.before)(call);
    },
    after: fail(faults.after),
  });
  const connect: typeof adapter.connect = async (options) => {
    const connection = await adapter.connect(options);
    const { messages } = connection;
    return faults.idempotency && messages ? { ...connection, messages: { ...messages, idempotency: 'none' } } : connection;
  };
  const client = createClient({ ...adapter, connect }, { clock, network: switchedNetwork() });
  const receipt = (key: Parameters<typeof client.outbox.item>[0]) => {
    const { state } = client.outbox.item(key)!;
    return state.status === 'sent' ? (state.result as Receipt) : undefined;
  };
  return { backend, client, clock, calls, receipt };
}

describe('a thread that goes on', () => {
  it('becomes a new one, and whoever shows either hears of it', async () => {
    const { client, receipt } = setUp();
    const heard: unknown[] = [];
    client.changes.listen((changes) => heard.push(changes));
    const key = continueThread(client, { thread, body: 'It was billed once more.\r\nPlease look.' });
    await settle();
    const { thread: next, message } = receipt(key)!;
    assert.equal(next.continues, thread);
    assert.equal(message.body, 'It was billed once more.\nPlease look.');
    assert.deepEqual(heard[0], [{ kind: 'thread', thread: next.id }, { kind: 'thread', thread }]);
  });

  it('waits for the replies before it, whatever becomes of them', async () => {
    const { client, clock, calls, receipt } = setUp({ before: { send: ['unavailable', 'unknown-outcome'] } });
    const reply = sendMessage(client, { thread, body: 'one more thing' });
    const key = continueThread(client, { thread, body: 'then in a new one' });
    await settle();
    assert.deepEqual(calls, ['send']);
    await clock.advance(60_000);
    // The thread is over: the reply is refused for good, and holds nothing up.
    assert.equal(client.outbox.item(reply)?.state.status, 'rejected');
    assert.ok(receipt(key));
    assert.deepEqual(calls.filter((method) => method === 'continue'), ['continue']);
    assert.equal(calls.lastIndexOf('send') < calls.indexOf('continue'), true);
  });

  it('F03 F04 is there once, however often its answer is lost', async () => {
    const { backend, client, clock, receipt } = setUp({
      before: { continue: ['unavailable', 'offline'] },
      after: { continue: ['unknown-outcome', 'malformed'] },
    });
    const key = continueThread(client, { thread, body: 'once' });
    await settle();
    await clock.advance(3_600_000);
    assert.equal(receipt(key)?.thread.continues, thread);
    assert.equal(backend.messages().filter(({ body }) => body === 'once').length, 1);
  });

  it('F03 is known again when it is found where sending it again could double it', async () => {
    const { client, clock, receipt } = setUp({ idempotency: 'none', after: { continue: ['unknown-outcome'] } });
    const key = continueThread(client, { thread, body: 'did it arrive?' });
    await settle();
    await clock.advance(3_600_000);
    assert.deepEqual(client.outbox.item(key)?.state, { status: 'unknown', blocked: true });
    const { items } = await listThreads(client, {}, calm);
    const next = items.find(({ continues }) => continues === thread)!;
    await listEntries(client, { thread: next.id }, calm);
    assert.equal(receipt(key)?.thread.id, next.id);
    assert.equal(receipt(key)?.message.body, 'did it arrive?');
  });

  it('F10 is refused where it goes on already, and says so by its code alone', async () => {
    const { client } = setUp();
    continueThread(client, { thread, body: 'first' });
    await settle();
    const key = continueThread(client, { thread, body: 'second' });
    await settle();
    assert.deepEqual(client.outbox.item(key)?.state, { status: 'rejected', code: 'conflict', field: undefined });
    assert.equal((client.outbox.take(key)?.draft as { body: string }).body, 'second');
  });
});
