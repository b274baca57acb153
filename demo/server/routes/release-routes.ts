import { ReleasePreferences, Visit } from 'carethread/model';
import type { Backend } from '../backend.js';
import { answerOnce } from '../idempotency.js';
import { readerOf } from '../request-reader.js';
import { ReleaseBody, VisitBody } from '../result-schemas.js';
import { readRelease, setRelease } from '../results/release.js';
import { noteVisit } from '../results/visits.js';
import { problems, SubjectQuery, WriteHeaders } from '../schemas.js';
import type { App } from './app.js';

/** When results are shown, and since when they are new. */
export function releaseRoutes(app: App, backend: Backend): void {
  app.get(
    '/people/release',
    {
      schema: {
        summary: 'When results are shown, kind by kind; for patients',
        querystring: SubjectQuery,
        response: { 200: ReleasePreferences, ...problems },
      },
    },
    (request) => readRelease({ database: backend.database, reader: readerOf(request) }, request.query.subject),
  );

  app.put(
    '/people/release',
    {
      schema: {
        summary: 'Choose when results of a kind are shown; for patients',
        headers: WriteHeaders,
        body: ReleaseBody,
        response: { 200: ReleasePreferences, ...problems },
      },
    },
    (request, reply) =>
      answerOnce(backend, request, reply, async (act) => ({ status: 200, body: await setRelease(act, request.body) })),
  );

  app.put(
    '/people/visit',
    {
      schema: {
        summary: "Note that the reader looks at a subject's results; tells when their last visit ended; for patients",
        headers: WriteHeaders,
        body: VisitBody,
        response: { 200: Visit, ...problems },
      },
    },
    (request, reply) =>
      answerOnce(backend, request, reply, async (act) => ({
        status: 200,
        body: await noteVisit(act, request.body.subject),
      })),
  );
}
