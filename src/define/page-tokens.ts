import { AdapterError, type AdapterErrorCode } from '../adapter/errors.js';
import type { GetToken, Token } from '../adapter/token.js';

// A token that ends while its request is on the way would be refused; asking a little early costs nothing.
const EARLY = 30_000;

/** Tokens from the page's own server, which knows by its cookie who is signed in. Kept until shortly before they end. */
export function tokensFrom(url: string | undefined): { readonly getToken: GetToken; forget(): void } {
  let kept: Token | undefined;
  let session = 0;
  return {
    async getToken({ refresh, signal }) {
      if (kept && !refresh && Date.parse(kept.expiresAt) - EARLY > Date.now()) return kept;
      kept = undefined;
      const asked = session;
      const token = await ask(url, signal);
      // Forgotten while it was on its way: good for the call that asked, and for no other.
      if (asked === session) kept = token;
      return token;
    },
    forget() {
      kept = undefined;
      session++;
    },
  };
}

async function ask(url: string | undefined, signal: AbortSignal): Promise<Token> {
  if (url === undefined) throw noToken('auth-required', 'is not set');
  const init = { method: 'POST', mode: 'same-origin', referrerPolicy: 'no-referrer', cache: 'no-store', signal } as const;
  const response = await fetch(url, init).catch(() => {
    signal.throwIfAborted();
    throw noToken('offline', 'got no answer');
  });
  const { ok, status } = response;
  // The page's server being down or busy says nothing about who is signed in.
  if (!ok) throw noToken(status >= 500 ? 'unavailable' : status === 429 ? 'rate-limited' : 'auth-required', status);
  const answer = (await response.json().catch(() => {})) as Partial<Token> | null | undefined;
  if (typeof answer?.token !== 'string' || typeof answer.expiresAt !== 'string') throw noToken('malformed', status);
  return answer as Token;
}

function noToken(code: AdapterErrorCode, why: string | number): AdapterError {
  return new AdapterError(code, `POST token-url ${why}`);
}
