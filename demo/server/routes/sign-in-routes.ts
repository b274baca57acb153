import type { Backend } from '../backend.js';
import { Problem } from '../problems.js';
import { PersonPage, problems, SignInBody, TokenAnswer } from '../schemas.js';
import { openSession } from '../sessions.js';
import type { App } from './app.js';
import { refuseStrangers, type DemoSignIn } from './strangers.js';

/** The demo's sign-in: it believes whoever one says one is, so it stays on this machine unless told otherwise. */
export function signInRoutes(app: App, { database, directory, clock }: Backend, demoSignIn: DemoSignIn): void {
  const onRequest = refuseStrangers(demoSignIn);

  app.get(
    '/sign-in',
    {
      onRequest,
      schema: { security: [], summary: 'Whom one can sign in as; demo only', response: { 200: PersonPage, ...problems } },
    },
    async () => ({ items: [...directory.readers.values()].map(({ person }) => person) }),
  );

  app.post(
    '/sign-in',
    {
      onRequest,
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
