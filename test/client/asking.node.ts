import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { memoryAdapter, memoryBackend } from '../../src/adapters/memory/memory-adapter.js';
import { emptyPractice, SIGN_INS } from '../../src/adapters/memory/scenarios.js';
import { type AskedResult, askingOf } from '../../src/client/asking.js';
import { createClient } from '../../src/client/index.js';
import type { PersonId, ResultId } from '../../src/model/index.js';

const asked = (id: string, subject: string = SIGN_INS.rosa): AskedResult => ({
  id: id as ResultId,
  label: `Test ${id}`,
  subject: subject as PersonId,
});

function setUp() {
  const client = createClient(memoryAdapter({ backend: memoryBackend(emptyPractice), me: SIGN_INS.rosa }));
  const asking = askingOf(client);
  return { client, asking, ids: () => asking.results.map(({ id }) => id as string) };
}

describe('results that are asked about', () => {
  it('come together, each once, whatever of the page adds them', () => {
    const { client, asking, ids } = setUp();
    asking.add(asked('one'));
    askingOf(client).add(asked('two'));
    asking.add(asked('one'));
    assert.deepEqual(ids(), ['two', 'one']);
    asking.remove('two' as ResultId);
    assert.deepEqual(ids(), ['one']);
    asking.clear();
    assert.deepEqual(ids(), []);
    assert.deepEqual(askingOf(setUp().client).results, []);
  });

  it('stay when one about somebody else is added: the form asks first, and knows whose each is', () => {
    const { asking, ids } = setUp();
    asking.add(asked('hers'));
    asking.add(asked('his', 'leo-delgado'));
    assert.deepEqual(ids(), ['hers', 'his']);
    assert.deepEqual(asking.results.map(({ subject }) => subject), [SIGN_INS.rosa, 'leo-delgado']);
  });

  it('F23 are of one reader: nobody who signs in next sees them', async () => {
    const backend = memoryBackend(emptyPractice);
    let me: PersonId = SIGN_INS.rosa;
    const client = createClient({ name: 'two', connect: (options) => memoryAdapter({ backend, me }).connect(options) });
    await client.connect();
    const asking = askingOf(client);
    asking.add(asked('hers'));
    me = SIGN_INS.sam;
    await client.renew();
    assert.deepEqual(asking.results, []);
  });

  it('are told of to who listens and to the form, until they stop', () => {
    const { asking } = setUp();
    const told: string[] = [];
    const stopListening = asking.listen(() => told.push('card'));
    assert.equal(asking.isServed, false);
    const stopServing = asking.serve(() => told.push('form'));
    assert.deepEqual([asking.isServed, told.splice(0)], [true, ['card']]);
    asking.add(asked('one'));
    assert.deepEqual(told.splice(0), ['card', 'form']);
    stopServing();
    assert.deepEqual([asking.isServed, told.splice(0)], [false, ['card']]);
    stopListening();
    asking.clear();
    assert.deepEqual(told, []);
  });
});
