import type { Thread } from 'carethread/model';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Backend } from '../backend.js';
import type { Act } from '../conversation/act.js';
import type { Target } from '../conversation/acted-on.js';
import { etagOf, versionFrom } from '../etag.js';
import { answerOnce } from '../idempotency.js';

/** Does what changes a thread once, against the version it was read as, and answers with the thread as it is then. */
export function changeThread(
  backend: Backend,
  request: FastifyRequest,
  reply: FastifyReply,
  thread: string,
  change: (act: Act, target: Target) => Promise<Thread>,
): Promise<Thread> {
  const ifVersion = versionFrom(request.headers['if-match']);
  return answerOnce(backend, request, reply, async (act) => {
    const body = await change(act, { thread, ifVersion });
    return { status: 200, headers: { etag: etagOf(body) }, body };
  });
}
