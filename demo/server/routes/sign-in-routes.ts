import type { FastifyRequest } from 'fastify';
import type { Backend } from '../backend.js';
import { Problem } from '../problems.js';
import { PersonPage, problems, SignInBody, TokenAnswer } from '../schemas.js';
import { openSession } from '../sessions.js';
import type { App } from './app.js';

/** Who may use the sign-in without a password: nobody, this machine, or anyone who reaches the server. */
export type DemoSignIn = 'off' | 'loopback' | 'anywhere';

/** The demo's sign-in: it believes whoever one says one is, so it stays on this machine unless told otherwise. */
export function signInRoutes(app: App, { database, directory, clock }: Backend, demoSignIn: DemoSignIn): void {
  async function refuseStrangers(request: FastifyRequest): Promise<void> {
    const allowed = demoSignIn === 'anywhere' || (demoSignIn === 'loopback' && isLoopback(request));
    if (!allowed) throw new Problem('forbidden', { detail: 'The demo sign-in is for this machine only.' });
  }

  app.get(
    '/sign-in',
    {
      onRequest: refuseStrangers,
      schema: { security: [], summary: 'Whom one can sign in as; demo only', response: { 200: PersonPage, ...problems } },
    },
    async () => ({ items: [...directory.readers.values()].map(({ person }) => person) }),
  );

  app.post(
    '/sign-in',
    {
      onRequest: refuseStrangers,
      schema: {
        security: [],
        summary: 'Sign in as someone; demo only',
        body: SignInBody,
        response: { 200: TokenAnswer, ...problems },
      },
    },
    (request) => {
      const { person } = request.body;
      if (!directory.readers.has(person)) throw new Problem('invalid', { field: 'person' });
      return openSession(database, person, clock());
    },
  );
}

/** Both the connection and the name it was asked by, for a proxy on this machine brings strangers over loopback. */
function isLoopback({ socket, hostname }: FastifyRequest): boolean {
  const address = socket.remoteAddress ?? '';
  const near = address === '::1' || /^(::ffff:)?127\./.test(address);
  return near && /^(localhost|127\.[\d.]+|\[?::1\]?)$/.test(hostname);
}
