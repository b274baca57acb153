import { randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { cookieOf, type InWindow, setCookie } from './cookies.js';
import { guestSession } from './guest-routes.js';

// Every window gets a folder, `/w/4f2a91/`, and its cookie is good there only: windows side by side are different
// people. The cookie names the person, for in this demo anyone may be anyone. A real practice has real sessions.

/** Whom a page opens as, the first time. */
const FIRST = {
  'index.html': 'sam-okafor',
  'results.html': 'sam-okafor',
  'visits.html': 'sam-okafor',
  'staff.html': 'ana-morales',
  'answer.html': '',
};

/** New windows, signing in, and the token that `token-url` asks for. */
export function windowRoutes(site: FastifyInstance, apiUrl: () => string): void {
  site.get('/', (_request, reply) => openWindow('index.html', reply));
  site.get('/results.html', (_request, reply) => openWindow('results.html', reply));
  site.get('/visits.html', (_request, reply) => openWindow('visits.html', reply));
  site.get('/staff.html', (_request, reply) => openWindow('staff.html', reply));
  // Where a guest's link leads. What it opens stands behind the #, which no server is sent.
  site.get('/answer.html', (_request, reply) => openWindow('answer.html', reply));

  site.post<InWindow & { Body: URLSearchParams }>('/w/:window/sign-in', (request, reply) => {
    const back = request.body.get('back') ?? '';
    setCookie(reply, request.params.window, 'person', request.body.get('person') ?? '');
    return reply.redirect(/^[\w-]+\.html(#\w+)?$/.test(back) ? back : 'index.html', 303);
  });

  site.post<InWindow>('/w/:window/token', async (request, reply) => {
    const person = personOf(request);
    const guest = guestSession(person ?? '');
    if (guest) return reply.header('cache-control', 'no-store').send(guest);
    if (person === undefined) return reply.code(401).send({ title: 'Nobody is signed in' });
    const answer = await signIn(apiUrl(), person);
    return reply.code(answer?.status ?? 502).headers({ 'cache-control': 'no-store' }).send(await answer?.json());
  });
}

/** The id of who is signed in, in the window a request comes from. */
export function personOf(request: FastifyRequest): string | undefined {
  return cookieOf(request, 'person');
}

function openWindow(page: keyof typeof FIRST, reply: FastifyReply): FastifyReply {
  const window = randomBytes(3).toString('hex');
  setCookie(reply, window, 'person', FIRST[page]);
  return reply.redirect(`/w/${window}/${page}`, 303);
}

/** Undefined while the API is away. */
async function signIn(apiUrl: string, person: string): Promise<Response | undefined> {
  const headers = { 'content-type': 'application/json' };
  return fetch(`${apiUrl}/sign-in`, { method: 'POST', headers, body: JSON.stringify({ person }) }).catch(() => undefined);
}
