import { randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

// Every window gets a folder, `/w/4f2a91/`, and its cookie is good there only: windows side by side are different
// people. The cookie names the person, for in this demo anyone may be anyone. A real practice has real sessions.

interface InWindow {
  Params: { window: string };
}

/** Whom a page opens as, the first time. */
const FIRST = { 'index.html': 'sam-okafor', 'staff.html': 'ana-morales' };

/** New windows, signing in, and the token that `token-url` asks for. */
export function windowRoutes(site: FastifyInstance, apiUrl: () => string): void {
  site.get('/', (_request, reply) => openWindow('index.html', reply));
  site.get('/staff.html', (_request, reply) => openWindow('staff.html', reply));

  site.post<InWindow & { Body: URLSearchParams }>('/w/:window/sign-in', (request, reply) => {
    const back = request.body.get('back') ?? '';
    setPerson(reply, request.params.window, request.body.get('person') ?? '');
    return reply.redirect(/^[\w-]+\.html(#\w+)?$/.test(back) ? back : 'index.html', 303);
  });

  site.post<InWindow>('/w/:window/token', async (request, reply) => {
    const person = personOf(request);
    if (person === undefined) return reply.code(401).send({ title: 'Nobody is signed in' });
    const answer = await signIn(apiUrl(), person);
    return reply.code(answer?.status ?? 502).headers({ 'cache-control': 'no-store' }).send(await answer?.json());
  });
}

/** The id of who is signed in, in the window a request comes from. */
export function personOf({ headers }: FastifyRequest): string | undefined {
  return /(?:^|; )person=([\w-]+)/.exec(headers.cookie ?? '')?.[1];
}

function openWindow(page: keyof typeof FIRST, reply: FastifyReply): FastifyReply {
  const window = randomBytes(3).toString('hex');
  setPerson(reply, window, FIRST[page]);
  return reply.redirect(`/w/${window}/${page}`, 303);
}

function setPerson(reply: FastifyReply, window: string, person: string): void {
  const value = encodeURIComponent(person);
  reply.header('set-cookie', `person=${value}; Path=/w/${encodeURIComponent(window)}/; HttpOnly; SameSite=Lax`);
}

/** Undefined while the API is away. */
async function signIn(apiUrl: string, person: string): Promise<Response | undefined> {
  const headers = { 'content-type': 'application/json' };
  return fetch(`${apiUrl}/sign-in`, { method: 'POST', headers, body: JSON.stringify({ person }) }).catch(() => undefined);
}
