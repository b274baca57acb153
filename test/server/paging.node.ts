import assert from 'node:assert/strict';
import { it } from 'node:test';
import { Entry, Message, pageOf, QueueItem, Thread } from 'carethread/model';
import { assertProblem, callerOf, contentOf, type Caller } from './caller.js';
import { onEachDatabase, sharedServer } from './each-database.js';

interface ListedPage<T> {
  readonly items: readonly T[];
  readonly next?: string | undefined;
}

onEachDatabase('A list in pages', (database) => {
  let now = Date.parse('2026-11-23T22:34:00Z');
  const shared = sharedServer(
    () => ({ database, clock: () => now++ }),
    async (server) => ({ sam: await callerOf(server, 'sam-okafor'), ana: await callerOf(server, 'ana-morales') }),
  );

  async function manyMessages(count: number): Promise<{ id: string; sent: string[] }> {
    const { sam } = shared.parts;
    const { id } = await sam.ask();
    const sent: string[] = [];
    for (let index = 0; index < count; index++) {
      sent.push(contentOf(Message, await sam.post(`/threads/${id}/messages`, { body: `${index}` }), 201).id);
    }
    return { id, sent };
  }

  /** Follows `next` to the end, doing something between pages. */
  async function walk<T>(read: (after: string) => Promise<ListedPage<T>>, between: () => Promise<unknown>): Promise<T[]> {
    const all: T[] = [];
    let after = '';
    for (;;) {
      const { items, next } = await read(after);
      all.push(...items);
      if (next === undefined) return all;
      assert.ok(items.length > 0);
      after = `&after=${next}`;
      await between();
    }
  }

  it('shows each message once while others arrive', async () => {
    const { sam, ana } = shared.parts;
    const { id, sent } = await manyMessages(23);
    const seen = await walk(
      (after) => sam.read(pageOf(Entry), `/threads/${id}/entries?limit=5${after}`),
      () => ana.post(`/threads/${id}/messages`, { body: 'Meanwhile' }),
    );
    const bodies = seen.map((entry) => (entry.type === 'message' ? entry.body : ''));
    assert.deepEqual(bodies, [...Array.from({ length: 23 }, (_, index) => `${22 - index}`), 'Three tablets are left.']);
    assert.equal(sent.length, 23);
  });

  it('shows each thread once while new ones arrive, changed last first', async () => {
    const { sam } = shared.parts;
    const asked: string[] = [];
    for (let index = 0; index < 12; index++) asked.push((await sam.ask()).id);
    await sam.post(`/threads/${asked[0]!}/messages`, { body: 'Up again' });
    const expected = [asked[0]!, ...asked.slice(1).reverse()];
    const seen = await walk(
      (after) => sam.read(pageOf(Thread), `/threads?limit=5${after}`),
      () => sam.ask(),
    );
    assert.deepEqual(
      seen.slice(0, 12).map(({ id }) => id as string),
      expected,
    );
    assert.equal(new Set(seen.map(({ id }) => id)).size, seen.length);
  });

  it('shows those who wait longest first, each once, and those answered last', async () => {
    const { sam, ana } = shared.parts;
    const read = (after: string) => ana.read(pageOf(QueueItem), `/queue?box=waiting&limit=4${after}`);
    const before = (await walk(read, async () => {})).filter(({ thread }) => thread.turn === 'practice');
    await ana.post(`/threads/${before[1]!.thread.id}/messages`, { body: 'Answered' });
    const seen = await walk(read, () => sam.ask());
    const expected = [before[0]!, ...before.slice(2)].map(({ thread }) => thread.id);
    assert.deepEqual(seen.slice(0, expected.length).map(({ thread }) => thread.id), expected);
    const answered = seen.slice(expected.length).filter(({ thread }) => thread.turn === 'patient');
    assert.equal(answered.at(-1)!.thread.id, before[1]!.thread.id);
    assert.deepEqual(seen.slice(-answered.length), answered);
    assert.equal(new Set(seen.map(({ thread }) => thread.id)).size, seen.length);
  });

  it('keeps the boxes apart: nobody has it, I have it, a colleague has it', async () => {
    const { sam, ana } = shared.parts;
    const boxes = async (caller: Caller, id: string) => {
      const found: string[] = [];
      for (const box of ['waiting', 'mine', 'held']) {
        const { items } = await caller.read(pageOf(QueueItem), `/queue?box=${box}&limit=100`);
        if (items.some(({ thread }) => thread.id === id)) found.push(box);
      }
      return found;
    };
    const june = await callerOf(shared.server, 'june-carter');
    const { id } = await sam.ask();
    assert.deepEqual(await boxes(ana, id), ['waiting']);
    await ana.post(`/threads/${id}/claim`);
    assert.deepEqual(await boxes(ana, id), ['mine']);
    assert.deepEqual(await boxes(june, id), ['held']);
    await ana.post(`/threads/${id}/close`, { note: 'Done' });
    assert.deepEqual(await boxes(ana, id), []);
  });

  it('refuses a bookmark that was changed, or made for another list', async () => {
    const { sam, ana } = shared.parts;
    const { id } = await manyMessages(3);
    const { next } = await sam.read(pageOf(Entry), `/threads/${id}/entries?limit=1`);
    const { next: ofThreads } = await sam.read(pageOf(Thread), '/threads?limit=1');
    const changed = `${next!.startsWith('A') ? 'B' : 'A'}${next!.slice(1)}`;
    for (const after of [changed, `${next!}x`, ofThreads!, next!.slice(1)]) {
      assertProblem(await sam.get(`/threads/${id}/entries?after=${after}`), 400, 'invalid', 'after');
    }
    assertProblem(await sam.get(`/threads?after=${next!}`), 400, 'invalid', 'after');
    assertProblem(await ana.get(`/queue?box=mine&after=${ofThreads!}`), 400, 'invalid', 'after');
  });
});
