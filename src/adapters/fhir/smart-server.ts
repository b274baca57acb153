import * as oauth from 'oauth4webapi';
import { AdapterError } from '../../adapter/errors.js';
import type { Token } from '../../adapter/token.js';

/** Who asks, at which server, for what. */
export interface SmartOptions {
  /** Where the FHIR server is. */
  readonly baseUrl: string;
  /** What this website is called there. It has no secret: a page cannot keep one. */
  readonly clientId: string;
  /** Where people come back to, as registered there: a page that calls `reportSignIn()`. */
  readonly redirectUri: string;
  /** What is asked for, with spaces between. Default all that messages and results need. */
  readonly scope?: string | undefined;
}

/** What a sign-in that has begun needs to be finished. */
export interface Launch {
  /** Where to send the person. */
  readonly url: string;
  /** Tells this sign-in from every other, and an answer that somebody else sends. */
  readonly state: string;
  /** The secret whose hash the server was told. */
  readonly verifier: string;
}

/** A token, and the way to the next one. */
export interface Granted extends Token {
  readonly renewal: string | undefined;
}

const SCOPE = 'openid fhirUser launch/patient offline_access patient/*.rs patient/*.cu user/*.cruds';

/** A server's own sign-in, as SMART App Launch has it: standalone, with a code and PKCE. */
export interface SmartServer {
  begin(signal: AbortSignal): Promise<Launch>;
  /** Fetches the token for what the server answered, as it stood behind the `?`. */
  finish(launch: Pick<Launch, 'state' | 'verifier'>, search: string, signal: AbortSignal): Promise<Granted>;
  renew(granted: Granted, signal: AbortSignal): Promise<Granted>;
}

/** Nothing is asked of the server before somebody signs in. */
export function smartServer({ baseUrl, clientId, redirectUri, scope = SCOPE }: SmartOptions): SmartServer {
  const base = baseUrl.replace(/\/+$/, '');
  const client: oauth.Client = { client_id: clientId };
  let known: oauth.AuthorizationServer | undefined;

  async function server(signal: AbortSignal): Promise<oauth.AuthorizationServer> {
    if (known) return known;
    const response = await fetch(`${base}/.well-known/smart-configuration`, {
      headers: { accept: 'application/json' },
      referrerPolicy: 'no-referrer',
      signal,
    });
    if (!response.ok) throw refusal(response.status);
    const said = (await response.json()) as oauth.AuthorizationServer;
    // Whoever is sent there, or the secrets that are, must not land in a script of this page or be read on the way.
    const { authorization_endpoint: page, token_endpoint: endpoint } = said;
    if ([page, endpoint].some((url) => url !== undefined && !isSafe(url))) {
      throw new AdapterError('malformed', 'The server has an endpoint that is not https');
    }
    // Some servers do not say who they are called; then nothing they sign could be checked either.
    known = { ...said, issuer: said.issuer ?? base };
    return known;
  }

  const http = (endpoint: string | undefined, signal: AbortSignal) => ({
    signal,
    // A machine's own server, as in a demo. Everywhere else the library insists on https.
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- marked so to stand out, not to go away
    [oauth.allowInsecureRequests]: isLocal(endpoint),
  });

  return {
    begin: (signal) =>
      said('authorize', signal, async () => {
        const { authorization_endpoint: endpoint } = await server(signal);
        if (!endpoint) throw new AdapterError('unsupported', 'The server has no authorization_endpoint');
        const [state, verifier] = [oauth.generateRandomState(), oauth.generateRandomCodeVerifier()];
        const url = new URL(endpoint);
        const asked = {
          response_type: 'code',
          client_id: clientId,
          redirect_uri: redirectUri,
          scope,
          state,
          aud: base,
          code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
          code_challenge_method: 'S256',
        };
        for (const [name, value] of Object.entries(asked)) url.searchParams.set(name, value);
        return { url: url.href, state, verifier };
      }),

    finish: ({ state, verifier }, search, signal) =>
      said('token', signal, async () => {
        const as = await server(signal);
        const answer = oauth.validateAuthResponse(as, client, new URLSearchParams(search), state);
        const options = http(as.token_endpoint, signal);
        const response = await oauth.authorizationCodeGrantRequest(as, client, oauth.None(), answer, redirectUri, verifier, options);
        if (response.status >= 500) throw refusal(response.status);
        return grantedBy(await oauth.processAuthorizationCodeResponse(as, client, response));
      }),

    renew: (granted, signal) =>
      said('token', signal, async () => {
        const as = await server(signal);
        const options = http(as.token_endpoint, signal);
        const response = await oauth.refreshTokenGrantRequest(as, client, oauth.None(), granted.renewal!, options);
        if (response.status >= 500) throw refusal(response.status);
        const { renewal, patient, user, scope: given, ...token } = grantedBy(await oauth.processRefreshTokenResponse(as, client, response));
        // What is not said again still holds.
        return {
          ...token,
          renewal: renewal ?? granted.renewal,
          patient: patient ?? granted.patient,
          user: user ?? granted.user,
          scope: given ?? granted.scope,
        };
      }),
  };
}

/** Whether an address is one of this machine's own, without a certificate. */
function isLocal(endpoint: unknown): boolean {
  if (typeof endpoint !== 'string' || !URL.canParse(endpoint)) return false;
  const { protocol, hostname } = new URL(endpoint);
  return protocol === 'http:' && /^(127\.0\.0\.1|localhost|\[::1\])$/.test(hostname);
}

const isSafe = (endpoint: unknown): boolean =>
  isLocal(endpoint) || (typeof endpoint === 'string' && URL.canParse(endpoint) && new URL(endpoint).protocol === 'https:');

function grantedBy(answer: oauth.TokenEndpointResponse): Granted {
  // A token without an end is asked for anew after an hour.
  const { access_token: token, expires_in: seconds = 3600, refresh_token: renewal, scope, patient } = answer;
  const fhirUser = oauth.getValidatedIdTokenClaims(answer)?.fhirUser ?? answer.fhirUser;
  return {
    token,
    renewal,
    expiresAt: new Date(Date.now() + seconds * 1000).toISOString(),
    scope,
    patient: typeof patient === 'string' ? patient : undefined,
    // The whole address of a resource, or only its end.
    user: typeof fhirUser === 'string' ? /\w+\/[\w.-]+$/.exec(fhirUser)?.[0] : undefined,
  };
}

/** What the library and the network say, in our own words: theirs may hold what the server answered. */
async function said<T>(call: string, signal: AbortSignal, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof AdapterError) throw error;
    if (error instanceof oauth.AuthorizationResponseError) throw new AdapterError('auth-required', `SMART ${call} was refused`);
    if (error instanceof oauth.ResponseBodyError) throw refusal(error.status);
    // `fetch` rejects with a TypeError of its own; so does the library, which then says why.
    if (error instanceof TypeError && !('code' in error)) throw new AdapterError('offline', `SMART ${call} got no answer`);
    throw new AdapterError('malformed', `SMART ${call} was not answered as the standard says`);
  }
}

function refusal(status: number): AdapterError {
  const code = status >= 500 ? 'unavailable' : status === 429 ? 'rate-limited' : status === 404 ? 'unsupported' : 'auth-required';
  return new AdapterError(code, `SMART answered ${status}`);
}
