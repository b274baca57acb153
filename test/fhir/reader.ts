import assert from 'node:assert/strict';
import type { TestFhirServer } from '../support/fhir-server.js';

/** What a person can ask of a FHIR server. */
export interface Reader {
  read<T>(path: string): Promise<T>;
  /** With what status a request is answered. */
  status(path: string, init?: RequestInit & { json?: unknown }): Promise<number>;
  fetch(path: string, init?: RequestInit & { json?: unknown }): Promise<Response>;
}

/** Asks a server as one of its people. */
export function reader(server: TestFhirServer): (person: string) => Reader {
  return (person) => {
    const { token } = server.tokenFor(person);
    const request: Reader['fetch'] = (path, { json, ...init } = {}) => {
      const headers = new Headers(init.headers);
      headers.set('authorization', `Bearer ${token}`);
      if (json !== undefined) headers.set('content-type', 'application/fhir+json');
      const body = json === undefined ? init.body : JSON.stringify(json);
      return fetch(`${server.url}/${path}`.replace(/\/$/, ''), { ...init, headers, body });
    };
    return {
      fetch: request,
      async read<T>(path: string) {
        const response = await request(path);
        assert.equal(response.status, 200, `${path} was answered with ${response.status}`);
        return (await response.json()) as T;
      },
      status: async (path, init) => (await request(path, init)).status,
    };
  };
}
