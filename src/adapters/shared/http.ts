import type { CallOptions, VersionedWriteOptions } from '../../adapter/call-options.js';
import { type Clock, systemClock } from '../../adapter/clock.js';
import { AdapterError } from '../../adapter/errors.js';
import type { GetToken } from '../../adapter/token.js';
import { problemOf } from './http-problem.js';
import { limited } from './limited.js';
import { type Json, serialise } from './serialise.js';

export interface HttpOptions {
  /** Where the API lives, with no trailing slash. */
  readonly baseUrl: string;
  /** Called before every request, and once more when a token was refused. */
  readonly getToken: GetToken;
  readonly fetch?: typeof globalThis.fetch | undefined;
  /** How long a call may take, to the last byte of its answer, in milliseconds. 15 seconds if not said. */
  readonly timeout?: number | undefined;
  readonly clock?: Clock | undefined;
}

/** A method and a path with named places: `GET /threads/:thread`. All that an error message says of a call. */
export type Route = `${'GET' | 'POST' | 'PUT' | 'DELETE'} /${string}`;

/** What a call is about: part by part into the route's places; the rest is its query, or its body where it writes. */
type Input = Readonly<Record<string, Json>>;

export interface Http {
  /** Makes a call and returns what its answer holds, unchecked; `''` for an answer without content to a `PUT`. */
  call<T>(route: Route, input: object, options: HttpCallOptions): Promise<T>;
  /** Opens a stream and returns when its headers are there. */
  open(route: Route, signal: AbortSignal): Promise<Response>;
}

/** A read's options, or a write's: with a key. */
export type HttpCallOptions = CallOptions & Partial<Pick<VersionedWriteOptions, 'key' | 'ifVersion'>>;

const TIMED_OUT = new Error('timed out');

/** Calls with a token, and what can go wrong on the way, told apart. */
export function createHttp({
  baseUrl,
  getToken,
  fetch = (input, init) => globalThis.fetch(input, init),
  timeout = 15_000,
  clock = systemClock,
}: HttpOptions): Http {
  // How far the server's clock is ahead, in milliseconds. Not a number until an answer's date could be read; across
  // origins it may never be.
  let ahead = NaN;
  let readsExpiry = true;

  /** Sends a request; `onLeave` says when it goes out, and takes it back when it was refused at the door. */
  async function send(
    sent: readonly [string, RequestInit],
    signal: AbortSignal,
    onLeave: (left: boolean) => void,
    refresh = false,
  ): Promise<Response> {
    const { token, expiresAt } = await getToken({ refresh, signal }).catch((error: unknown) => {
      throw error instanceof AdapterError ? error : new AdapterError('auth-required', 'nobody is signed in');
    });
    // By the server's clock: this device's own may be a day off (row F15).
    if (readsExpiry && Date.parse(expiresAt) <= clock.now() + ahead) {
      if (!refresh) return send(sent, signal, onLeave, true);
      // A new token that has run out comes from somebody with yet another clock. From now on refusals tell.
      readsExpiry = false;
    }
    const [url, init] = sent;
    const request = new Request(url, {
      ...init,
      signal,
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      redirect: 'error',
    });
    request.headers.set('authorization', `Bearer ${token}`);
    onLeave(true);
    const response = await fetch(request);
    ahead = Date.parse(response.headers.get('date')!) - clock.now();
    if (response.status !== 401 || refresh) return response;
    onLeave(false);
    return send(sent, signal, onLeave, true);
  }

  return {
    async call<T>(route: Route, input: object, { signal, key, ifVersion }: HttpCallOptions) {
      signal.throwIfAborted();
      const [method, url, body] = placed(baseUrl, route, input as Input);
      // A search is posted, so that its words are in no address: what changes something is what has a key.
      const isWrite = key !== undefined;
      const headers = {
        ...(body && { 'content-type': 'application/json' }),
        ...(key && { 'idempotency-key': key }),
        ...(ifVersion && { 'if-match': `"${ifVersion}"` }),
      };
      const init = { method, headers, ...(body && { body }) };
      const wasOnline = globalThis.navigator?.onLine !== false;
      let hasLeft = false;
      let response: Response | undefined;
      let text = '';
      try {
        text = await limited(clock, timeout, signal, TIMED_OUT, async (limit) => {
          response = await send([url, init], limit, (left) => (hasLeft = left));
          return response.text();
        });
      } catch (error) {
        if (signal.aborted) throw signal.reason;
        if (error instanceof AdapterError) throw error;
        // Once a refusal is there, its explanation is a courtesy.
        if (!response || response.ok) {
          if (!hasLeft) throw new AdapterError('auth-required', `${route} has no token`);
          const offline = wasOnline ? 'unknown-outcome' : 'offline';
          const code = isWrite ? offline : error === TIMED_OUT ? 'unavailable' : 'offline';
          throw new AdapterError(code, `${route} got no answer`);
        }
      }
      if (!response!.ok) throw problemOf(response!, text, { call: route, isWrite, now: clock.now() });
      if (method === 'PUT' && text === '') return text as T;
      try {
        return JSON.parse(text) as T;
      } catch {
        // The backend said yes to a write, so it was done; what became of it is for the next try to learn.
        throw new AdapterError(isWrite ? 'unknown-outcome' : 'malformed', `${route} is not JSON`);
      }
    },

    async open(route, signal) {
      const [, url] = placed(baseUrl, route, {});
      const init = { headers: { accept: 'text/event-stream' } };
      // The limit is for the headers. The stream itself ends with the caller's signal alone.
      const response = await limited(clock, timeout, signal, TIMED_OUT, () => send([url, init], signal, () => {}));
      if (response.ok) return response;
      throw problemOf(response, '', { call: route, isWrite: false, now: clock.now() });
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
