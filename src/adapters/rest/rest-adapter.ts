import type { Adapter, Connection } from '../../adapter/adapter.js';
import { systemClock } from '../../adapter/clock.js';
import type { Session } from '../../model/session.js';
import { createHttp, type HttpOptions } from '../shared/http.js';
import { routes } from './rest-routes.js';
import { restWatch } from './rest-watch.js';

export type RestAdapterOptions = HttpOptions;

const STAFF_ONLY = { code: 'forbidden' } as const;

/** Speaks the REST API of the reference backend. Answers are passed on as they come; the client checks them. */
export function restAdapter(options: RestAdapterOptions): Adapter {
  const http = createHttp(options);
  const { call } = http;

  return {
    name: 'rest',
    async connect(signalled): Promise<Connection> {
      const { me, subjects } = await call<Session>(routes.session, {}, signalled);
      const isStaff = me.kind === 'staff';
      return {
        me,
        subjects,
        missing: isStaff ? {} : { queue: STAFF_ONLY, 'people.listStaff': STAFF_ONLY },
        people: {
          listCareTeam: ({ subject }, given) => call(routes.careTeam, { subject }, given),
          ...(isStaff && { listStaff: (given) => call(routes.staff, {}, given) }),
        } as NonNullable<Connection['people']>,
        practice: {
          readPractice: (given) => call(routes.practice, {}, given),
          listReasons: (given) => call(routes.reasons, {}, given),
        },
        contact: {
          idempotency: 'key',
          send: (request, given) => call(routes.contact, {}, given, request),
          listMedications: ({ subject }, given) => call(routes.medications, { subject }, given),
        },
        messages: {
          idempotency: 'key',
          listThreads: ({ after, ...filter }, given) => {
            const isFiltered = Object.values(filter).some((value) => value !== undefined);
            // Words that are searched for are in no address, where logs would keep them.
            return isFiltered
              ? call(routes.search, {}, given, { ...filter, after })
              : call(routes.threads, { after }, given);
          },
          readThread: (thread, given) => call(routes.thread, { thread }, given),
          listEntries: (query, given) => call(routes.entries, { ...query }, given),
          send: ({ thread, ...draft }, given) => call(routes.send, { thread }, given, draft),
          markRead: ({ thread, ...mark }, given) => call(routes.markRead, { thread }, given, mark),
          amend: ({ body, ...which }, given) => call(routes.amend, { ...which }, given, { body }),
          retract: (which, given) => call(routes.retract, { ...which }, given),
          continue: ({ thread, body }, given) => call(routes.continue, { thread }, given, { body }),
          settle: (thread, given) => call(routes.settle, { thread }, given),
        },
        ...(isStaff && {
          queue: {
            list: (query, given) => call(routes.queue, { ...query }, given),
            claim: (thread, given) => call(routes.claim, { thread }, given),
            route: ({ thread, ...routing }, given) => call(routes.route, { thread }, given, routing),
            close: ({ thread, ...closing }, given) => call(routes.close, { thread }, given, closing),
            logCall: ({ thread, ...log }, given) => call(routes.call, { thread }, given, log),
            pause: (pause, given) => call(routes.pause, {}, given, { ...pause }),
            resume: (given) => call(routes.resume, {}, given),
          },
        }),
        changes: {
          changesSince: (since, given) => call(routes.changes, { since }, given),
          watch: restWatch(http, options.clock ?? systemClock),
        },
      } satisfies Connection;
    },
  };
}
