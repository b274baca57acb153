import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { it } from 'node:test';
import { Entry, pageOf, Receipt, Thread } from 'carethread/model';
import { startReferenceServer } from '../support/reference-server.js';
import { assertProblem, callerOf, contentOf } from './caller.js';
import { onEachDatabase } from './each-database.js';
import { lastingDatabase } from './lasting-database.js';

const DAY = 24 * 60 * 60 * 1000;
const monday = Date.parse('2026-11-23T22:34:00Z');

onEachDatabase('A thread in which nobody writes for long', (database) => {
  it('is over when it does not wait for the practice, and can be continued', { timeout: 60_000 }, async (test) => {
    const where = lastingDatabase(test, database);
    const told: string[] = [];
    const hook = createServer((request, response) => {
      request.on('data', (part: Buffer) => told.push((JSON.parse(part.toString()) as { thread: string }).thread));
      request.on('end', () => response.writeHead(204).end());
    });
    await new Promise<void>((resolve) => hook.listen(0, '127.0.0.1', resolve));
    test.after(() => hook.close());
    const webhook = { url: `http://127.0.0.1:${(hook.address() as AddressInfo).port}/`, secret: 'a secret of both sides' };
    const first = await startReferenceServer({ ...where, clock: () => monday });
    const sam = await callerOf(first, 'sam-okafor');
    const ana = await callerOf(first, 'ana-morales');
    const [answered, settled, waiting] = [await sam.ask(), await sam.ask(), await sam.ask()];
    for (const { id } of [answered, settled]) await ana.post(`/threads/${id}/messages`, { body: 'Ready.' });
    await sam.post(`/threads/${settled.id}/settle`);
    await first.close();

    let now = monday + 60 * DAY - 1;
    const almost = await startReferenceServer({ ...where, clock: () => now });
    const early = await callerOf(almost, 'sam-okafor');
    assert.equal((await early.read(Thread, `/threads/${answered.id}`)).state, 'open');
    await almost.close();

    now = monday + 60 * DAY;
    const second = await startReferenceServer({ ...where, clock: () => now, webhook, lookEvery: 20 });
    test.after(() => second.close());
    const later = await callerOf(second, 'sam-okafor');
    const state = async ({ id }: Thread) => (await later.read(Thread, `/threads/${id}`)).state;
    assert.deepEqual(await Promise.all([answered, settled, waiting].map(state)), ['expired', 'expired', 'open']);
    const over = await later.read(Thread, `/threads/${answered.id}`);
    assert.deepEqual([over.custody.state, over.turn], ['closed', 'nobody']);
    const { items } = await later.read(pageOf(Entry), `/threads/${answered.id}/entries`);
    const [last] = items;
    assert.ok(last?.type === 'event' && last.kind === 'expired');
    assert.deepEqual([last.actor.kind, last.actor.name], ['software', 'Alder Street Family Practice']);
    assert.equal((await later.search({ state: 'closed' })).items.length, 2);
    const news = (thread: string) => told.filter((one) => one === thread).length;
    while (news(answered.id) < 1 || news(settled.id) < 1) await new Promise((resolve) => setTimeout(resolve, 10));
    assert.equal(news(waiting.id), 0);

    assertProblem(await later.post(`/threads/${answered.id}/messages`, { body: 'Hello' }), 409, 'conflict');
    const next = await later.post(`/threads/${answered.id}/continuation`, { body: 'Hello again' });
    assert.equal(contentOf(Receipt, next, 201).thread.continues, answered.id);
  });
});
