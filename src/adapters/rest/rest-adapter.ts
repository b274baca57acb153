import type { Absence, Adapter, Connection } from '../../adapter/adapter.js';
import type { CallOptions } from '../../adapter/call-options.js';
import { systemClock } from '../../adapter/clock.js';
import type { Session } from '../../model/session.js';
import { createHttp, type HttpCallOptions, type HttpOptions, type Route } from '../shared/http.js';
import { PATIENTS_ONLY, STAFF_ONLY } from '../shared/sides.js';
import { watchLater } from '../shared/watch-later.js';

export type RestAdapterOptions = HttpOptions;

/** Speaks the REST API of the reference backend. Answers are passed on as they come; the client checks them. */
export function restAdapter(options: RestAdapterOptions): Adapter {
  const http = createHttp(options);
  const { call } = http;

  // The shapes that methods have: about nothing more, about one thing, about several things.
  const plain =
    <T>(route: Route) =>
    (given: HttpCallOptions) =>
      call<T>(route, {}, given);
  const of =
    (name: string) =>
    <T>(route: Route) =>
    (id: string, given: HttpCallOptions) =>
      call<T>(route, { [name]: id }, given);
  const about =
    <T>(route: Route) =>
    (input: object, given: HttpCallOptions) =>
      call<T>(route, input, given);
  // A list that can be searched. Words that are searched for are in no address, where logs would keep them.
  const sought =
    <T>(path: string) =>
    ({ subject, after, ...filter }: { subject?: string; after?: string | undefined }, given: HttpCallOptions) =>
      Object.values(filter).some(Boolean)
        ? call<T>(`POST /${path}/search`, { subject, ...filter, after }, given)
        : call<T>(`GET /${path}`, { subject, after }, given);
  const [ofThread, ofResult] = [of('thread'), of('result')];

  return {
    name: 'rest',
    async connect(signalled: CallOptions): Promise<Connection> {
      const { me, subjects } = await call<Session>('GET /session', {}, signalled);
      const ports = {
        people: {
          listCareTeam: about('GET /people/care-team'),
          listStaff: plain('GET /people/staff'),
        },
        practice: {
          readPractice: plain('GET /practice'),
          listReasons: plain('GET /reasons'),
        },
        contact: {
          idempotency: 'key',
          send: about('POST /contact-requests'),
          listMedications: about('GET /people/medications'),
        },
        messages: {
          idempotency: 'key',
          listThreads: sought('threads'),
          readThread: ofThread('GET /threads/:thread'),
          listEntries: about('GET /threads/:thread/entries'),
          send: about('POST /threads/:thread/messages'),
          markRead: about('PUT /threads/:thread/read-mark'),
          amend: about('PUT /threads/:thread/messages/:message'),
          retract: about('DELETE /threads/:thread/messages/:message'),
          continue: about('POST /threads/:thread/continuation'),
          settle: ofThread('POST /threads/:thread/settle'),
        },
        queue: {
          list: about('GET /queue'),
          claim: ofThread('POST /threads/:thread/claim'),
          route: about('POST /threads/:thread/route'),
          close: about('POST /threads/:thread/close'),
          logCall: about('POST /threads/:thread/call'),
          pause: about('PUT /practice/pause'),
          resume: plain('DELETE /practice/pause'),
        },
        results: {
          listResults: sought('results'),
          readResult: ofResult('GET /results/:result'),
          // Neither is what somebody was tested for.
          listHistory: about('POST /results/history'),
          uncover: ofResult('POST /results/:result/uncover'),
          readRelease: about('GET /people/release'),
          setRelease: about('PUT /people/release'),
          noteVisit: about('PUT /people/visit'),
          reportMistake: about('POST /results/:result/corrections'),
          listReported: about('GET /results/reported'),
          reviewCorrection: about('PUT /results/:result/corrections/:correction'),
        },
        attachments: {
          open: (attachment, given) => call('GET /attachments/:attachment', { attachment }, { ...given, isFile: true }),
        },
        appointments: {
          listServices: about('GET /services'),
          // What a visit is for is in no address.
          listFreeDays: about('POST /slots/days'),
          listSlots: about('POST /slots/search'),
          hold: about('PUT /slots/:slot/hold'),
          extend: about('POST /slots/:slot/hold/extension'),
          // Nothing comes back. As a file it is not looked into.
          release: ({ slot }, given) => call('DELETE /slots/:slot/hold', { slot }, { ...given, isFile: true }),
          book: about('POST /appointments'),
          request: about('POST /appointments/requests'),
          listAppointments: about('GET /appointments'),
          readAppointment: of('appointment')('GET /appointments/:appointment'),
          cancel: about('POST /appointments/:appointment/cancellation'),
          setTopic: about('PUT /appointments/:appointment/topic'),
          setWaiting: about('PUT /appointments/:appointment/waiting'),
          readOffer: of('offer')('GET /offers/:offer'),
          takeOffer: about('POST /offers/:offer/taking'),
          declineOffer: about('DELETE /offers/:offer'),
        },
        schedule: {
          openSlots: about('POST /schedule/slots'),
          listRequests: about('GET /schedule/requests'),
          confirm: about('POST /schedule/requests/:appointment/confirmation'),
          decline: about('POST /schedule/requests/:appointment/refusal'),
          offer: about('POST /schedule/offers'),
        },
        changes: {
          changesSince: (since, given) => call('GET /changes', { since }, given),
          watch: watchLater(async () =>
            (await import('./rest-watch.js')).restWatch(http, options.clock ?? systemClock, `${options.baseUrl} ${me.id}`),
          ),
        },
      } satisfies Omit<Connection, keyof Session | 'missing'>;
      return { me, subjects, ...without(ports, me.kind === 'staff' ? PATIENTS_ONLY : STAFF_ONLY) };
    },
  };
}

/** Ports without those, and those methods, that somebody may not use. */
function without(ports: object, names: readonly string[]): Omit<Connection, keyof Session> {
  const left = ports as Record<string, Record<string, unknown> | undefined>;
  const missing: Record<string, Absence> = {};
  for (const name of names) {
    const [port, method] = name.split('.') as [string, string?];
    if (method) left[port]![method] = undefined;
    else left[port] = undefined;
    missing[name] = { code: 'forbidden' };
  }
  return { ...left, missing };
}
