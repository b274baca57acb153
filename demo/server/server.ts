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
import { keepHouse } from './housekeeping.js';
import { describeApi } from './openapi.js';
import { Problem, sendProblem } from './problems.js';
import { identifyReaders, maybeReaderOf, requireReader } from './request-reader.js';
import type { App } from './routes/app.js';
import { changeRoutes } from './routes/change-routes.js';
import { contactRoutes } from './routes/contact-routes.js';
import { healthRoutes } from './routes/health-routes.js';
import { messageRoutes } from './routes/message-routes.js';
import { pauseRoutes } from './routes/pause-routes.js';
import { practiceRoutes } from './routes/practice-routes.js';
import { queueRoutes } from './routes/queue-routes.js';
import { signInRoutes, type DemoSignIn } from './routes/sign-in-routes.js';
import { threadRoutes } from './routes/thread-routes.js';
import { seed } from './seed.js';

/** All that wants a session. */
const ROUTES = [practiceRoutes, contactRoutes, threadRoutes, messageRoutes, queueRoutes, pauseRoutes, changeRoutes];

export interface ServerOptions {
  readonly database: DatabaseOptions;
  readonly practiceFile: PracticeFile;
  /** The pages that may call: `https://practice.example`, or `*` for any. Tokens, not cookies, let requests through. */
  readonly allowedOrigins?: readonly string[];
  readonly demoSignIn?: DemoSignIn;
  /** Whether an empty database starts with the practice file's stories. */
  readonly withStories?: boolean;
  /** Requests one person may make in a minute. */
  readonly requestsPerMinute?: number;
  /** How often streams look for other processes' changes, in milliseconds. */
  readonly lookEvery?: number;
  /** The time, in milliseconds since the epoch. */
  readonly clock?: () => number;
  readonly logger?: FastifyServerOptions['logger'];
}

/** The reference backend of the rest adapter, ready to listen. Closing it closes its database. */
export async function createServer(options: ServerOptions): Promise<FastifyInstance> {
  const { clock = Date.now, lookEvery = 1000 } = options;
  const database = await openDatabase(options.database);
  const directory = await openDirectory(database, options.practiceFile);
  if (options.withStories) await seed(database, directory, clock());
  const leaveHouse = await keepHouse(database, clock);
  const hub = createHub(database, { lookEvery, beatEvery: 15_000 });
  const backend: Backend = { database, directory, hub, clock };

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
    max: options.requestsPerMinute ?? 300,
    timeWindow: 60_000,
    keyGenerator: (request) => maybeReaderOf(request)?.person.id ?? request.ip,
  });
  await describeApi(app);
  await app.register(async (open: App) => {
    healthRoutes(open, backend);
    signInRoutes(open, backend, options.demoSignIn ?? 'loopback');
  });
  await app.register(async (guarded: App) => {
    guarded.addHook('preParsing', requireReader);
    for (const routes of ROUTES) routes(guarded, backend);
  });
  await app.ready();
  return app;
}
