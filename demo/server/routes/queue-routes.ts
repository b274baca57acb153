import { Thread } from 'carethread/model';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Backend } from '../backend.js';
import type { Act } from '../conversation/act.js';
import { claim, close, route, type CustodyTarget } from '../conversation/custody.js';
import { listQueue } from '../conversation/lists.js';
import { etagOf, versionFrom } from '../etag.js';
import { answerOnce } from '../idempotency.js';
import { readerOf } from '../request-reader.js';
import {
  CloseBody,
  problems,
  QueuePage,
  QueueQuery,
  RouteBody,
  ThreadPath,
  VersionedWriteHeaders,
} from '../schemas.js';
import type { App } from './app.js';

/** The practice's side: who has what. */
export function queueRoutes(app: App, backend: Backend): void {
  const { database, directory } = backend;

  function changeCustody(
    request: FastifyRequest,
    reply: FastifyReply,
    thread: string,
    change: (act: Act, target: CustodyTarget) => Promise<Thread>,
  ): Promise<Thread> {
    const ifVersion = versionFrom(request.headers['if-match']);
    return answerOnce(backend, request, reply, async (act) => {
      const body = await change(act, { thread, ifVersion });
      return { status: 200, headers: { etag: etagOf(body) }, body };
    });
  }

  app.get(
    '/queue',
    {
      schema: {
        summary: "The practice's open threads, longest waiting first; for staff",
        querystring: QueueQuery,
        response: { 200: QueuePage, ...problems },
      },
    },
    (request) => {
      const { box, after, limit } = request.query;
      return listQueue({ database, directory, reader: readerOf(request) }, box, { after, limit });
    },
  );

  app.post(
    '/threads/:id/claim',
    {
      schema: {
        summary: 'Take a thread; for staff',
        params: ThreadPath,
        headers: VersionedWriteHeaders,
        response: { 200: Thread, ...problems },
      },
    },
    (request, reply) => changeCustody(request, reply, request.params.id, claim),
  );

  app.post(
    '/threads/:id/route',
    {
      schema: {
        summary: 'Hand a thread to a colleague; for staff',
        params: ThreadPath,
        headers: VersionedWriteHeaders,
        body: RouteBody,
        response: { 200: Thread, ...problems },
      },
    },
    (request, reply) => {
      const { to, note } = request.body;
      return changeCustody(request, reply, request.params.id, (act, target) => route(act, target, to, note));
    },
  );

  app.post(
    '/threads/:id/close',
    {
      schema: {
        summary: 'End a thread; for staff',
        params: ThreadPath,
        headers: VersionedWriteHeaders,
        body: CloseBody,
        response: { 200: Thread, ...problems },
      },
    },
    (request, reply) => {
      const { note } = request.body;
      return changeCustody(request, reply, request.params.id, (act, target) => close(act, target, note));
    },
  );
}
