import type { AddressInfo } from 'node:net';
import cors from '@fastify/cors';
import type { Resource } from '@medplum/fhirtypes';
import type { HttpMethod } from '@medplum/fhir-router';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { type Sessions, createSessions } from '../smart/sessions.js';
import type { Login } from '../smart/logins.js';
import { smartRoutes } from '../smart/smart-routes.js';
import type { Actor } from './access.js';
import { actorOf } from './actors.js';
import { answer, problem, send } from './answers.js';
import { bookingOperation, tidySlots } from './booking.js';
import type { Booking } from './booking-access.js';
import { capabilitiesOf } from './capabilities.js';
import { FhirRouter } from './engine.js';
import type { Records } from './records.js';
import { Repository } from './repository.js';
import { createSubscriptions } from './subscriptions.js';

export interface FhirServerOptions {
  /** What it holds, and writes to. */
  readonly records: Records;
  /** Who can sign in. */
  readonly logins: readonly Login[];
  /** How long a token is good, in seconds. Default an hour. */
  readonly tokenSeconds?: number;
  /** How much of booking it leaves to whoever asks. Default: all, in a transaction. */
  readonly booking?: Booking;
}

export interface FhirServer {
  readonly app: FastifyInstance;
  readonly sessions: Sessions;
}

/** A strict FHIR R4 server: everything under `/fhir`, and signing in as SMART App Launch has it. */
export async function createFhirServer({ records, logins, tokenSeconds, booking = 'transaction' }: FhirServerOptions): Promise<FhirServer> {
  const app = Fastify({ forceCloseConnections: true, bodyLimit: 32 << 20 });
  const sessions = createSessions(logins, tokenSeconds);
  const baseUrl = () => `http://127.0.0.1:${(app.server.address() as AddressInfo).port}/fhir`;
  const router = new FhirRouter();
  const subscriptions = createSubscriptions(app, records, sessions);

  await app.register(cors, {
    origin: '*',
    methods: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
    exposedHeaders: ['ETag', 'Location', 'Last-Modified'],
    maxAge: 600,
  });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(/^application\/([\w.+-]*json|x-www-form-urlencoded)/, { parseAs: 'string' }, (_request, body, done) => done(null, body));
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));

  smartRoutes(app, { sessions, logins, baseUrl });
  app.get('/fhir/metadata', (_request, reply) => send(reply, 200, capabilitiesOf(baseUrl(), booking)));

  // One request at a time. What is looked up before a write is still true when it is written.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const turn = last.then(() => handle(request, reply));
    last = turn.catch(() => undefined).then(() => subscriptions.tell(records.written.splice(0)));
    return turn;
  };
  app.all('/fhir', inTurn);
  app.all('/fhir/*', inTurn);

  async function handle(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const session = sessions.find(/^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1]);
    if (!session) {
      reply.header('www-authenticate', 'Bearer');
      return send(reply, 401, problem('login', 'Sign in first'));
    }
    const body = bodyOf(request);
    if (!body) return send(reply, 400, problem('structure', 'The body is not JSON'));
    const { method, headers, url } = request;
    const actor: Actor = { ...actorOf(records, session.login.user), booking };
    if (booking !== 'transaction') await tidySlots(records);
    const operation = /^\/fhir\/Appointment\/(\$(?:book|hold))$/.exec(url)?.[1];
    if (operation && booking === 'operation') {
      return answer(baseUrl(), request, reply, ...(await bookingOperation(records, actor, operation, body.content)));
    }
    const repository = new Repository(records, actor);
    const bound = /^\/fhir\/Subscription\/([\w.-]+)\/\$get-ws-binding-token$/.exec(url)?.[1];
    if (bound !== undefined && method === 'GET') {
      const isThere = await repository.readResource('Subscription', bound).then(() => true, () => false);
      return isThere ? send(reply, 200, subscriptions.bindingToken(bound, session.token)) : send(reply, 404, problem('not-found', 'Not found'));
    }
    const [outcome, resource] = await router.handleRequest(
      {
        method: method as HttpMethod,
        url: url.replace(/^\/fhir/, '') || '/',
        pathname: '',
        body: body.content,
        params: {},
        query: {},
        headers,
        config: { transactions: true },
      },
      repository,
    );
    return answer(baseUrl(), request, reply, outcome, resource);
  }

  return { app, sessions };
}

/** What was sent, or undefined where it cannot be read. A file that was sent as it is becomes a `Binary`. */
function bodyOf({ body, headers }: FastifyRequest): { readonly content: unknown } | undefined {
  const type = headers['content-type'] ?? '';
  if (body instanceof Buffer) {
    const reference = headers['x-security-context'];
    const content: Resource = {
      resourceType: 'Binary',
      contentType: type,
      data: body.toString('base64'),
      ...(typeof reference === 'string' && { securityContext: { reference } }),
    };
    return { content };
  }
  const text = (body as string | undefined) ?? '';
  if (type.includes('urlencoded')) return { content: formOf(new URLSearchParams(text)) };
  try {
    return { content: text === '' ? undefined : (JSON.parse(text) as unknown) };
  } catch {
    return undefined;
  }
}

function formOf(form: URLSearchParams): Record<string, string | string[]> {
  return Object.fromEntries(
    [...new Set(form.keys())].map((name) => {
      const values = form.getAll(name);
      return [name, values.length > 1 ? values : values[0]!];
    }),
  );
}
