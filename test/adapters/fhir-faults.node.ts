import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { AdapterError } from '../../src/adapter/errors.js';
import { createFhirHttp } from '../../src/adapters/fhir/fhir-http.js';
import { readPractice } from '../../src/adapters/fhir/practice.js';
import { ask, newWords, once, patiently } from '../../src/conformance/steps.js';
import { startFhirServer } from '../support/fhir-server.js';
import { failure } from './fault-bench.js';
import { type Fault, startFaultProxy } from './fault-proxy.js';
import { fhirAs } from './fhir-backend.js';
import { searchset, startOddServer } from './fhir-results-server.js';
import { countMessages } from './rest-backend.js';
import { startTornProxy } from './torn-proxy.js';

describe('a line to a FHIR server that breaks', () => {
  it('F03 a message whose answer is lost is there once', async () => {
    const server = await startFhirServer();
    const proxy = await startFaultProxy(new URL(server.url).origin);
    try {
      const { thread } = await ask(await fhirAs(server, 'sam-okafor').connect(patiently));
      const sam = await fhirAs(server, 'sam-okafor', { baseUrl: `${proxy.url}/fhir` }).connect(patiently);
      let isLost = false;
      const loseWrite: Fault = async ({ body, forward, cut, pass }) => {
        if (isLost || !body.includes('"transaction"')) return pass();
        isLost = true;
        await forward();
        cut();
      };
      proxy.next(...Array.from({ length: 20 }, () => loseWrite));
      const [draft, options] = [{ thread: thread.id, body: newWords() }, once()];
      await failure(sam.messages!.send(draft, options), 'unknown-outcome');
      assert.equal((await sam.messages!.send(draft, options)).body, draft.body);
      assert.equal(await countMessages(fhirAs(server, 'ana-morales'), draft.body), 1);
    } finally {
      await proxy.close();
      await server.close();
    }
  });

  it('F02 a message cut off on its way is neither lost nor doubled', async () => {
    const server = await startFhirServer();
    const proxy = await startTornProxy(new URL(server.url).origin);
    try {
      const { thread } = await ask(await fhirAs(server, 'sam-okafor').connect(patiently));
      const sam = await fhirAs(server, 'sam-okafor', { baseUrl: `${proxy.url}/fhir` }).connect(patiently);
      const [draft, options] = [{ thread: thread.id, body: newWords() }, once()];
      proxy.tear(1);
      await assert.rejects(sam.messages!.send(draft, options), ({ retryable }: AdapterError) => retryable);
      assert.equal((await sam.messages!.send(draft, options)).body, draft.body);
      assert.equal(await countMessages(fhirAs(server, 'ana-morales'), draft.body), 1);
    } finally {
      await proxy.close();
      await server.close();
    }
  });
});

describe('the hours of a practice on a FHIR server', () => {
  const zone = [{ url: 'http://hl7.org/fhir/StructureDefinition/timezone', valueCode: 'America/Los_Angeles' }];
  const availableTime = [
    { daysOfWeek: ['mon', 'sun', 'someday'], availableStartTime: '08:00:00', availableEndTime: '17:30:00' },
    { daysOfWeek: ['sat'], allDay: true },
    { daysOfWeek: ['tue'], availableStartTime: '18:00:00', availableEndTime: '09:00:00' },
  ];

  async function hours(extension: readonly object[]) {
    const service = { resourceType: 'HealthcareService', id: 'a', extension, availableTime };
    const server = await startOddServer(({ pathname }) => (pathname.endsWith('/HealthcareService') ? { body: searchset([service]) } : undefined));
    const http = createFhirHttp({ baseUrl: server.url, getToken: async () => ({ token: 'a', expiresAt: '2100-01-01T00:00:00Z' }) });
    return (await readPractice(http, 'Organization/a', undefined, patiently).finally(server.close)).hours;
  }

  it('are those of its services, and no stretch that ends before it begins', async () => {
    assert.deepEqual(await hours(zone), [
      { day: 1, opens: '08:00', closes: '17:30' },
      { day: 7, opens: '08:00', closes: '17:30' },
      { day: 6, opens: '00:00', closes: '24:00' },
    ]);
  });

  it('are not told where nobody says by which clock', async () => assert.deepEqual(await hours([]), []));
});
