import { Practice } from 'carethread/model';
import type { Backend } from '../backend.js';
import { pause, resume } from '../conversation/pause.js';
import { answerOnce } from '../idempotency.js';
import { PauseBody, problems, WriteHeaders } from '../schemas.js';
import type { App } from './app.js';

/** Whether the practice takes messages. */
export function pauseRoutes(app: App, backend: Backend): void {
  app.put(
    '/practice/pause',
    {
      schema: {
        summary: 'Take no messages from patients for now; for staff',
        headers: WriteHeaders,
        body: PauseBody,
        response: { 200: Practice, ...problems },
      },
    },
    (request, reply) =>
      answerOnce(backend, request, reply, async (act) => ({ status: 200, body: await pause(act, request.body) })),
  );

  app.delete(
    '/practice/pause',
    {
      schema: {
        summary: 'Take messages again; for staff',
        headers: WriteHeaders,
        response: { 200: Practice, ...problems },
      },
    },
    (request, reply) => answerOnce(backend, request, reply, async (act) => ({ status: 200, body: await resume(act) })),
  );
}
