import { createHash, randomBytes } from 'node:crypto';
import type { Login } from './logins.js';

/** What somebody agreed to, until the page that asked for it fetches its token. */
export interface Grant {
  readonly login: Login;
  readonly clientId: string;
  readonly redirectUri: string;
  readonly scope: string;
  readonly nonce: string | undefined;
  /** What the page's secret hashes to: SHA-256, base64url. */
  readonly challenge: string;
}

/** A way to a new token without asking again. */
export type Renewal = Pick<Grant, 'login' | 'clientId' | 'scope'>;

/** Codes that are good once, for a minute. */
export class Codes {
  readonly #grants = new Map<string, Grant & { readonly until: number }>();
  readonly #renewals = new Map<string, Renewal>();

  /** The code for a grant. */
  codeFor(grant: Grant): string {
    return remember(this.#grants, { ...grant, until: Date.now() + 60_000 });
  }

  /** What a code was given for, if it is who it says it is. It is good no more, whatever the answer. */
  redeem(code: string, asker: { clientId: string; redirectUri: string; verifier: string }): Grant | undefined {
    const grant = take(this.#grants, code);
    const challenge = createHash('sha256').update(asker.verifier).digest('base64url');
    const isAsker = grant?.clientId === asker.clientId && grant.redirectUri === asker.redirectUri;
    return isAsker && grant.challenge === challenge && grant.until > Date.now() ? grant : undefined;
  }

  /** A refresh token. */
  renewalFor(renewal: Renewal): string {
    return remember(this.#renewals, renewal);
  }

  /** What a refresh token was given for. The next one is another. */
  renew(token: string, clientId: string): Renewal | undefined {
    const renewal = take(this.#renewals, token);
    return renewal?.clientId === clientId ? renewal : undefined;
  }
}

function remember<T>(map: Map<string, T>, value: T): string {
  const key = randomBytes(24).toString('base64url');
  map.set(key, value);
  return key;
}

function take<T>(map: Map<string, T>, key: string): T | undefined {
  const value = map.get(key);
  map.delete(key);
  return value;
}
