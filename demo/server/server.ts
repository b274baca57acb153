import { randomUUID } from 'node:crypto';
import cors from '@fastify/cors';
import rateLimit from '@fastify/rate-limit';
import Fastify, { LogController, type FastifyInstance, type FastifyServerOptions } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import type { Backend } from './backend.js';
import { createHub } from './changes/hub.js';
import { closeSoon } from './closing.js';
import { openDatabase, type DatabaseOptions } from './database/open.js';
import { openDirectory } from './directory/directory.js';
import type { PracticeFile } from './directory/practice-file.js';
import { demoOutbox, type Deliver } from './guests/deliver.js';
import { linkTeller } from './guests/links.js';
import { keepHouse } from './housekeeping.js';
import { tellNotices } from './notices/notices.js';
import { webhookTeller, type WebhookOptions } from './notices/webhook.js';
import { describeApi } from './openapi.js';
import { Problem, sendProblem } from './problems.js';
import { identifyReaders, maybeReaderOf, requireReader } from './request-reader.js';
import { resultSystem, type ResultSystem } from './results/arrival.js';
import type { App } from './routes/app.js';
import { appointmentRoutes } from './routes/appointment-routes.js';
import { attachmentRoutes } from './routes/attachment-routes.js';
import { changeRoutes } from './routes/change-routes.js';
import { contactRoutes } from './routes/contact-routes.js';
import { guestRoutes, outboxRoutes } from './routes/guest-routes.js';
import { healthRoutes } from './routes/health-routes.js';
import { messageRoutes } from './routes/message-routes.js';
import { offerRoutes } from './routes/offer-routes.js';
import { pauseRoutes } from './routes/pause-routes.js';
import { practiceRoutes } from './routes/practice-routes.js';
import { queueRoutes } from './routes/queue-routes.js';
import { releaseRoutes } from './routes/release-routes.js';
import { resultRoutes } from './routes/result-routes.js';
import { scheduleRoutes } from './routes/schedule-routes.js';
import { signInRoutes } from './routes/sign-in-routes.js';
import { slotRoutes } from './routes/slot-routes.js';
import type { DemoSignIn } from './routes/strangers.js';
import { threadRoutes } from './routes/thread-routes.js';
import { seedResults } from './results/seed-results.js';
import { seed } from './seed.js';
import { seedVisits } from './visits/seed-visits.js';

/** All that wants a session. */
const ROUTES = [
  practiceRoutes,
  contactRoutes,
  threadRoutes,
  messageRoutes,
  queueRoutes,
  pauseRoutes,
  resultRoutes,
  releaseRoutes,
  attachmentRoutes,
  slotRoutes,
  appointmentRoutes,
  offerRoutes,
  scheduleRoutes,
  changeRoutes,
];

export interface ServerOptions {
  readonly database: DatabaseOptions;
  readonly practiceFile: PracticeFile;
  /** The pages that may call: `https://practice.example`, or `*` for any. Tokens, not cookies, let requests through. */
  readonly allowedOrigins?: readonly string[];
  readonly demoSignIn?: DemoSignIn;
  /** Whether an empty database starts with the practice file's stories. */
  readonly withStories?: boolean;
  /** Whether patients who have none start with the demo's results; as with stories, unless it is said. */
  readonly withResults?: boolean;
  /** Whether patients who have none start with the demo's visits, and times are open; as with stories, unless it is said. */
  readonly withVisits?: boolean;
  /** Requests one person may make in a minute. */
  readonly requestsPerMinute?: number;
  /** How often one person may search in a minute; a tenth of their requests unless it is said. */
  readonly searchesPerMinute?: number;
  /** How often streams look for other processes' changes, in milliseconds. */
  readonly lookEvery?: number;
  /** Sends codes and links to people without an account. Without it nothing is sent, and the demo shows what would be. */
  readonly deliver?: Deliver | undefined;
  /** The page that opens an answer by a link. Without it, `answer.html` of the first page that may call; so it must be
   *  said where guests may write and any page may call. */
  readonly answerUrl?: string | undefined;
  /** How often one address of the net may ask without an account, in a minute. */
  readonly guestsPerMinute?: number;
  /** The practice's own system, to be told of answers. */
  readonly webhook?: WebhookOptions | undefined;
  /** How long to wait before telling again what could not be told, in milliseconds. */
  readonly waitToTell?: ((tries: number) => number) | undefined;
  /** How long telling one may take, in milliseconds. */
  readonly tellWithin?: number | undefined;
  /** The time, in milliseconds since the epoch. */
  readonly clock?: () => number;
  readonly logger?: FastifyServerOptions['logger'];
}

/** The server, and the door through which the practice's own system brings results. */
export type ReferenceBackend = FastifyInstance & { readonly results: ResultSystem };

/** The reference backend of the rest adapter, ready to listen. Closing it closes its database. */
export async function createServer(options: ServerOptions): Promise<ReferenceBackend> {
  const { clock = Date.now, lookEvery = 1000, demoSignIn = 'loopback' } = options;
  const { requestsPerMinute = 300, searchesPerMinute = Math.ceil(requestsPerMinute / 10) } = options;
  const answerUrl = answerUrlOf(options);
  const database = await openDatabase(options.database);
  const directory = await openDirectory(database, options.practiceFile);
  if (options.withStories) await seed(database, directory, clock());
  if (options.withResults ?? options.withStories) await seedResults(database, directory, clock());
  if (options.withVisits ?? options.withStories) await seedVisits(database, directory, clock());
  const leaveHouse = await keepHouse({ database, directory, clock });
  const hub = createHub(database, { lookEvery, beatEvery: 15_000 });
  const outbox = demoOutbox();
  const deliver = options.deliver ?? outbox.deliver;
  const notices = tellNotices(database, {
    tellers: {
      link: linkTeller({ database, directory, clock, deliver, answerUrl }),
      webhook: options.webhook ? webhookTeller(options.webhook, clock) : async () => {},
    },
    clock,
    lookEvery: 5 * lookEvery,
    wait: options.waitToTell,
    tellWithin: options.tellWithin,
  });
  const { value: secret } = await database.selectFrom('secret').select('value').executeTakeFirstOrThrow();
  const backend: Backend = { database, directory, hub, notices, secret, clock };

  const app = Fastify({
    logger: options.logger ?? false,
    // The usual lines hold URLs, and URLs hold ids.
    logController: new LogController({ disableRequestLogging: true }),
    exposeHeadRoutes: false,
    bodyLimit: 64 * 1024,
    genReqId: () => randomUUID(),
    // A path no route could have: broken escapes, an id longer than any.
    frameworkErrors: (_error, request, reply) => void sendProblem(new Problem('not-found'), request, reply),
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler(sendProblem);
  app.setNotFoundHandler((request, reply) => sendProblem(new Problem('not-found'), request, reply));
  app.addHook('onSend', async (_request, reply) => {
    reply.headers({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
  });
  app.addHook('onResponse', async (request, reply) => {
    const { method, routeOptions } = request;
    const took = Math.round(reply.elapsedTime);
    request.log.info({ method, route: routeOptions.url ?? 'none', status: reply.statusCode, took }, 'answered');
  });
  app.addHook('preClose', () => hub.close());
  closeSoon(app);
  app.addHook('onClose', async () => {
    leaveHouse();
    await notices.close();
    await database.destroy();
  });

  await app.register(cors, {
    origin: options.allowedOrigins?.includes('*') ? '*' : [...(options.allowedOrigins ?? [])],
    methods: ['GET', 'POST', 'PUT', 'DELETE'],
    allowedHeaders: ['authorization', 'content-type', 'idempotency-key', 'if-match'],
    exposedHeaders: ['etag', 'retry-after', 'location', 'idempotent-replayed'],
    maxAge: 600,
  });
  identifyReaders(app, backend);
  await app.register(rateLimit, {
    max: requestsPerMinute,
    timeWindow: 60_000,
    keyGenerator: (request) => maybeReaderOf(request)?.person.id ?? request.ip,
  });
  await describeApi(app);
  await app.register(async (open: App) => {
    healthRoutes(open, backend);
    signInRoutes(open, backend, demoSignIn);
    guestRoutes(open, backend, { deliver, perMinute: options.guestsPerMinute ?? 30 });
    if (!options.deliver) outboxRoutes(open, outbox, demoSignIn);
  });
  await app.register(async (guarded: App) => {
    guarded.addHook('preParsing', requireReader);
    for (const routes of ROUTES) routes(guarded, backend, { searchesPerMinute });
  });
  await app.ready();
  const server: FastifyInstance = app;
  return Object.assign(server, { results: resultSystem({ database, directory, clock, told: hub.changed }) });
}

function answerUrlOf({ answerUrl, allowedOrigins = [], practiceFile }: ServerOptions): string {
  const guests = practiceFile.practices.some((practice) => practice.guests);
  if (answerUrl === undefined && guests && allowedOrigins.includes('*')) {
    throw new Error('With ALLOWED_ORIGINS=* and guests, ANSWER_URL must say which page opens the answer to a guest');
  }
  return answerUrl ?? `${allowedOrigins[0] ?? ''}/answer.html`;
}
