import { readFile } from 'node:fs/promises';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { authorizePage } from './authorize-page.js';
import { Codes, type Grant, type Renewal } from './codes.js';
import { idToken, publicKeys } from './id-token.js';
import { type Login, patientOf } from './logins.js';
import type { Sessions } from './sessions.js';

export interface SmartOptions {
  readonly sessions: Sessions;
  readonly logins: readonly Login[];
  /** Says where the records are, with no trailing slash. */
  readonly baseUrl: () => string;
}

/** Signing in from another website: SMART App Launch, standalone, with a code and PKCE, and no secret. */
export function smartRoutes(app: FastifyInstance, { sessions, logins, baseUrl }: SmartOptions): void {
  const codes = new Codes();

  app.get('/fhir/.well-known/smart-configuration', (_request, reply) =>
    reply.type('application/json').send(JSON.stringify(configurationOf(baseUrl()))),
  );
  app.get('/fhir/jwks', (_request, reply) => reply.type('application/json').send(JSON.stringify(publicKeys())));

  app.get('/fhir/authorize', (request, reply) => {
    const asked = new URLSearchParams(request.url.split('?')[1] ?? '');
    const back = redirectOf(asked);
    if (!back) return refusePage(reply);
    const error = errorOf(asked, baseUrl());
    if (error) return reply.redirect(withAnswer(back, asked, { error }), 303);
    return page(reply, back).send(authorizePage(logins, asked));
  });

  app.post<{ Body: string }>('/fhir/authorize', (request, reply) => {
    const asked = new URLSearchParams(request.body);
    const back = redirectOf(asked);
    if (!back || errorOf(asked, baseUrl())) return refusePage(reply);
    const login = logins.find(({ user }) => user === asked.get('user'));
    if (!login) return reply.redirect(withAnswer(back, asked, { error: 'access_denied' }), 303);
    const code = codes.codeFor({
      login,
      clientId: asked.get('client_id') ?? '',
      redirectUri: asked.get('redirect_uri')!,
      scope: asked.get('scope') ?? '',
      nonce: asked.get('nonce') ?? undefined,
      challenge: asked.get('code_challenge')!,
    });
    return reply.redirect(withAnswer(back, asked, { code }), 303);
  });

  app.get<{ Params: { sheet: string } }>('/fhir/authorize/:sheet', async (request, reply) => {
    const { sheet } = request.params;
    if (sheet !== 'site.css' && sheet !== 'sign-in.css') return reply.code(404).send();
    return reply.type('text/css').send(await readFile(new URL(`../../${sheet}`, import.meta.url), 'utf8'));
  });

  app.post<{ Body: string }>('/fhir/token', (request, reply) => {
    const form = new URLSearchParams(request.body);
    const said = (name: string) => form.get(name) ?? '';
    reply.headers({ 'cache-control': 'no-store' }).type('application/json');
    const grant: (Renewal & Partial<Grant>) | undefined =
      said('grant_type') === 'refresh_token'
        ? codes.renew(said('refresh_token'), said('client_id'))
        : codes.redeem(said('code'), {
            clientId: said('client_id'),
            redirectUri: said('redirect_uri'),
            verifier: said('code_verifier'),
          });
    if (!grant) return reply.code(400).send(JSON.stringify({ error: 'invalid_grant' }));
    return reply.send(JSON.stringify(tokenAnswer(grant)));
  });

  function tokenAnswer(grant: Renewal & Partial<Grant>): object {
    const { login, clientId, scope, nonce } = grant;
    const { token, scope: given, expiresAt } = sessions.open(login, scope);
    const patient = patientOf(login);
    const now = Math.floor(Date.now() / 1000);
    const who = { iss: baseUrl(), sub: login.user, aud: clientId, iat: now, exp: now + 300 };
    return {
      access_token: token,
      token_type: 'Bearer',
      expires_in: Math.round((expiresAt - Date.now()) / 1000),
      scope: given,
      ...(patient !== undefined && { patient }),
      ...(given.includes('offline_access') && { refresh_token: codes.renewalFor({ login, clientId, scope }) }),
      ...(given.includes('openid') && {
        id_token: idToken({ ...who, fhirUser: `${baseUrl()}/${login.user}`, ...(nonce !== undefined && { nonce }) }),
      }),
    };
  }
}

function configurationOf(baseUrl: string): object {
  return {
    issuer: baseUrl,
    jwks_uri: `${baseUrl}/jwks`,
    authorization_endpoint: `${baseUrl}/authorize`,
    token_endpoint: `${baseUrl}/token`,
    token_endpoint_auth_methods_supported: ['none'],
    grant_types_supported: ['authorization_code', 'refresh_token'],
    response_types_supported: ['code'],
    code_challenge_methods_supported: ['S256'],
    scopes_supported: ['openid', 'fhirUser', 'launch/patient', 'offline_access', 'patient/*.rs', 'user/*.cruds'],
    capabilities: [
      ...['launch-standalone', 'client-public', 'sso-openid-connect', 'context-standalone-patient'],
      ...['permission-offline', 'permission-patient', 'permission-user', 'permission-v2'],
    ],
  };
}

/** Where to go back to. Only to this machine: this demo knows of no other websites. */
function redirectOf(asked: URLSearchParams): URL | undefined {
  const uri = asked.get('redirect_uri') ?? '';
  const isHere = URL.canParse(uri) && /^http:\/\/(127\.0\.0\.1|localhost)(:\d+)?$/.test(new URL(uri).origin);
  return isHere && asked.get('client_id') ? new URL(uri) : undefined;
}

function errorOf(asked: URLSearchParams, baseUrl: string): string | undefined {
  if (asked.get('response_type') !== 'code') return 'unsupported_response_type';
  const isSafe = asked.get('code_challenge_method') === 'S256' && asked.get('code_challenge');
  return isSafe && asked.get('aud') === baseUrl && asked.get('state') ? undefined : 'invalid_request';
}

function withAnswer(back: URL, asked: URLSearchParams, answer: Record<string, string>): string {
  const url = new URL(back);
  for (const [name, value] of Object.entries(answer)) url.searchParams.set(name, value);
  url.searchParams.set('state', asked.get('state') ?? '');
  return url.href;
}

function page(reply: FastifyReply, back: URL): FastifyReply {
  const policy = `default-src 'none'; style-src 'self'; img-src data:; form-action 'self' ${back.origin}; base-uri 'none'`;
  return reply
    .headers({
      'content-security-policy': `${policy}; frame-ancestors 'none'`,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    })
    .type('text/html; charset=utf-8');
}

function refusePage(reply: FastifyReply): FastifyReply {
  return reply.code(400).type('text/plain').send('Nobody here knows the page that sent you.');
}
