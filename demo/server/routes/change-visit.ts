import type { Appointment } from 'carethread/model';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Backend } from '../backend.js';
import type { Act } from '../conversation/act.js';
import { versionFrom } from '../etag.js';
import { answerOnce, visitAnswer } from '../idempotency.js';
import type { VisitTarget } from '../visits/changing.js';

/** Does what changes an appointment once, against the version it was read as, and answers with it as it is then. */
export function changeVisit(
  backend: Backend,
  request: FastifyRequest & { readonly params: { readonly appointment: string } },
  reply: FastifyReply,
  change: (act: Act, target: VisitTarget) => Promise<void>,
): Promise<Appointment> {
  const { appointment } = request.params;
  const ifVersion = versionFrom(request.headers['if-match']);
  return answerOnce(backend, request, reply, async (act) => {
    await change(act, { appointment, ifVersion });
    return visitAnswer(act, { appointment });
  });
}
