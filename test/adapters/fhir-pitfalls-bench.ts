import assert from 'node:assert/strict';
import type { Connection } from '../../src/adapter/adapter.js';
import type { AdapterErrorCode } from '../../src/adapter/errors.js';
import { AdapterError } from '../../src/adapter/errors.js';
import { fhirAdapter, type FhirAdapterOptions } from '../../src/adapters/fhir/fhir-adapter.js';
import { patiently } from '../../src/conformance/steps.js';
import type { ThreadId } from '../../src/model/id.js';
import type { Message } from '../../src/model/message.js';
import { type Answers, searchset, startOddServer } from './fhir-results-server.js';

export const SAM = 'Patient/sam';
export const AT = '2026-11-23T09:00:00.000Z';
export const token = { token: 'sams-token', expiresAt: '2999-01-01T00:00:00Z', patient: 'sam', user: SAM };
export const meta = { versionId: '1', lastUpdated: AT };
export const patient = { resourceType: 'Patient', id: 'sam', name: [{ text: 'Sam Okafor' }] };
export const subject = { reference: SAM };

export const TYPES = ['Communication', 'Task', 'Patient', 'CareTeam', 'MedicationRequest'];
export const interactions = (codes: readonly string[]) => codes.map((code) => ({ code }));
export const metadata = (parts: object = {}) => ({
  resourceType: 'CapabilityStatement',
  rest: [
    {
      interaction: interactions(['transaction']),
      resource: TYPES.map((type) => ({
        type,
        conditionalCreate: true,
        versioning: 'versioned-update',
        searchRevInclude: ['Task:focus'],
        interaction: interactions(['read', 'search-type', 'create', 'update']),
      })),
      ...parts,
    },
  ],
});

export const head = (parts: object = {}) => ({
  resourceType: 'Communication',
  id: 'thread-1',
  meta,
  status: 'in-progress',
  topic: { text: 'A question' },
  subject,
  sent: AT,
  ...parts,
});
export const line = (id: string, parts: object = {}) => ({
  resourceType: 'Communication',
  id,
  meta,
  status: 'completed',
  partOf: [{ reference: 'Communication/thread-1' }],
  subject,
  sender: subject,
  sent: AT,
  payload: [{ contentString: `Words of ${id}` }],
  ...parts,
});

/** Sam's session on a server that has one thread and answers as a test says. */
export async function withServer(
  answers: Answers,
  test: (server: { readonly sam: Connection; readonly asked: readonly { readonly address: string; readonly authorization: string | undefined }[] }) => Promise<void>,
  options: Partial<FhirAdapterOptions> = {},
): Promise<void> {
  const server = await startOddServer((address, url) => {
    const answer = answers(address, url);
    if (answer) return answer;
    if (address.pathname === '/fhir/metadata') return { body: metadata() };
    if (address.pathname === '/fhir/Patient/sam') return { body: patient };
    if (address.pathname !== '/fhir/Communication') return undefined;
    if (address.searchParams.has('identifier')) return { body: searchset([]) };
    return { body: searchset(address.searchParams.has('part-of') ? [line('line-1')] : [head()]) };
  });
  try {
    const sam = await fhirAdapter({ baseUrl: server.url, getToken: () => Promise.resolve(token), ...options }).connect(patiently);
    await test({ sam, asked: server.asked });
  } finally {
    await server.close();
  }
}

export const lines =
  (...told: readonly unknown[]): Answers =>
  (address) =>
    address.searchParams.has('part-of') && !address.pathname.endsWith('Task') ? { body: searchset(told) } : undefined;

export const messagesOf = async (sam: Connection): Promise<Message[]> =>
  (await sam.messages!.listEntries({ thread: 'thread-1' as ThreadId }, patiently)).items as Message[];

export async function refused(call: Promise<unknown>, code: AdapterErrorCode): Promise<AdapterError> {
  const error: unknown = await call.then(() => undefined, (reason: unknown) => reason);
  assert.ok(error instanceof AdapterError, String(error));
  assert.equal(error.code, code);
  return error;
}

export const transactionOf =
  (...statuses: readonly string[]): Answers =>
  (address) =>
    address.pathname === '/fhir'
      ? { body: { resourceType: 'Bundle', type: 'transaction-response', entry: statuses.map((status) => ({ response: { status } })) } }
      : undefined;

export const draft = { thread: 'thread-1' as ThreadId, body: 'How long do I rest it?' };
