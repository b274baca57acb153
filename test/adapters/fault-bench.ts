import assert from 'node:assert/strict';
import { AdapterError, type AdapterErrorCode } from '../../src/adapter/errors.js';
import type { Adapter, Connection } from '../../src/adapter/adapter.js';
import type { RestAdapterOptions } from '../../src/adapters/rest/rest-adapter.js';
import { ask, patiently } from '../../src/conformance/steps.js';
import type { ThreadId } from '../../src/model/id.js';
import { startReferenceServer, type ReferenceServer } from '../support/reference-server.js';
import { startFaultProxy, type FaultProxy } from './fault-proxy.js';
import { countMessages, restAs } from './rest-backend.js';

/** A patient with a thread, behind a proxy that can fail, and a second door past it. */
export interface FaultBench {
  readonly server: ReferenceServer;
  readonly proxy: FaultProxy;
  readonly patient: Connection;
  readonly thread: ThreadId;
  /** How many messages with a text the server has. */
  count(body: string): Promise<number>;
}

/** Sets a bench up for one test and clears it away. */
export async function withBench(
  options: Partial<RestAdapterOptions>,
  test: (bench: FaultBench) => Promise<void>,
): Promise<void> {
  const server = await startReferenceServer();
  const proxy = await startFaultProxy(server.url);
  try {
    const staff: Adapter = await restAs(server, 'ana-morales');
    const straight = await (await restAs(server, 'sam-okafor')).connect(patiently);
    const { thread } = await ask(straight);
    const adapter = await restAs(server, 'sam-okafor', { baseUrl: proxy.url, ...options });
    const patient = await adapter.connect(patiently);
    await test({ server, proxy, patient, thread: thread.id, count: (body) => countMessages(staff, body) });
  } finally {
    await proxy.close();
    await server.close();
  }
}

/** The error a call ends with, which must be of a code. */
export async function failure(call: Promise<unknown>, code: AdapterErrorCode): Promise<AdapterError> {
  const error: unknown = await call.then(
    () => assert.fail(`should have been ${code}`),
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof AdapterError, `an AdapterError, not ${String(error)}`);
  assert.equal(error.code, code, error.message);
  return error;
}
