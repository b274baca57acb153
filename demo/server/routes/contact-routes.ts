import { Receipt } from 'carethread/model';
import type { Backend } from '../backend.js';
import { ask } from '../conversation/ask.js';
import { answerOnce } from '../idempotency.js';
import { ContactBody, problems, WriteHeaders } from '../schemas.js';
import type { App } from './app.js';

/** Asking the practice something new. */
export function contactRoutes(app: App, backend: Backend): void {
  app.post(
    '/contact-requests',
    {
      schema: {
        summary: 'Ask the practice something new',
        headers: WriteHeaders,
        body: ContactBody,
        response: { 201: Receipt, ...problems },
      },
    },
    (request, reply) =>
      answerOnce(backend, request, reply, async (act, key) => {
        const receipt = await ask(act, request.body, key);
        return { status: 201, headers: { location: `/threads/${receipt.thread.id}` }, body: receipt };
      }),
  );
}
