import { type Clock, systemClock } from '../../adapter/clock.js';
import { AdapterError } from '../../adapter/errors.js';
import type { GetToken, Token } from '../../adapter/token.js';
import type { problemOf } from './http-problem.js';
import { limited } from './limited.js';

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

/** One request, and what is said of it when it goes wrong. */
export interface Sent {
  /** Names the call in an error: never an address with somebody's words in it. */
  readonly call: string;
  readonly url: string;
  readonly init: RequestInit;
  /** Whether it may have done something by the time nobody answers. */
  readonly isWrite: boolean;
}

export interface Exchange {
  /** Sends a request and returns its answer, whose content has come whole. Rejects for every answer that says no. */
  exchange<T>(sent: Sent, signal: AbortSignal, take: (response: Response) => Promise<T>): Promise<T>;
  /** Opens a stream and returns when its headers are there. */
  open(sent: Omit<Sent, 'isWrite'>, signal: AbortSignal): Promise<Response>;
  /** Milliseconds since the epoch by the backend's clock where its answers tell the time, else by this device's. */
  now(): number;
}

const TIMED_OUT = new Error('timed out');

// A `Date` header counts whole seconds, and took its time to come: less than this is no difference of clocks.
const SAME_TIME = 5_000;

/** What lets a request through; where there is none, nobody is signed in. */
export function tokenFrom(getToken: GetToken, options: Parameters<GetToken>[0]): Promise<Token> {
  return getToken(options).catch((error: unknown) => {
    options.signal.throwIfAborted();
    throw error instanceof AdapterError ? error : new AdapterError('auth-required', 'nobody is signed in');
  });
}

/** Requests with a token, and what can go wrong on the way, told apart. */
export function createExchange(
  { getToken, fetch = (input, init) => globalThis.fetch(input, init), timeout = 15_000, clock = systemClock }: HttpOptions,
  problem: typeof problemOf,
): Exchange {
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
    const { token, expiresAt } = await tokenFrom(getToken, { refresh, signal });
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
    async exchange({ call, url, init, isWrite }, signal, take) {
      signal.throwIfAborted();
      const wasOnline = globalThis.navigator?.onLine !== false;
      let hasLeft = false;
      let response: Response | undefined;
      let text = '';
      try {
        return await limited(clock, timeout, signal, TIMED_OUT, async (limit) => {
          response = await send([url, init], limit, (left) => (hasLeft = left));
          if (response.ok) return take(response);
          text = await response.text();
          throw problem(response, text, { call, isWrite, now: clock.now() });
        });
      } catch (error) {
        if (signal.aborted) throw signal.reason;
        if (error instanceof AdapterError) throw error;
        // Once a refusal is there, its explanation is a courtesy.
        if (response && !response.ok) throw problem(response, text, { call, isWrite, now: clock.now() });
        if (!hasLeft) throw new AdapterError('auth-required', `${call} has no token`);
        const offline = wasOnline ? 'unknown-outcome' : 'offline';
        const code = isWrite ? offline : error === TIMED_OUT ? 'unavailable' : 'offline';
        throw new AdapterError(code, `${call} got no answer`);
      }
    },

    async open({ call, url, init }, signal) {
      // The limit is for the headers. The stream itself ends with the caller's signal alone.
      const response = await limited(clock, timeout, signal, TIMED_OUT, () => send([url, init], signal, () => {}));
      if (response.ok) return response;
      throw problem(response, '', { call, isWrite: false, now: clock.now() });
    },

    now: () => clock.now() + (Math.abs(ahead) > SAME_TIME ? ahead : 0),
  };
}
