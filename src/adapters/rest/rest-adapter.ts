import type { Adapter, Connection } from '../../adapter/adapter.js';
import type { CallOptions } from '../../adapter/call-options.js';
import { systemClock } from '../../adapter/clock.js';
import type { ThreadId } from '../../model/id.js';
import type { Session } from '../../model/session.js';
import { createHttp, type HttpCallOptions, type HttpOptions, type Route } from '../shared/http.js';
import { restWatch } from './rest-watch.js';

export type RestAdapterOptions = HttpOptions;

const STAFF_ONLY = { code: 'forbidden' } as const;

/** Speaks the REST API of the reference backend. Answers are passed on as they come; the client checks them. */
export function restAdapter(options: RestAdapterOptions): Adapter {
  const http = createHttp(options);
  const { call } = http;

  // The three shapes that methods have: about nothing more, about a thread, about several things.
  const plain =
    <T>(route: Route) =>
    (given: HttpCallOptions) =>
      call<T>(route, {}, given);
  const ofThread =
    <T>(route: Route) =>
    (thread: ThreadId, given: HttpCallOptions) =>
      call<T>(route, { thread }, given);
  const about =
    <T>(route: Route) =>
    (input: object, given: HttpCallOptions) =>
      call<T>(route, input, given);

  return {
    name: 'rest',
    async connect(signalled: CallOptions): Promise<Connection> {
      const { me, subjects } = await call<Session>('GET /session', {}, signalled);
      const isStaff = me.kind === 'staff';
      return {
        me,
        subjects,
        missing: isStaff ? {} : { queue: STAFF_ONLY, 'people.listStaff': STAFF_ONLY },
        people: {
          listCareTeam: about('GET /people/care-team'),
          ...(isStaff && { listStaff: plain('GET /people/staff') }),
        } as NonNullable<Connection['people']>,
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
          // Words that are searched for are in no address, where logs would keep them.
          listThreads: ({ after, ...filter }, given) =>
            Object.values(filter).some(Boolean)
              ? call('POST /threads/search', { ...filter, after }, given)
              : call('GET /threads', { after }, given),
          readThread: ofThread('GET /threads/:thread'),
          listEntries: about('GET /threads/:thread/entries'),
          send: about('POST /threads/:thread/messages'),
          markRead: about('PUT /threads/:thread/read-mark'),
          amend: about('PUT /threads/:thread/messages/:message'),
          retract: about('DELETE /threads/:thread/messages/:message'),
          continue: about('POST /threads/:thread/continuation'),
          settle: ofThread('POST /threads/:thread/settle'),
        },
        ...(isStaff && {
          queue: {
            list: about('GET /queue'),
            claim: ofThread('POST /threads/:thread/claim'),
            route: about('POST /threads/:thread/route'),
            close: about('POST /threads/:thread/close'),
            logCall: about('POST /threads/:thread/call'),
            pause: about('PUT /practice/pause'),
            resume: plain('DELETE /practice/pause'),
          },
        }),
        changes: {
          changesSince: (since, given) => call('GET /changes', { since }, given),
          watch: restWatch(http, options.clock ?? systemClock),
        },
      } satisfies Connection;
    },
  };
}
