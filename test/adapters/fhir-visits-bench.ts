import assert from 'node:assert/strict';
import type { Resource, Slot as FhirSlot } from '@medplum/fhirtypes';
import type { Booking } from '../../demo/fhir/server/booking-access.js';
import type { Connection } from '../../src/adapter/adapter.js';
import { AdapterError } from '../../src/adapter/errors.js';
import type { FhirAdapterOptions } from '../../src/adapters/fhir/fhir-adapter.js';
import { strictConnection } from '../../src/conformance/strict.js';
import type { SendKey } from '../../src/model/id.js';
import { startFhirServer, type TestFhirServer } from '../support/fhir-server.js';
import { fhirAs } from './fhir-backend.js';
import { kitVisits } from './fhir-kit-visits.js';

export const { signal } = new AbortController();

let keys = 0;
/** What a write takes. */
export const write = (key = `visit-key-${++keys}`) => ({ signal, key: key as SendKey });

/** Free slots of a service, earliest first, that start some days from now. */
export const slotsOf = (service: string, days = 1): FhirSlot[] =>
  kitVisits().filter((each): each is FhirSlot => each.resourceType === 'Slot' && each.status === 'free' && each.id!.startsWith(service) && Date.parse(each.start) > Date.now() + days * 86_400_000);

/** A server with the demo's times, where `booking` is left to whom it says. */
export async function withVisits(
  booking: Booking,
  test: (world: {
    readonly server: TestFhirServer;
    readonly as: (person: string, options?: Partial<FhirAdapterOptions>) => Promise<Connection>;
  }) => Promise<void>,
  more: readonly Resource[] = [],
): Promise<void> {
  const server = await startFhirServer({ booking });
  try {
    server.load([...kitVisits(), ...more]);
    const own = booking === 'transaction' ? ({ booking } as const) : {};
    await test({ server, as: async (person, options = {}) => strictConnection(await fhirAs(server, person, { ...own, ...options }).connect({ signal })) });
  } finally {
    await server.close();
  }
}

/** Asserts that a call ends with a code, and at a field where one is said. */
export async function refused(call: Promise<unknown>, code: string, field?: string): Promise<void> {
  const error: unknown = await call.then(() => undefined, (reason: unknown) => reason);
  assert.ok(error instanceof AdapterError, String(error));
  assert.deepEqual([error.code, error.field], [code, field]);
}
