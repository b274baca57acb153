import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Backend } from './backend.js';
import type { Reader } from './directory/directory.js';
import { Problem } from './problems.js';
import { findSession, type OpenSession } from './sessions.js';

const sessions = new WeakMap<FastifyRequest, OpenSession>();

/** Finds out who asks, before anything counts or refuses requests. Refuses nobody itself. */
export function identifyReaders(app: FastifyInstance, backend: Backend): void {
  app.addHook('onRequest', async (request) => {
    const session = await findSession(backend, request.headers.authorization, backend.clock());
    if (session) sessions.set(request, session);
  });
}

/** Refuses who is not signed in, before a body is read. */
export async function requireReader(request: FastifyRequest): Promise<void> {
  sessionOf(request);
}

/** Who asks, if they are signed in. */
export function maybeReaderOf(request: FastifyRequest): Reader | undefined {
  return sessions.get(request)?.reader;
}

/** Who asks. */
export function readerOf(request: FastifyRequest): Reader {
  return sessionOf(request).reader;
}

/** The session a request came in; `auth-required` without one. */
export function sessionOf(request: FastifyRequest): OpenSession {
  const session = sessions.get(request);
  if (!session) throw new Problem('auth-required');
  return session;
}
