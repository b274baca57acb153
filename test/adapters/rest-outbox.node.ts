import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createClient, type Client } from '../../src/client/client.js';
import { sendContactRequest } from '../../src/client/contact.js';
import { continueThread, sendMessage } from '../../src/client/messages.js';
import type { SendState } from '../../src/client/outbox-item.js';
import type { Report } from '../../src/client/report.js';
import { aRequest, newWords, once, patiently } from '../../src/conformance/steps.js';
import type { SendKey } from '../../src/model/id.js';
import { handClock } from '../support/clock.js';
import { withBench, type FaultBench } from './fault-bench.js';
import { answer, type Fault } from './fault-proxy.js';
import { restAs } from './rest-backend.js';
import { startTornProxy } from './torn-proxy.js';

/** A patient's client, and how far what it sends has come. */
async function clientAt({ server }: FaultBench, baseUrl: string) {
  const [clock, reports] = [handClock(), [] as Report[]];
  const adapter = await restAs(server, 'sam-okafor', { baseUrl });
  const client = createClient(adapter, { clock, report: (report) => reports.push(report) });
  await client.connect();
  return { client, clock, reports };
}

/** The states a message goes through until it is in one of these. */
async function statesUntil(
  client: Client,
  key: SendKey,
  ...ends: SendState['status'][]
): Promise<SendState['status'][]> {
  const states: SendState['status'][] = [];
  await new Promise<void>((resolve) => {
    const note = (): void => {
      const { status } = client.outbox.item(key)!.state;
      if (states.at(-1) !== status) states.push(status);
      if (ends.includes(status)) resolve();
    };
    client.outbox.listen(note);
    note();
  });
  return states;
}

describe('a line that breaks while a message is on it', () => {
  it('F02 leaves it unknown, and it is sent again under its key: there once', () =>
    withBench({}, async (bench) => {
      const torn = await startTornProxy(bench.server.url);
      try {
        const { client, clock } = await clientAt(bench, torn.url);
        torn.tear(2);
        const body = newWords();
        const key = sendMessage(client, { thread: bench.thread, body });
        assert.deepEqual(await statesUntil(client, key, 'unknown'), ['sending', 'unknown']);
        await clock.advance(5 * 60_000);
        const states = [
          ...(await statesUntil(client, key, 'reconciling')),
          ...(await statesUntil(client, key, 'unknown')),
        ];
        assert.equal(states.at(-1), 'unknown');
        await clock.advance(5 * 60_000);
        await statesUntil(client, key, 'sent');
        assert.equal(await bench.count(body), 1);
        assert.deepEqual(torn.keys, [key, key, key]);
      } finally {
        await torn.close();
      }
    }));

  it('F02 leaves a contact request unknown, and it becomes one thread', () =>
    withBench({}, async (bench) => {
      const torn = await startTornProxy(bench.server.url);
      try {
        const { client, clock } = await clientAt(bench, torn.url);
        torn.tear(1);
        const request = await aRequest(bench.patient);
        const key = sendContactRequest(client, request);
        assert.deepEqual(await statesUntil(client, key, 'unknown'), ['sending', 'unknown']);
        await clock.advance(5 * 60_000);
        await statesUntil(client, key, 'sent');
        assert.equal(await bench.count(request.body), 1);
      } finally {
        await torn.close();
      }
    }));
});

describe('a message that is refused for good', () => {
  /** Sends through what goes wrong and waits for hours: refused once, never sent again, and the words still there. */
  async function refused(bench: FaultBench, faults: Fault[], code: string, field?: string): Promise<void> {
    const { client, clock, reports } = await clientAt(bench, bench.proxy.url);
    bench.proxy.next(...faults);
    const draft = { thread: bench.thread, body: newWords() };
    const key = sendMessage(client, draft);
    // What is unsure in between is tried again in a while.
    const states = await statesUntil(client, key, 'unknown', 'rejected');
    if (states.at(-1) === 'unknown') await clock.advance(5 * 60_000);
    await statesUntil(client, key, 'rejected');
    const sent = bench.proxy.seen.length;
    await clock.advance(12 * 3_600_000);
    assert.equal(bench.proxy.seen.length, sent);
    const item = client.outbox.item(key)!;
    assert.deepEqual([item.state, item.draft], [{ status: 'rejected', code, field }, draft]);
    assert.equal(await bench.count(draft.body), 0);
    assert.deepEqual(reports, [{ code, where: 'outbox.message', field }]);
  }

  it('F10 because the thread is closed', () =>
    withBench({}, async (bench) => {
      const staff = await (await restAs(bench.server, 'ana-morales')).connect(patiently);
      await staff.queue!.close({ thread: bench.thread, note: 'Done.' }, once());
      await refused(bench, [], 'conflict');
    }));

  it('F10 because whoever it was for has left', () =>
    withBench({}, (bench) =>
      refused(bench, [answer(403, JSON.stringify({ code: 'forbidden', detail: 'left' }))], 'forbidden'),
    ));

  it('F11 because its key was used with other words, and the report says nothing of either', () =>
    withBench({}, async (bench) => {
      const other = newWords();
      const usedBefore: Fault = async ({ url, headers, cut }) => {
        const { authorization, 'idempotency-key': key, 'content-type': type } = headers as Record<string, string>;
        const sent = { authorization: authorization!, 'idempotency-key': key!, 'content-type': type! };
        await fetch(bench.server.url + url, { method: 'POST', headers: sent, body: JSON.stringify({ body: other }) });
        cut();
      };
      await refused(bench, [usedBefore], 'conflict', 'Idempotency-Key');
      assert.equal(await bench.count(other), 1);
    }));

  it('F11 because something on the way says that it contradicts', () =>
    withBench({}, async (bench) => {
      await refused(bench, [answer(412)], 'stale');
      await refused(bench, [answer(409, '<h1>Conflict</h1>')], 'conflict');
    }));
});

describe('a conversation that goes on', () => {
  it('F03 goes on in one thread when the answer to going on is lost', () =>
    withBench({}, async (bench) => {
      const staff = await (await restAs(bench.server, 'ana-morales')).connect(patiently);
      await staff.queue!.close({ thread: bench.thread, note: 'Done.' }, once());
      const { client, clock } = await clientAt(bench, bench.proxy.url);
      bench.proxy.next(async ({ forward, cut }) => {
        await forward();
        cut();
      });
      const body = newWords();
      const key = continueThread(client, { thread: bench.thread, body });
      await statesUntil(client, key, 'unknown');
      await clock.advance(5 * 60_000);
      await statesUntil(client, key, 'sent');
      assert.equal(await bench.count(body), 1);
    }));
});
