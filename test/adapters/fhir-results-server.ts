import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a server answers to an address: JSON or a text as it is. Undefined: it finds nothing. */
export type Answers = (address: URL, url: string) => Answer | undefined;
export interface Answer {
  readonly status?: number;
  readonly type?: string;
  readonly body: unknown;
}

const TYPES = ['Patient', 'DiagnosticReport', 'Observation', 'Task', 'Consent', 'Practitioner'];
const METADATA = {
  resourceType: 'CapabilityStatement',
  rest: [
    {
      resource: TYPES.map((type) => ({
        type,
        versioning: 'versioned',
        interaction: ['read', 'search-type', 'create', 'update'].map((code) => ({ code })),
      })),
    },
  ],
};

/** A page of what a search finds. */
export const searchset = (matches: readonly unknown[], rest: { readonly included?: readonly unknown[]; readonly next?: string } = {}) => ({
  resourceType: 'Bundle',
  type: 'searchset',
  ...(rest.next && { link: [{ relation: 'next', url: rest.next }] }),
  entry: [
    ...matches.map((resource) => ({ resource, search: { mode: 'match' } })),
    ...(rest.included ?? []).map((resource) => ({ resource, search: { mode: 'include' } })),
  ],
});

/** A server that answers what it is told, true or not. `asked` are the requests it has had. */
export async function startOddServer(answers: Answers) {
  const asked: { readonly address: string; readonly authorization: string | undefined }[] = [];
  const server = createServer((request, response) => {
    asked.push({ address: request.url!, authorization: request.headers.authorization });
    const address = new URL(request.url!, url());
    const type = /^\/fhir\/([A-Z]\w+)$/.exec(address.pathname)?.[1];
    const given =
      answers(address, url()) ??
      (address.pathname === '/fhir/metadata' && { body: METADATA }) ??
      undefined;
    const { status = 200, type: contentType = 'application/fhir+json', body } = given || (type
      ? { body: searchset([]) }
      : { status: 404, body: { resourceType: 'OperationOutcome', issue: [{ severity: 'error', code: 'not-found' }] } });
    response.writeHead(status, { 'content-type': contentType });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  });
  const url = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}/fhir`;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: url(),
    asked,
    close: () => new Promise((resolve) => (server.closeAllConnections(), server.close(resolve))),
  };
}
