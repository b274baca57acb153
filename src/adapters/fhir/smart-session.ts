import { AdapterError } from '../../adapter/errors.js';
import type { CallOptions } from '../../adapter/call-options.js';
import type { GetToken, Token } from '../../adapter/token.js';
import { signInLine } from './smart-return.js';
import { type Granted, type Launch, smartServer, type SmartOptions } from './smart-server.js';

/** Where a page keeps a sign-in that leaves it. The library itself writes nothing down. */
export interface Keep {
  /** What was written last. */
  read(): string | undefined;
  /** Writes, or removes where there is nothing to write. It is a secret until the sign-in is over. */
  write(text: string | undefined): void;
}

/** Somebody's session on a FHIR server. Tokens are in this page's memory only: leaving the page ends it. */
export interface SmartSession {
  /** Give it to `fhirAdapter`. Renews the token where the server lets it; rejects with `auth-required` otherwise. */
  readonly getToken: GetToken;
  /** Whether somebody is signed in, as far as this page knows. */
  readonly isSignedIn: boolean;
  /**
   * Has somebody sign in, in a second window. Call it while a press is handled, or browsers open none: then it rejects
   * with `unsupported`. Resolves once they are signed in; rejects with `auth-required` when they turned back.
   * A second call ends the first.
   */
  signIn(options: CallOptions): Promise<void>;
  /** Has somebody sign in in this window, which leaves the page; unsent words go with it. */
  leaveToSignIn(keep: Keep, options: CallOptions): Promise<void>;
  /** After {@link leaveToSignIn}, on the page people come back to. False where this page was opened in another way. */
  comeBack(keep: Keep, options: CallOptions): Promise<boolean>;
  /** Forgets the session. The server's own sign-in is not ended. */
  signOut(): void;
}

// A token that ends while its request is on the way would be refused; asking a little early costs nothing.
const EARLY = 30_000;

/** Signs people in at a FHIR server itself: SMART App Launch, standalone, for a website without a server of its own. */
export function smartSession(options: SmartOptions): SmartSession {
  const server = smartServer(options);
  let granted: Granted | undefined;
  let renewing: Promise<Granted> | undefined;
  let earlier: AbortController | undefined;

  async function renew(from: Granted): Promise<Granted> {
    try {
      // Several calls wait for one renewal, so none of them may end it.
      const next = await server.renew(from, AbortSignal.timeout(30_000));
      if (granted === from) granted = next;
      return next;
    } catch (error) {
      if (granted === from && error instanceof AdapterError && error.code === 'auth-required') granted = undefined;
      throw error instanceof AdapterError ? error : new AdapterError('offline', 'SMART token got no answer');
    }
  }

  /** From now on this one is signed in, or nobody. A renewal that is on its way is of the one before. */
  function change(next: Granted | undefined): void {
    granted = next;
    renewing = undefined;
  }

  /** Ends a sign-in that is under way, for another. */
  function begun({ signal: given }: CallOptions): AbortSignal {
    given.throwIfAborted();
    earlier?.abort(new AdapterError('auth-required', 'Another sign-in began'));
    const current = (earlier = new AbortController());
    given.addEventListener('abort', () => current.abort(given.reason), { once: true });
    return current.signal;
  }

  /** Who is signed in by a launch, unless something else has come to pass by then. */
  async function finish(launch: Pick<Launch, 'state' | 'verifier'>, search: string, signal: AbortSignal): Promise<void> {
    const next = await server.finish(launch, search, signal);
    signal.throwIfAborted();
    change(next);
  }

  return {
    get isSignedIn() {
      return granted !== undefined;
    },

    async getToken({ refresh, signal }) {
      signal.throwIfAborted();
      if (!granted) throw new AdapterError('auth-required', 'Nobody is signed in');
      if (!refresh && Date.parse(granted.expiresAt) - EARLY > Date.now()) return tokenOf(granted);
      if (granted.renewal === undefined) {
        granted = undefined;
        throw new AdapterError('auth-required', 'The token cannot be renewed');
      }
      const mine = (renewing ??= renew(granted).finally(() => {
        if (renewing === mine) renewing = undefined;
      }));
      const next = await orAborted(mine, signal);
      // Somebody else has signed in since, or nobody is: what was asked for one goes out in no other name.
      if (granted !== next) throw new AdapterError('auth-required', 'The session has ended');
      return tokenOf(next);
    },

    async signIn(given) {
      const signal = begun(given);
      // Opened while the press is still known, and sent on its way once the way is known.
      const other = open('', '_blank');
      if (!other) throw new AdapterError('unsupported', 'The browser opens no second window');
      other.opener = null;
      try {
        const launch = await server.begin(signal);
        const answer = answerOf(launch, signal);
        other.location.replace(launch.url);
        await finish(launch, await answer, signal);
      } catch (error) {
        other.close();
        throw error;
      }
    },

    async leaveToSignIn(keep, { signal }) {
      const { url, state, verifier } = await server.begin(signal);
      keep.write(JSON.stringify({ state, verifier }));
      location.assign(url);
    },

    async comeBack(keep, given) {
      const { search, pathname } = location;
      const launch = launchIn(keep.read());
      if (!launch || new URLSearchParams(search).get('state') !== launch.state) return false;
      keep.write(undefined);
      history.replaceState(null, '', pathname);
      await finish(launch, search, begun(given));
      return true;
    },

    signOut() {
      earlier?.abort(new AdapterError('auth-required', 'Signed out'));
      change(undefined);
    },
  };
}

/** What lets requests through, without what would renew it. */
function tokenOf({ renewal: _, ...token }: Granted): Token {
  return token;
}

/** What the server says in the other window, when it says it. */
function answerOf({ state }: Launch, signal: AbortSignal): Promise<string> {
  return new Promise((resolve, reject) => {
    const line = signInLine(state);
    const stop = () => {
      line.close();
      reject(signal.reason as Error);
    };
    signal.addEventListener('abort', stop);
    line.addEventListener('message', ({ data }) => {
      if (typeof data !== 'string' || !data.startsWith('?')) return;
      line.postMessage('heard');
      line.close();
      signal.removeEventListener('abort', stop);
      resolve(data);
    });
  });
}

function launchIn(text: string | undefined): Pick<Launch, 'state' | 'verifier'> | undefined {
  try {
    const { state, verifier } = JSON.parse(text ?? '{}') as Partial<Launch>;
    return state && verifier ? { state, verifier } : undefined;
  } catch {
    return undefined;
  }
}

function orAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    promise.then(resolve, reject);
  });
}
