import { Thread } from 'carethread/model';
import type { Backend } from '../backend.js';
import { logCall } from '../conversation/call.js';
import { claim, close, route } from '../conversation/custody.js';
import { listQueue } from '../conversation/lists.js';
import { readerOf } from '../request-reader.js';
import {
  CallBody,
  CloseBody,
  problems,
  QueuePage,
  QueueQuery,
  RouteBody,
  ThreadPath,
  VersionedWriteHeaders,
} from '../schemas.js';
import type { App } from './app.js';
import { changeThread } from './change-thread.js';

/** The practice's side: who has what. */
export function queueRoutes(app: App, backend: Backend): void {
  const { database, directory } = backend;

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
    (request, reply) => changeThread(backend, request, reply, request.params.id, claim),
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
      return changeThread(backend, request, reply, request.params.id, (act, target) => route(act, target, to, note));
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
      return changeThread(backend, request, reply, request.params.id, (act, target) => close(act, target, note));
    },
  );

  app.post(
    '/threads/:id/call',
    {
      schema: {
        summary: 'Note a call to the patient; for staff',
        params: ThreadPath,
        headers: VersionedWriteHeaders,
        body: CallBody,
        response: { 200: Thread, ...problems },
      },
    },
    (request, reply) =>
      changeThread(backend, request, reply, request.params.id, (act, target) => logCall(act, target, request.body)),
  );
}
