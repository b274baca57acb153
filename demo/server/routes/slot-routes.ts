import { FreeDays, Hold } from 'carethread/model';
import type { FastifyRequest } from 'fastify';
import { nowOf, type Backend } from '../backend.js';
import { answerOnce, visitAnswer } from '../idempotency.js';
import { readerOf } from '../request-reader.js';
import { NoContent, problems, SubjectQuery, WriteHeaders } from '../schemas.js';
import { DaysBody, HoldBody, ServicePage, SlotPage, SlotPath, SlotsBody } from '../visit-schemas.js';
import { listFreeDays, listSlots } from '../visits/free-days.js';
import { extend, hold, release } from '../visits/holds.js';
import { listServices, type Looking } from '../visits/services.js';
import type { App } from './app.js';

/** What can be booked, and keeping a time while one fills in. */
export function slotRoutes(app: App, backend: Backend): void {
  const lookingOf = (request: FastifyRequest): Looking => lookingFor(backend, request);

  app.get(
    '/services',
    {
      schema: {
        summary: 'What a subject’s visits can be for',
        querystring: SubjectQuery,
        response: { 200: ServicePage, ...problems },
      },
    },
    (request) => listServices(lookingOf(request), request.query.subject),
  );

  app.post(
    '/slots/days',
    {
      schema: {
        summary: 'Which days of a stretch have free times, at most 62 days; changes nothing',
        body: DaysBody,
        response: { 200: FreeDays, ...problems },
      },
    },
    (request) => listFreeDays(lookingOf(request), request.body),
  );

  app.post(
    '/slots/search',
    {
      schema: {
        summary: 'The free times of a day, earliest first; changes nothing',
        body: SlotsBody,
        response: { 200: SlotPage, ...problems },
      },
    },
    (request) => listSlots(lookingOf(request), request.body),
  );

  app.put(
    '/slots/:slot/hold',
    {
      schema: {
        summary: 'Keep a time for five minutes; one lets go of any other',
        params: SlotPath,
        headers: WriteHeaders,
        body: HoldBody,
        response: { 200: Hold, ...problems },
      },
    },
    (request, reply) =>
      answerOnce(backend, request, reply, async (act) => {
        const { slot } = request.params;
        await hold(act, { slot, subject: request.body.subject });
        return visitAnswer(act, { hold: slot });
      }),
  );

  app.post(
    '/slots/:slot/hold/extension',
    {
      schema: {
        summary: 'Keep a time that one holds longer, three times at most',
        params: SlotPath,
        headers: WriteHeaders,
        response: { 200: Hold, ...problems },
      },
    },
    (request, reply) =>
      answerOnce(backend, request, reply, async (act) => {
        await extend(act, request.params.slot);
        return visitAnswer(act, { hold: request.params.slot });
      }),
  );

  app.delete(
    '/slots/:slot/hold',
    {
      schema: {
        summary: 'Give a time back that one holds',
        params: SlotPath,
        headers: WriteHeaders,
        response: { 204: NoContent, ...problems },
      },
    },
    (request, reply) =>
      answerOnce(backend, request, reply, async (act) => {
        await release(act, request.params.slot);
        return { status: 204, body: undefined };
      }),
  );
}

/** Where and when to look for whoever asks. */
export function lookingFor(backend: Backend, request: FastifyRequest): Looking {
  const { database, directory } = backend;
  return { database, directory, reader: readerOf(request), now: nowOf(backend) };
}
