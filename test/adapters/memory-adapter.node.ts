import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { AdapterError } from '../../src/adapter/errors.js';
import { manyMessages, manyThreads } from '../../src/adapters/memory/many.js';
import {
  memoryAdapter,
  memoryBackend,
  type MemoryAdapterOptions,
  type MemoryCall,
} from '../../src/adapters/memory/memory-adapter.js';
import {
  alderStreet,
  busyStreet,
  closedHoursPractice,
  emptyPractice,
  messagingOffPractice,
  pausedPractice,
  SCENARIO_NOW,
  SIGN_INS,
  unknownCard,
} from '../../src/adapters/memory/scenarios.js';
import { ask, entriesOf, everything, newWords, once, patiently } from '../../src/conformance/steps.js';
import { strictConnection } from '../../src/conformance/strict.js';
import type { ThreadId } from '../../src/model/id.js';

const now = (): number => Date.parse(SCENARIO_NOW);

function setUp(options: Partial<MemoryAdapterOptions> = {}) {
  const backend = memoryBackend(alderStreet, { now });
  return { backend, adapter: memoryAdapter({ backend, me: SIGN_INS.sam, ...options }) };
}

describe('the memory adapter', () => {
  it('lets a nurse answer what a patient wrote: both see one backend', async () => {
    const { backend, adapter } = setUp();
    const nurse = await memoryAdapter({ backend, me: SIGN_INS.june }).connect(patiently);
    const sam = await adapter.connect(patiently);
    const { thread } = await ask(sam);
    const answer = await nurse.messages!.send({ thread: thread.id, body: 'Come by at four.' }, once());
    assert.equal((await entriesOf(sam, thread.id))[0]!.id, answer.id);
  });

  it('keeps two backends apart, and leaves the scenario as it was', async () => {
    // The visits are made anew for every backend.
    const { visits: _visits, ...scenario } = alderStreet;
    const before = structuredClone(scenario);
    const [one, other] = [setUp(), setUp()];
    const sam = await one.adapter.connect(patiently);
    await ask(sam);
    await sam.messages!.send({ thread: 'refill' as ThreadId, body: newWords() }, once());
    assert.deepEqual(scenario, before);
    assert.equal(other.backend.messages().length, memoryBackend(alderStreet).messages().length);
  });

  it('gives copies: what a page does to an answer stays on the page', async () => {
    const sam = await setUp().adapter.connect(patiently);
    const first = await sam.messages!.listThreads({}, patiently);
    const { title } = first.items[0]!;
    Object.assign(first.items[0]!, { title: 'changed' });
    Object.assign(first.items[0]!.subject, { name: 'changed' });
    Object.assign(sam.me, { name: 'changed' });
    const again = (await sam.messages!.listThreads({}, patiently)).items[0]!;
    assert.deepEqual([again.title, again.subject.name], [title, 'Sam Okafor']);
    const { message } = await ask(sam);
    assert.equal(message.author.name, 'Sam Okafor');
  });

  it('asks before each call, connecting too, and passes on what it is told', async () => {
    const calls: MemoryCall[] = [];
    const { adapter } = setUp({
      before: (call) => {
        calls.push(call);
        if (call.method === 'listThreads') throw new AdapterError('offline', 'no network');
      },
    });
    const sam = await adapter.connect(patiently);
    await assert.rejects(sam.messages!.listThreads({}, patiently), { code: 'offline' });
    await sam.messages!.readThread('refill' as ThreadId, patiently);
    assert.deepEqual(
      calls.map(({ port, method }) => `${port}.${method}`),
      ['session.connect', 'messages.listThreads', 'messages.readThread'],
    );
  });

  it('waits as long as it is told to wait, until the caller gives up', async () => {
    const { adapter } = setUp({ before: ({ port }) => (port === 'messages' ? new Promise(() => {}) : undefined) });
    const sam = await adapter.connect(patiently);
    const leaving = new AbortController();
    const call = sam.messages!.listThreads({}, { signal: leaving.signal });
    leaving.abort(new Error('left the page'));
    await assert.rejects(call, { message: 'left the page' });
  });

  it('F03 loses an answer after the effect, and answers the same key with what it did', async () => {
    let isLost = true;
    const { adapter, backend } = setUp({
      after: ({ method }) => {
        if (method === 'send' && isLost) throw new AdapterError('unknown-outcome', 'the answer is lost');
      },
    });
    const sam = await adapter.connect(patiently);
    const draft = { thread: 'refill' as ThreadId, body: newWords() };
    const options = once();
    await assert.rejects(sam.messages!.send(draft, options), { code: 'unknown-outcome' });
    isLost = false;
    const { id } = await sam.messages!.send(draft, options);
    assert.deepEqual(
      backend.messages().flatMap((message) => (message.body === draft.body ? [message.id] : [])),
      [id],
    );
  });

  it('does without what it is told to, and says so with the number to call', async () => {
    const { missing, ...sam } = await setUp({ without: ['contact', 'changes.watch'] }).adapter.connect(patiently);
    assert.deepEqual([sam.contact, sam.changes?.watch], [undefined, undefined]);
    assert.equal(typeof sam.changes?.changesSince, 'function');
    assert.deepEqual(missing.contact, { code: 'unsupported', phone: '+1 206 555 0142' });
    assert.deepEqual(missing['changes.watch'], missing.contact);
    assert.equal(missing.queue?.code, 'forbidden');
  });
});

describe('the practice in memory', () => {
  const closed = 'bill' as ThreadId;
  const waiting = 'back-pain' as ThreadId;

  it('F10 takes nothing more in a closed thread, from either side', async () => {
    const { backend, adapter } = setUp();
    const sam = await adapter.connect(patiently);
    const ana = await memoryAdapter({ backend, me: SIGN_INS.ana }).connect(patiently);
    const conflict = { code: 'conflict' };
    await assert.rejects(sam.messages!.send({ thread: closed, body: newWords() }, once()), conflict);
    await assert.rejects(ana.messages!.send({ thread: closed, body: newWords() }, once()), conflict);
    await assert.rejects(ana.queue!.claim(closed, once()), conflict);
    await assert.rejects(ana.queue!.close({ thread: closed, note: 'again' }, once()), conflict);
  });

  it('keeps its promise when a patient writes again, and makes a new one after an answer', async () => {
    let time = now();
    const backend = memoryBackend(alderStreet, { now: () => time });
    const sam = await memoryAdapter({ backend, me: SIGN_INS.sam }).connect(patiently);
    const ana = await memoryAdapter({ backend, me: SIGN_INS.ana }).connect(patiently);
    const { thread } = await ask(sam);
    const dueAt = async (): Promise<string | undefined> => (await sam.messages!.readThread(thread.id, patiently)).dueAt;
    const promised = await dueAt();
    time += 36 * 3_600_000;
    await sam.messages!.send({ thread: thread.id, body: newWords() }, once());
    assert.equal(await dueAt(), promised);
    await ana.messages!.send({ thread: thread.id, body: newWords() }, once());
    assert.equal(await dueAt(), undefined);
    await sam.messages!.send({ thread: thread.id, body: newWords() }, once());
    assert.ok(Date.parse((await dueAt())!) > Date.parse(promised!));
  });

  it('does not note twice who took a thread', async () => {
    const { backend } = setUp();
    const ana = await memoryAdapter({ backend, me: SIGN_INS.ana }).connect(patiently);
    const { version } = await ana.queue!.claim(waiting, once());
    assert.equal((await ana.queue!.claim(waiting, once())).version, version);
    assert.equal((await entriesOf(ana, waiting)).filter(({ type }) => type === 'event').length, 1);
  });

  it('hands nothing to a doctor who does not answer messages', async () => {
    const { backend } = setUp();
    const ana = await memoryAdapter({ backend, me: SIGN_INS.ana }).connect(patiently);
    const routing = { thread: waiting, to: SIGN_INS.haddad, note: 'Please look.' };
    await assert.rejects(ana.queue!.route(routing, once()), { code: 'invalid', field: 'to' });
  });

  it('hints at nothing that is about a stranger', async () => {
    const { backend, adapter } = setUp();
    const hints = { sam: 0, rosa: 0 };
    const sam = await adapter.connect(patiently);
    const rosa = await memoryAdapter({ backend, me: SIGN_INS.rosa }).connect(patiently);
    sam.changes!.watch!({ hint: () => hints.sam++, state() {} });
    rosa.changes!.watch!({ hint: () => hints.rosa++, state() {} });
    await ask(sam);
    await new Promise((resolve) => setTimeout(resolve, 5));
    assert.deepEqual(hints, { sam: 1, rosa: 0 });
  });
});

describe('the scenarios', () => {
  it('are what the model says, in every thread and for everybody', async () => {
    const known = busyStreet.threads.filter(({ id }) => id !== unknownCard.id);
    const told = [
      alderStreet,
      { ...busyStreet, threads: known },
      pausedPractice,
      closedHoursPractice,
      messagingOffPractice,
      emptyPractice,
    ];
    for (const scenario of [...told, manyThreads(60), manyMessages(60)]) {
      const backend = memoryBackend(scenario, { now });
      for (const me of Object.values(SIGN_INS)) {
        const reader = strictConnection(await memoryAdapter({ backend, me }).connect(patiently));
        await reader.practice!.readPractice(patiently);
        await reader.practice!.listReasons(patiently);
        const threads = await everything((after) => reader.messages!.listThreads({ after }, patiently));
        for (const { id } of threads) await entriesOf(reader, id);
        for (const box of ['waiting', 'mine', 'held'] as const) await reader.queue?.list({ box }, patiently);
      }
    }
  });

  it('are all in the past of the moment they are told at', () => {
    for (const { sentAt } of memoryBackend(busyStreet).messages()) assert.ok(Date.parse(sentAt) <= now());
  });

  it('make the same many threads every time, and others from another seed', () => {
    assert.deepEqual(manyThreads(20, 7), manyThreads(20, 7));
    assert.notDeepEqual(manyThreads(20, 7), manyThreads(20, 8));
    assert.equal(manyMessages(1_000).threads[0]!.entries.filter(({ type }) => type === 'message').length, 1_000);
  });

  it('page through 10,000 threads, each once, while others change', async () => {
    const backend = memoryBackend(manyThreads(10_000), { now });
    const sam = await memoryAdapter({ backend, me: SIGN_INS.sam }).connect(patiently);
    let pages = 0;
    const listed = await everything(async (after) => {
      if (++pages % 50 === 0) await ask(sam);
      return sam.messages!.listThreads({ after }, patiently);
    });
    assert.equal(new Set(listed.map(({ id }) => id)).size, 10_000);
    assert.equal(listed.length, 10_000);
  });
});
