import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { memoryAdapter, memoryBackend } from '../../src/adapters/memory/memory-adapter.js';
import { emptyPractice, SIGN_INS } from '../../src/adapters/memory/scenarios.js';
import { createClient, type WantedVisit, wantedVisitOf } from '../../src/client/index.js';
import type { PersonId } from '../../src/model/index.js';

const visit: WantedVisit = { subject: SIGN_INS.rosa, text: 'I have had this cough for two weeks.' };

function setUp() {
  const client = createClient(memoryAdapter({ backend: memoryBackend(emptyPractice), me: SIGN_INS.rosa }));
  return { client, wanted: wantedVisitOf(client) };
}

describe('a visit that somebody would rather book than write on', () => {
  it('is one for the whole page, with its words, until it is booked', () => {
    const { client, wanted } = setUp();
    assert.equal(wanted.wanted, undefined);
    wanted.ask(visit);
    assert.deepEqual(wantedVisitOf(client).wanted, visit);
    assert.equal(wantedVisitOf(setUp().client).wanted, undefined);
    wanted.clear();
    assert.equal(wanted.wanted, undefined);
  });

  it('F23 is of one reader: nobody who signs in next sees their words', async () => {
    const backend = memoryBackend(emptyPractice);
    let me: PersonId = SIGN_INS.rosa;
    const client = createClient({ name: 'two', connect: (options) => memoryAdapter({ backend, me }).connect(options) });
    await client.connect();
    const wanted = wantedVisitOf(client);
    wanted.ask(visit);
    me = SIGN_INS.sam;
    await client.renew();
    assert.equal(wanted.wanted, undefined);
  });

  it('is told of to the picker on the page, while there is one', () => {
    const { wanted } = setUp();
    const told: string[] = [];
    assert.equal(wanted.isServed, false);
    const stop = wanted.serve(() => told.push(wanted.wanted!.text));
    assert.equal(wanted.isServed, true);
    wanted.ask(visit);
    assert.deepEqual(told.splice(0), [visit.text]);
    stop();
    assert.equal(wanted.isServed, false);
    wanted.ask(visit);
    assert.deepEqual(told, []);
  });
});
