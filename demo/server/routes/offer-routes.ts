import { Appointment, SlotOffer } from 'carethread/model';
import type { Backend } from '../backend.js';
import { answerOnce, visitAnswer } from '../idempotency.js';
import { problems, WriteHeaders } from '../schemas.js';
import { OfferPath, TakingBody } from '../visit-schemas.js';
import { declineOffer, readOffer, takeOffer } from '../visits/offers.js';
import type { App } from './app.js';
import { lookingFor } from './slot-routes.js';

/** Times that the practice offers. */
export function offerRoutes(app: App, backend: Backend): void {
  app.get(
    '/offers/:offer',
    {
      schema: {
        summary: 'An offer, with what of it is still free',
        params: OfferPath,
        response: { 200: SlotOffer, ...problems },
      },
    },
    (request) => readOffer(lookingFor(backend, request), request.params.offer),
  );

  app.post(
    '/offers/:offer/taking',
    {
      schema: {
        summary: 'Book a time of an offer; for patients',
        params: OfferPath,
        headers: WriteHeaders,
        body: TakingBody,
        response: { 201: Appointment, ...problems },
      },
    },
    (request, reply) =>
      answerOnce(backend, request, reply, async (act) => {
        const appointment = await takeOffer(act, { ...request.params, ...request.body });
        return visitAnswer(act, { appointment }, 201);
      }),
  );

  app.delete(
    '/offers/:offer',
    {
      schema: {
        summary: 'Say no to an offer; for patients',
        params: OfferPath,
        headers: WriteHeaders,
        response: { 200: SlotOffer, ...problems },
      },
    },
    (request, reply) =>
      answerOnce(backend, request, reply, async (act) => {
        await declineOffer(act, request.params.offer);
        return visitAnswer(act, request.params);
      }),
  );
}
