import { Thread } from 'carethread/model';
import type { FastifyRequest } from 'fastify';
import type { Backend } from '../backend.js';
import { listEntries } from '../conversation/entries.js';
import { listThreads } from '../conversation/lists.js';
import { markRead } from '../conversation/read-mark.js';
import { findThread, threadOf, type Scope } from '../conversation/threads.js';
import { etagOf } from '../etag.js';
import { answerOnce } from '../idempotency.js';
import { readerOf } from '../request-reader.js';
import {
  EntryPage,
  NoContent,
  PageQuery,
  problems,
  ReadMarkBody,
  SearchBody,
  ThreadPage,
  ThreadPath,
  WriteHeaders,
} from '../schemas.js';
import type { App } from './app.js';

export interface ThreadOptions {
  /** How often one person may search in a minute. */
  readonly searchesPerMinute: number;
}

/** Reading conversations. */
export function threadRoutes(app: App, backend: Backend, { searchesPerMinute }: ThreadOptions): void {
  const { database, directory } = backend;
  const scopeOf = (request: FastifyRequest): Scope => ({ database, directory, reader: readerOf(request) });

  app.get(
    '/threads',
    {
      schema: {
        summary: "The reader's threads, those changed last first",
        querystring: PageQuery,
        response: { 200: ThreadPage, ...problems },
      },
    },
    (request) => listThreads(scopeOf(request), { after: request.query.after, limit: request.query.limit }),
  );

  app.post(
    '/threads/search',
    {
      // It reads every message of the practice, so few of them are taken. An index of words would lift this.
      config: { rateLimit: { max: searchesPerMinute, timeWindow: 60_000 } },
      schema: {
        summary: "The reader's threads that a filter leaves, those changed last first; changes nothing",
        body: SearchBody,
        response: { 200: ThreadPage, ...problems },
      },
    },
    (request) => {
      const { after, limit, ...filter } = request.body;
      return listThreads(scopeOf(request), { after, limit }, filter);
    },
  );

  app.get(
    '/threads/:id',
    { schema: { summary: 'One thread', params: ThreadPath, response: { 200: Thread, ...problems } } },
    async (request, reply) => {
      const scope = scopeOf(request);
      const thread = await threadOf(scope, await findThread(scope, request.params.id));
      reply.header('etag', etagOf(thread));
      return thread;
    },
  );

  app.get(
    '/threads/:id/entries',
    {
      schema: {
        summary: 'Messages and events of a thread, newest first',
        params: ThreadPath,
        querystring: PageQuery,
        response: { 200: EntryPage, ...problems },
      },
    },
    async (request) => {
      const scope = scopeOf(request);
      const { id } = await findThread(scope, request.params.id);
      return listEntries(scope, { thread: id, after: request.query.after, limit: request.query.limit });
    },
  );

  app.put(
    '/threads/:id/read-mark',
    {
      schema: {
        summary: 'Note that the reader has read up to a message',
        params: ThreadPath,
        headers: WriteHeaders,
        body: ReadMarkBody,
        response: { 204: NoContent, ...problems },
      },
    },
    (request, reply) =>
      answerOnce(backend, request, reply, async (act) => {
        await markRead(act, request.params.id, request.body.upTo);
        return { status: 204, body: undefined };
      }),
  );
}
