import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { pageOf, Receipt, Thread } from 'carethread/model';
import type * as z from 'zod/mini';
import type { ReferenceServer } from '../support/reference-server.js';
import { refill } from './people.js';

const ThreadPage = pageOf(Thread);

/** What the server said. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

interface WriteDetails {
  readonly key?: string | undefined;
  readonly ifMatch?: string | undefined;
}

/** One signed-in person, calling the API by hand. */
export interface Caller {
  get(path: string): Promise<Answer>;
  /** Gets something and checks that it is what the model says. */
  read<T extends z.ZodMiniType>(schema: T, path: string): Promise<z.output<T>>;
  post(path: string, body?: unknown, details?: WriteDetails): Promise<Answer>;
  put(path: string, body: unknown, details?: WriteDetails): Promise<Answer>;
  delete(path: string, details?: WriteDetails): Promise<Answer>;
  /** The threads a filter leaves. */
  search(filter: unknown): Promise<z.output<typeof ThreadPage>>;
  /** Asks for a refill, and gives the thread it became. */
  ask(request?: unknown): Promise<Thread>;
  readonly token: string;
}

/** Signs someone in to call the API. */
export async function callerOf(server: Pick<ReferenceServer, 'url' | 'signIn'>, person: string): Promise<Caller> {
  return callerWith(server, await server.signIn(person));
}

/** Somebody who has a token already. */
export function callerWith(server: Pick<ReferenceServer, 'url'>, token: string): Caller {
  async function call(method: string, path: string, headers: Record<string, string>, body?: unknown): Promise<Answer> {
    const response = await fetch(server.url + path, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return { status: response.status, headers: response.headers, text: await response.text() };
  }
  const write = (method: string, path: string, body: unknown, { key = randomUUID(), ifMatch }: WriteDetails = {}) =>
    call(method, path, { 'idempotency-key': key, ...(ifMatch !== undefined && { 'if-match': ifMatch }) }, body);
  return {
    token,
    get: (path) => call('GET', path, {}),
    async read(schema, path) {
      return contentOf(schema, await call('GET', path, {}), 200);
    },
    post: (path, body, details) => write('POST', path, body, details),
    put: (path, body, details) => write('PUT', path, body, details),
    delete: (path, details) => write('DELETE', path, undefined, details),
    search: async (filter) => contentOf(ThreadPage, await call('POST', '/threads/search', {}, filter), 200),
    async ask(request = refill()) {
      return contentOf(Receipt, await write('POST', '/contact-requests', request), 201).thread;
    },
  };
}

/** What an answer holds, checked against the model. */
export function contentOf<T extends z.ZodMiniType>(schema: T, { status, text }: Answer, expected: number): z.output<T> {
  assert.equal(status, expected, text);
  return schema.parse(JSON.parse(text));
}

/** Checks that an answer is a problem document, and which. */
export function assertProblem(answer: Answer, status: number, code: string, field?: string): void {
  assert.equal(answer.headers.get('content-type'), 'application/problem+json', answer.text);
  const problem = JSON.parse(answer.text) as Record<string, unknown>;
  assert.deepEqual(
    { status: problem.status, code: problem.code, field: problem.field },
    { status, code, field },
    answer.text,
  );
  assert.equal(answer.status, status);
  assert.match(String(problem.type), /^urn:carethread:problem:/);
  assert.match(String(problem.correlationId), /^[\w-]{36}$/);
  assert.equal(typeof problem.title, 'string');
}
