import { Appointment } from 'carethread/model';
import type { Backend } from '../backend.js';
import { etagOf } from '../etag.js';
import { answerOnce, visitAnswer } from '../idempotency.js';
import { problems, VersionedWriteHeaders, WriteHeaders } from '../schemas.js';
import {
  AppointmentPage,
  AppointmentPath,
  AppointmentQuery,
  BookingBody,
  CancelBody,
  TopicBody,
  VisitRequestBody,
  WaitingBody,
} from '../visit-schemas.js';
import { listAppointments, readAppointment } from '../visits/appointments.js';
import { book } from '../visits/booking.js';
import { cancel, setTopic, setWaiting } from '../visits/changing.js';
import { requestVisit } from '../visits/requesting.js';
import type { App } from './app.js';
import { changeVisit } from './change-visit.js';
import { lookingFor } from './slot-routes.js';

/** Booking, asking for, moving and cancelling visits. */
export function appointmentRoutes(app: App, backend: Backend): void {
  app.get(
    '/appointments',
    {
      schema: {
        summary: 'A subject’s visits: those to come, or those that are past',
        querystring: AppointmentQuery,
        response: { 200: AppointmentPage, ...problems },
      },
    },
    (request) => listAppointments(lookingFor(backend, request), request.query),
  );

  app.get(
    '/appointments/:appointment',
    { schema: { summary: 'One visit', params: AppointmentPath, response: { 200: Appointment, ...problems } } },
    async (request, reply) => {
      const appointment = await readAppointment(lookingFor(backend, request), request.params.appointment);
      reply.header('etag', etagOf(appointment));
      return appointment;
    },
  );

  app.post(
    '/appointments',
    {
      schema: {
        summary: 'Book a time, or move a visit to it; for patients',
        headers: WriteHeaders,
        body: BookingBody,
        response: { 201: Appointment, ...problems },
      },
    },
    (request, reply) =>
      answerOnce(backend, request, reply, async (act) =>
        visitAnswer(act, { appointment: await book(act, request.body) }, 201),
      ),
  );

  app.post(
    '/appointments/requests',
    {
      schema: {
        summary: 'Ask the practice for a time, or wait for one; for patients',
        headers: WriteHeaders,
        body: VisitRequestBody,
        response: { 201: Appointment, ...problems },
      },
    },
    (request, reply) =>
      answerOnce(backend, request, reply, async (act) =>
        visitAnswer(act, { appointment: await requestVisit(act, request.body) }, 201),
      ),
  );

  const changed = { params: AppointmentPath, headers: VersionedWriteHeaders, response: { 200: Appointment, ...problems } };

  app.post(
    '/appointments/:appointment/cancellation',
    { schema: { summary: 'Cancel a visit, or take a request back; for patients', body: CancelBody, ...changed } },
    (request, reply) =>
      changeVisit(backend, request, reply, (act, target) => cancel(act, target, request.body.care)),
  );

  app.put(
    '/appointments/:appointment/topic',
    { schema: { summary: 'Say what one wants to talk about; for patients', body: TopicBody, ...changed } },
    (request, reply) =>
      changeVisit(backend, request, reply, (act, target) => setTopic(act, target, request.body.topic)),
  );

  app.put(
    '/appointments/:appointment/waiting',
    { schema: { summary: 'Wait for an earlier time, or no longer; for patients', body: WaitingBody, ...changed } },
    (request, reply) =>
      changeVisit(backend, request, reply, (act, target) => setWaiting(act, target, request.body.waits)),
  );
}
