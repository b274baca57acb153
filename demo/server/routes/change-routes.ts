import { Changes } from 'carethread/model';
import * as z from 'zod/mini';
import type { Backend } from '../backend.js';
import { changesSince } from '../changes/changes-since.js';
import { readerOf, sessionOf } from '../request-reader.js';
import { problems, SinceQuery } from '../schemas.js';
import type { App } from './app.js';

/** Noticing what others do. */
export function changeRoutes(app: App, { database, directory, hub, clock }: Backend): void {
  app.get(
    '/changes',
    {
      schema: {
        summary: 'What changed since a bookmark; without one, the bookmark of now',
        querystring: SinceQuery,
        response: { 200: Changes, ...problems },
      },
    },
    (request) => changesSince({ database, directory, reader: readerOf(request) }, request.query.since),
  );

  app.get(
    '/changes/stream',
    {
      schema: {
        summary: 'An event named change, with no data, whenever something changed for the reader',
        response: { 200: { content: { 'text/event-stream': { schema: z.string() } } }, ...problems },
      },
    },
    async (request, reply) => {
      const { reader, expiresAt } = sessionOf(request);
      const stream = await hub.open(reader, expiresAt - clock());
      reply.type('text/event-stream').header('x-accel-buffering', 'no');
      // The schema says what a client reads, which is text; Fastify sends a stream as it comes.
      return stream as unknown as string;
    },
  );
}
