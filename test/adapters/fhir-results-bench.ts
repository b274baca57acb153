import { readFileSync } from 'node:fs';
import type { Resource } from '@medplum/fhirtypes';
import type { Token } from '../../src/adapter/token.js';
import { fhirAdapter } from '../../src/adapters/fhir/fhir-adapter.js';
import type { PersonId, SendKey } from '../../src/model/id.js';

export const { signal } = new AbortController();

let keys = 0;
/** What a write takes. */
export const write = () => ({ signal, key: `results-key-${++keys}` as SendKey });

/** Answers a request itself, or lets it through. */
export type Between = (request: Request) => Promise<Response | undefined> | Response | undefined;

/** An answer that says no. */
export const refusing = (status: number, code: string): Response =>
  new Response(JSON.stringify({ resourceType: 'OperationOutcome', issue: [{ severity: 'error', code }] }), {
    status,
    headers: { 'content-type': 'application/fhir+json' },
  });

const PRACTICE = { practice: { name: 'Alder Street Family Practice', zone: 'America/Los_Angeles' } };

type Fetch = (request: Request) => Promise<Response>;

/** Somebody's session on a server: results and files, and whose they are. `by`: what stands between. */
export async function open({ url, token, by }: { readonly url: string; readonly token: Token; readonly by?: Between }) {
  const there: Fetch = by ? async (request) => (await by(request.clone())) ?? fetch(request) : fetch;
  const adapter = fhirAdapter({ baseUrl: url, getToken: async () => token, practice: PRACTICE, timeout: 5000, fetch: there as typeof fetch });
  const { results, attachments, subjects, missing } = await adapter.connect({ signal });
  return { results: results!, attachments: attachments!, missing, subject: subjects[0]?.id as PersonId };
}

/** The published records of Amy Shaw, as a server would have them. */
export const amysRecords = (): Resource[] =>
  JSON.parse(readFileSync(new URL('../../demo/fhir/data/us-core.json', import.meta.url), 'utf8')) as Resource[];

export const AMY = 'Patient/example';

/** A token for Amy that every server of ours takes. */
export const amysToken: Token = { token: 'amys-token', expiresAt: '2100-01-01T00:00:00Z', patient: 'example', user: AMY };
