import { Result } from 'carethread/model';
import type { FastifyRequest } from 'fastify';
import type { Backend } from '../backend.js';
import type { Scope } from '../conversation/threads.js';
import { answerOnce, resultAnswer } from '../idempotency.js';
import { readerOf } from '../request-reader.js';
import {
  CorrectionPath,
  HistoryBody,
  HistoryPage,
  MistakeBody,
  ReportedQuery,
  ResultPage,
  ResultPath,
  ResultQuery,
  ResultSearchBody,
  ReviewBody,
} from '../result-schemas.js';
import { reportMistake, reviewCorrection, uncover } from '../results/corrections.js';
import { listHistory, listReported, listResults } from '../results/lists.js';
import { readResult } from '../results/results.js';
import { problems, WriteHeaders } from '../schemas.js';
import type { App } from './app.js';
import type { ThreadOptions } from './thread-routes.js';

/** Reading results, and reporting what is wrong in them. */
export function resultRoutes(app: App, backend: Backend, { searchesPerMinute }: ThreadOptions): void {
  const { database, directory } = backend;
  const scopeOf = (request: FastifyRequest): Scope => ({ database, directory, reader: readerOf(request) });

  app.get(
    '/results',
    {
      schema: {
        summary: "A subject's results, taken last first",
        querystring: ResultQuery,
        response: { 200: ResultPage, ...problems },
      },
    },
    (request) => listResults(scopeOf(request), { subject: request.query.subject }, request.query),
  );

  app.post(
    '/results/search',
    {
      config: { rateLimit: { max: searchesPerMinute, timeWindow: 60_000 } },
      schema: {
        summary: "A subject's results that a filter leaves, taken last first; changes nothing",
        body: ResultSearchBody,
        response: { 200: ResultPage, ...problems },
      },
    },
    (request) => listResults(scopeOf(request), request.body, request.body),
  );

  app.post(
    '/results/history',
    {
      schema: {
        summary: "What was measured under one code in a subject's results, taken last first; changes nothing",
        body: HistoryBody,
        response: { 200: HistoryPage, ...problems },
      },
    },
    (request) => listHistory(scopeOf(request), request.body, request.body),
  );

  app.get(
    '/results/reported',
    {
      schema: {
        summary: 'Results with an unfinished report of a mistake, longest waiting first; for staff',
        querystring: ReportedQuery,
        response: { 200: ResultPage, ...problems },
      },
    },
    (request) => listReported(scopeOf(request), request.query),
  );

  app.get(
    '/results/:result',
    { schema: { summary: 'One result', params: ResultPath, response: { 200: Result, ...problems } } },
    (request) => readResult(scopeOf(request), request.params.result),
  );

  app.post(
    '/results/:result/uncover',
    {
      schema: {
        summary: 'Open a covered result, for good; for patients',
        params: ResultPath,
        headers: WriteHeaders,
        response: { 200: Result, ...problems },
      },
    },
    (request, reply) =>
      answerOnce(backend, request, reply, async (act) => {
        await uncover(act, request.params.result);
        return resultAnswer(act, request.params.result);
      }),
  );

  app.post(
    '/results/:result/corrections',
    {
      schema: {
        summary: 'Say what is wrong in a result, and what is right; for patients',
        params: ResultPath,
        headers: WriteHeaders,
        body: MistakeBody,
        response: { 200: Result, ...problems },
      },
    },
    (request, reply) =>
      answerOnce(backend, request, reply, async (act) => {
        await reportMistake(act, request.params.result, request.body);
        return resultAnswer(act, request.params.result);
      }),
  );

  app.put(
    '/results/:result/corrections/:correction',
    {
      schema: {
        summary: 'Say what becomes of a report of a mistake; for staff',
        params: CorrectionPath,
        headers: WriteHeaders,
        body: ReviewBody,
        response: { 200: Result, ...problems },
      },
    },
    (request, reply) =>
      answerOnce(backend, request, reply, async (act) => {
        await reviewCorrection(act, { ...request.params, ...request.body });
        return resultAnswer(act, request.params.result);
      }),
  );
}
