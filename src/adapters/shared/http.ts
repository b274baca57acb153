import type { CallOptions, VersionedWriteOptions } from '../../adapter/call-options.js';
import { AdapterError } from '../../adapter/errors.js';
import { createExchange, type HttpOptions } from './exchange.js';
import { problemOf } from './http-problem.js';
import { type Json, serialise } from './serialise.js';

export type { HttpOptions } from './exchange.js';

/** A method and a path with named places: `GET /threads/:thread`. All that an error message says of a call. */
export type Route = `${'GET' | 'POST' | 'PUT' | 'DELETE'} /${string}`;

/** What a call is about: part by part into the route's places; the rest is its query, or its body where it writes. */
type Input = Readonly<Record<string, Json>>;

export interface Http {
  /** Makes a call and returns what its answer holds, unchecked: JSON, or a file as a `Blob`; `''` for an answer without content to a `PUT`. */
  call<T>(route: Route, input: object, options: HttpCallOptions): Promise<T>;
  /** Opens a stream and returns when its headers are there. */
  open(route: Route, signal: AbortSignal): Promise<Response>;
}

/** A read's options, or a write's: with a key. */
export type HttpCallOptions = CallOptions &
  Partial<Pick<VersionedWriteOptions, 'key' | 'ifVersion'>> & {
    /** The answer is a file, and passed on as a `Blob`. */
    readonly isFile?: boolean;
  };

/** Calls with a token, and what can go wrong on the way, told apart. */
export function createHttp(options: HttpOptions): Http {
  const { exchange, open } = createExchange(options, problemOf);

  return {
    async call<T>(route: Route, input: object, { signal, key, ifVersion, isFile }: HttpCallOptions) {
      const [method, url, body] = placed(options.baseUrl, route, input as Input);
      // A search is posted, so that its words are in no address: what changes something is what has a key.
      const isWrite = key !== undefined;
      const headers = {
        ...(body && { 'content-type': 'application/json' }),
        ...(key && { 'idempotency-key': key }),
        ...(ifVersion && { 'if-match': `"${ifVersion}"` }),
      };
      const init = { method, headers, ...(body && { body }) };
      const sent = { call: route, url, init, isWrite };
      const take = (response: Response): Promise<unknown> => (isFile ? response.blob() : response.text());
      const answer = await exchange(sent, signal, take);
      if (isFile || (method === 'PUT' && answer === '')) return answer as T;
      try {
        return JSON.parse(answer as string) as T;
      } catch {
        // The backend said yes to a write, so it was done; what became of it is for the next try to learn.
        throw new AdapterError(isWrite ? 'unknown-outcome' : 'malformed', `${route} is not JSON`);
      }
    },

    open(route, signal) {
      const [, url] = placed(options.baseUrl, route, {});
      return open({ call: route, url, init: { headers: { accept: 'text/event-stream' } } }, signal);
    },
  };
}

/** The method, the address and the body of a call. */
function placed(baseUrl: string, route: Route, input: Input): [method: string, url: string, body: string | undefined] {
  const [method, pattern] = route.split(' ') as [string, string];
  const hasBody = method[0] === 'P';
  const query = new URLSearchParams();
  const rest: Record<string, Json> = {};
  let path = pattern;
  for (const name of Object.keys(input)) {
    const value = input[name];
    if (value === undefined) continue;
    const filled = path.replace(`:${name}`, () => encodeURIComponent(value as string));
    if (filled !== path) path = filled;
    else if (hasBody) rest[name] = value;
    else query.set(name, value as string);
  }
  const search = String(query);
  return [method, `${baseUrl}${path}${search && '?'}${search}`, hasBody ? serialise(rest) : undefined];
}
