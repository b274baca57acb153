import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import staticFiles from '@fastify/static';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { filled } from './filled.js';
import { guestRoutes } from './guest-routes.js';
import { listPeople } from './people.js';
import { listSent } from './sent.js';
import { securityHeaders } from './security-headers.js';
import { personOf, windowRoutes } from './window-routes.js';

/** What the built pages have in the place of the API's address. */
const WRITTEN_API = 'http://127.0.0.1:5174';

const DIST = fileURLToPath(new URL('../dist/', import.meta.url));

export interface SiteOptions {
  /** Says where the API lives, with no trailing slash. On another origin than this server, and it may start later. */
  readonly apiUrl: () => string;
}

/** The practice's web server: it serves the built pages, and knows by a cookie who is signed in. */
export async function createSite({ apiUrl }: SiteOptions): Promise<FastifyInstance> {
  const site = Fastify({ forceCloseConnections: true });
  site.addHook('onSend', async (_request, reply) => {
    reply.headers(securityHeaders(apiUrl()));
  });
  site.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) => {
    done(null, new URLSearchParams(String(body)));
  });
  await site.register(staticFiles, { root: DIST, serve: false });
  windowRoutes(site, apiUrl);
  guestRoutes(site, apiUrl);

  site.get('/w/:window/', (request, reply) => page('index.html', request, reply));
  site.get<{ Params: { '*': string } }>('/w/:window/*', (request, reply) => {
    const path = request.params['*'];
    return /^[\w-]+\.html$/.test(path) ? page(path, request, reply) : reply.sendFile(path, { maxAge: '1h' });
  });

  async function page(name: string, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const html = await readFile(DIST + name, 'utf8').catch(() => undefined);
    if (html === undefined) return reply.code(404).type('text/plain').send('There is no such page here.');
    const sent = html.includes('%SENT%') ? await listSent(apiUrl()) : [];
    const facts = { me: personOf(request), people: await listPeople(apiUrl()), sent };
    return reply.type('text/html; charset=utf-8').send(filled(html.replaceAll(WRITTEN_API, apiUrl()), facts));
  }

  return site;
}
