import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Adapter, Connection } from '../../src/adapter/adapter.js';
import { memoryAdapter, memoryBackend } from '../../src/adapters/memory/memory-adapter.js';
import { alderStreet, SIGN_INS } from '../../src/adapters/memory/scenarios.js';
import { listMedications } from '../../src/client/contact.js';
import { createClient } from '../../src/client/client.js';
import { settleThread } from '../../src/client/messages.js';
import { claimThread } from '../../src/client/queue.js';
import { patiently } from '../../src/conformance/steps.js';
import type { ThreadId } from '../../src/model/id.js';

const refill = { id: 'refill' as ThreadId, version: undefined };

/** A client of Sam's, whose connection has been changed. */
function clientWith(change: (connection: Connection) => Connection, without: readonly string[] = []) {
  const memory = memoryAdapter({ backend: memoryBackend(alderStreet), me: SIGN_INS.sam, without });
  const adapter: Adapter = { name: 'changed', connect: async (options) => change(await memory.connect(options)) };
  return createClient(adapter);
}

describe('what a backend does not do', () => {
  it('is told by the reason the method is missing for, in a port that has others', async () => {
    const client = clientWith(
      ({ missing, ...rest }) => ({ ...rest, missing: { ...missing, 'messages.settle': { code: 'gone' } } }),
      ['contact.listMedications', 'messages.settle'],
    );
    await assert.rejects(listMedications(client, SIGN_INS.sam, patiently), { code: 'unsupported' });
    await assert.rejects(settleThread(client, refill, patiently), { code: 'gone' });
  });

  it('is told by the reason its whole port is missing for', async () => {
    await assert.rejects(
      claimThread(
        clientWith((it) => it),
        refill,
        patiently,
      ),
      { code: 'forbidden' },
    );
  });

  it('is unsupported where the backend forgot to say why', async () => {
    const silent = clientWith((connection) => ({ ...connection, missing: {} }), ['messages.settle']);
    await assert.rejects(settleThread(silent, refill, patiently), { code: 'unsupported' });
    await assert.rejects(claimThread(silent, refill, patiently), { code: 'unsupported' });
  });

  it('leaves what it does as it is, in a frozen port or one with private parts', async () => {
    class Contact {
      readonly idempotency = 'key';
      #name = 'Lisinopril 10 mg';
      send = () => Promise.reject(new Error('not here'));
      listMedications() {
        return Promise.resolve({ items: [{ name: this.#name }] });
      }
    }
    const client = clientWith((connection) => ({ ...connection, contact: Object.freeze(new Contact()) }));
    assert.deepEqual((await listMedications(client, SIGN_INS.sam, patiently)).items, [{ name: 'Lisinopril 10 mg' }]);
  });

  it('without a watch is only asked now and then', async () => {
    const client = clientWith((it) => it, ['changes.watch']);
    assert.equal(await client.use('changes', (port) => Promise.resolve(port.watch)), undefined);
  });
});
