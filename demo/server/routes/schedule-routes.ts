import { Appointment, SlotOffer } from 'carethread/model';
import type { Backend } from '../backend.js';
import { answerOnce, visitAnswer } from '../idempotency.js';
import { problems, VersionedWriteHeaders, WriteHeaders } from '../schemas.js';
import {
  AppointmentPage,
  AppointmentPath,
  ConfirmBody,
  OfferBody,
  OpeningBody,
  RefusalBody,
  RequestQuery,
  SlotPage,
} from '../visit-schemas.js';
import { listRequests } from '../visits/appointments.js';
import { confirm, decline, offer, openSlots } from '../visits/schedule.js';
import type { App } from './app.js';
import { changeVisit } from './change-visit.js';
import { lookingFor } from './slot-routes.js';

/** The practice's side of visits. */
export function scheduleRoutes(app: App, backend: Backend): void {
  app.post(
    '/schedule/slots',
    {
      schema: {
        summary: 'Open times for booking, all of them or none; for staff',
        headers: WriteHeaders,
        body: OpeningBody,
        response: { 200: SlotPage, ...problems },
      },
    },
    (request, reply) =>
      answerOnce(backend, request, reply, async (act) => ({ status: 200, body: await openSlots(act, request.body) })),
  );

  app.get(
    '/schedule/requests',
    {
      schema: {
        summary: 'What patients ask or wait for and is not booked, longest waiting first; for staff',
        querystring: RequestQuery,
        response: { 200: AppointmentPage, ...problems },
      },
    },
    (request) => listRequests(lookingFor(backend, request), request.query.after),
  );

  const changed = { params: AppointmentPath, headers: VersionedWriteHeaders, response: { 200: Appointment, ...problems } };

  app.post(
    '/schedule/requests/:appointment/confirmation',
    { schema: { summary: 'Book a time for a request; for staff', body: ConfirmBody, ...changed } },
    (request, reply) =>
      changeVisit(backend, request, reply, (act, target) => confirm(act, target, request.body.slot)),
  );

  app.post(
    '/schedule/requests/:appointment/refusal',
    { schema: { summary: 'Say that no time could be found, and why; for staff', body: RefusalBody, ...changed } },
    (request, reply) =>
      changeVisit(backend, request, reply, (act, target) => decline(act, target, request.body.note)),
  );

  app.post(
    '/schedule/offers',
    {
      schema: {
        summary: 'Offer times to a subject; for staff',
        headers: WriteHeaders,
        body: OfferBody,
        response: { 201: SlotOffer, ...problems },
      },
    },
    (request, reply) =>
      answerOnce(backend, request, reply, async (act) =>
        visitAnswer(act, { offer: await offer(act, request.body) }, 201),
      ),
  );
}
