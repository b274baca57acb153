import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import staticFiles from '@fastify/static';
import type { Person, PersonId } from 'carethread/model';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { cookieOf, type InWindow, setCookie } from '../../site/cookies.js';
import { filled } from '../../site/filled.js';
import { securityHeaders } from '../../site/security-headers.js';
import type { PracticeWords } from '../practice-words.js';
import { type Login, patientOf } from '../smart/logins.js';
import type { Sessions } from '../smart/sessions.js';

/** What the built pages have in the place of the FHIR server's address. */
const WRITTEN_URL = 'http://127.0.0.1:5174';

const DIST = fileURLToPath(new URL('../../dist/', import.meta.url));

/** Whom a page opens as, the first time. */
const FIRST = { 'fhir.html': 'amy-shaw', 'fhir-staff.html': 'ana-morales' };

export interface FhirSiteOptions {
  /** Says where the FHIR server is, with no trailing slash. */
  readonly fhirUrl: () => string;
  readonly sessions: Sessions;
  readonly logins: readonly Login[];
  readonly words: PracticeWords;
}

/**
 * The practice's web server where the backend is FHIR: it serves the built pages, and gives whoever its cookie names a
 * token. Whoever it does not know signs in at the FHIR server itself.
 */
export async function createFhirSite({ fhirUrl, sessions, logins, words }: FhirSiteOptions): Promise<FastifyInstance> {
  const site = Fastify({ forceCloseConnections: true });
  site.addHook('onSend', async (_request, reply) => {
    const { origin } = new URL(fhirUrl());
    // To be told of changes takes a websocket, which a policy has to name by its own scheme.
    reply.headers(securityHeaders(`${origin} ${origin.replace('http', 'ws')}`));
  });
  site.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) => {
    done(null, new URLSearchParams(String(body)));
  });
  await site.register(staticFiles, { root: DIST, serve: false });

  site.get('/', (_request, reply) => openWindow('fhir.html', reply));
  site.get('/staff.html', (_request, reply) => openWindow('fhir-staff.html', reply));
  // One address for all windows: that is what the FHIR server was told. Nobody's cookie reaches it.
  site.get('/signed-in', (request, reply) => page('fhir-signed-in.html', request, reply));
  site.get('/assets/*', (request, reply) => reply.sendFile(request.url.slice(1).split('?')[0]!, { maxAge: '1h' }));

  site.post<InWindow & { Body: URLSearchParams }>('/w/:window/sign-in', (request, reply) => {
    const back = request.body.get('back') ?? '';
    setCookie(reply, request.params.window, 'person', request.body.get('person') ?? '');
    return reply.redirect(/^[\w-]+\.html$/.test(back) ? back : 'fhir.html', 303);
  });

  site.post<InWindow>('/w/:window/token', async (request, reply) => {
    const login = logins.find((one) => idOf(one) === cookieOf(request, 'person'));
    reply.header('cache-control', 'no-store');
    if (!login) return reply.code(401).send({ title: 'Nobody is signed in' });
    const { token, expiresAt, scope } = sessions.open(login, 'openid fhirUser launch/patient');
    return { token, expiresAt: new Date(expiresAt).toISOString(), scope, patient: patientOf(login), user: login.user };
  });

  site.get('/w/:window/practice.json', () => words);
  site.get<{ Params: { '*': string } }>('/w/:window/*', (request, reply) => {
    const path = request.params['*'];
    return /^[\w-]+\.html$/.test(path) ? page(path, request, reply) : reply.sendFile(path, { maxAge: '1h' });
  });

  async function page(name: string, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const html = await readFile(DIST + name, 'utf8').catch(() => undefined);
    if (html === undefined) return reply.code(404).type('text/plain').send('There is no such page here.');
    const facts = { me: cookieOf(request, 'person'), people: logins.map(personOf), sent: [] };
    return reply.type('text/html; charset=utf-8').send(filled(html.replaceAll(WRITTEN_URL, fhirUrl()), facts));
  }

  return site;
}

function openWindow(page: keyof typeof FIRST, reply: FastifyReply): FastifyReply {
  const window = randomBytes(3).toString('hex');
  setCookie(reply, window, 'person', FIRST[page]);
  return reply.redirect(`/w/${window}/${page}`, 303);
}

function idOf({ user }: Login): string {
  return user.split('/')[1]!;
}

function personOf(login: Login): Person {
  const kind = patientOf(login) === undefined ? 'staff' : 'patient';
  return { id: idOf(login) as PersonId, name: login.name, title: login.title, kind };
}
