import { Message, Receipt, Thread } from 'carethread/model';
import type { Backend } from '../backend.js';
import { amend, retract } from '../conversation/amend.js';
import { continueThread } from '../conversation/continue.js';
import { reply as replyTo } from '../conversation/reply.js';
import { settle } from '../conversation/settle.js';
import { leaveNoTrace } from '../database/leave-no-trace.js';
import { answerOnce } from '../idempotency.js';
import {
  MessageBody,
  MessagePath,
  problems,
  ThreadPath,
  VersionedWriteHeaders,
  WordsBody,
  WriteHeaders,
} from '../schemas.js';
import type { App } from './app.js';
import { changeThread } from './change-thread.js';

/** Writing in conversations. */
export function messageRoutes(app: App, backend: Backend): void {
  app.post(
    '/threads/:id/messages',
    {
      schema: {
        summary: 'Write in a thread; for staff with cards, for patients in answer to one',
        params: ThreadPath,
        headers: WriteHeaders,
        body: MessageBody,
        response: { 201: Message, ...problems },
      },
    },
    (request, reply) =>
      answerOnce(backend, request, reply, async (act, key) => ({
        status: 201,
        body: await replyTo(act, request.params.id, request.body, key),
      })),
  );

  app.put(
    '/threads/:id/messages/:message',
    {
      schema: {
        summary: 'Change the words of a message of one’s own',
        params: MessagePath,
        headers: WriteHeaders,
        body: WordsBody,
        response: { 200: Message, ...problems },
      },
    },
    (request, reply) =>
      answerOnce(backend, request, reply, async (act) => ({
        status: 200,
        body: await amend(act, { thread: request.params.id, message: request.params.message }, request.body.body),
      })),
  );

  app.delete(
    '/threads/:id/messages/:message',
    {
      schema: {
        summary: 'Take back a message of one’s own',
        params: MessagePath,
        headers: WriteHeaders,
        response: { 200: Message, ...problems },
      },
    },
    async (request, reply) => {
      const message = await answerOnce(backend, request, reply, async (act) => ({
        status: 200,
        body: await retract(act, { thread: request.params.id, message: request.params.message }),
      }));
      await leaveNoTrace(backend.database);
      return message;
    },
  );

  app.post(
    '/threads/:id/continuation',
    {
      schema: {
        summary: 'Go on from a thread that is over, in a new one; for patients',
        params: ThreadPath,
        headers: WriteHeaders,
        body: WordsBody,
        response: { 201: Receipt, ...problems },
      },
    },
    (request, reply) =>
      answerOnce(backend, request, reply, async (act, key) => {
        const receipt = await continueThread(act, request.params.id, request.body.body, key);
        return { status: 201, headers: { location: `/threads/${receipt.thread.id}` }, body: receipt };
      }),
  );

  app.post(
    '/threads/:id/settle',
    {
      schema: {
        summary: 'Say that this answered the question; for patients',
        params: ThreadPath,
        headers: VersionedWriteHeaders,
        response: { 200: Thread, ...problems },
      },
    },
    (request, reply) => changeThread(backend, request, reply, request.params.id, settle),
  );
}
