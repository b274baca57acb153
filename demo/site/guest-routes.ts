import { randomBytes } from 'node:crypto';
import type { Token } from 'carethread/adapter';
import type { FastifyInstance } from 'fastify';
import { cookieOf, type InWindow, setCookie } from './cookies.js';

// People without an account: they say who they are, prove their address with a code, and get a session of their own.
// When they are answered, a link that works once opens the thread.

interface Filled extends InWindow {
  Body: URLSearchParams;
}

/** Sessions of guests by what their cookie says. A real practice keeps them with its other sessions. */
const sessions = new Map<string, Token>();

/** The three steps of a guest: who they are, the code, and the link they are sent later. */
export function guestRoutes(site: FastifyInstance, apiUrl: () => string): void {
  site.post<Filled>('/w/:window/guest', async (request, reply) => {
    const said = request.body;
    const address = said.get('address')?.trim() ?? '';
    const answer = await post(`${apiUrl()}/guests`, {
      name: said.get('name')?.trim() ?? '',
      birthDate: said.get('birthDate') ?? '',
      ...(address.includes('@') ? { email: address } : { phone: address }),
    });
    const { guest } = (answer ?? {}) as { guest?: string };
    if (!guest) return reply.redirect('guest.html#problem', 303);
    setCookie(reply, request.params.window, 'asked', guest);
    return reply.redirect('guest-code.html', 303);
  });

  site.post<Filled>('/w/:window/guest-code', async (request, reply) => {
    const guest = cookieOf(request, 'asked') ?? '';
    const code = request.body.get('code')?.replace(/\s/g, '') ?? '';
    const token = await post(`${apiUrl()}/guests/${encodeURIComponent(guest)}/verify`, { code });
    if (!token) return reply.redirect('guest-code.html#problem', 303);
    setCookie(reply, request.params.window, 'person', remember(token as unknown as Token));
    return reply.redirect('index.html#ask', 303);
  });

  site.post<Filled>('/w/:window/guest-link', async (request, reply) => {
    const answer = await post(`${apiUrl()}/guest-links`, { token: request.body.get('link') ?? '' });
    if (!answer) return reply.redirect('answer.html#used', 303);
    const { thread, ...token } = answer as unknown as Token & { thread: string };
    setCookie(reply, request.params.window, 'person', remember(token));
    return reply.redirect(`index.html?message=${encodeURIComponent(thread)}#messages`, 303);
  });
}

/** The session of somebody who is a guest, while it lasts. */
export function guestSession(person: string): Token | undefined {
  const session = sessions.get(person);
  return session && Date.parse(session.expiresAt) > Date.now() ? session : undefined;
}

function remember({ token, expiresAt }: Token): string {
  const person = `guest-${randomBytes(24).toString('base64url')}`;
  sessions.set(person, { token, expiresAt });
  return person;
}

/** What the API answers, or undefined where it says no or is away. */
async function post(url: string, body: unknown): Promise<Record<string, unknown> | undefined> {
  const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const response = await fetch(url, init).catch(() => undefined);
  return response?.ok ? ((await response.json()) as Record<string, unknown>) : undefined;
}
