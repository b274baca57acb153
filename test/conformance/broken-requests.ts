import { AdapterError } from '../../src/adapter/errors.js';
import type { VisitRequest } from '../../src/adapter/ports/appointments.js';
import type { Connection } from '../../src/adapter/adapter.js';
import { once, patiently } from '../../src/conformance/steps.js';
import type { AppointmentId } from '../../src/model/appointment-id.js';
import type { Appointment } from '../../src/model/appointment.js';
import { breaking, type Broken, fieldless, forgetful, mistaken, replacing } from './breaking.js';

/** Requests that are made as something else. */
const eachRequest = (change: (request: VisitRequest, connection: Connection) => VisitRequest) =>
  replacing('appointments', (port, connection) => ({
    request: (request, options) => port.request(change(request, connection), options),
  }));

/** How an adapter can break requests for visits, and the tests that must notice. */
const BROKEN_ASKING: readonly Broken[] = [
  [
    'the last wish comes first',
    eachRequest(({ wishes, ...request }) => ({ ...request, wishes: wishes.toReversed() })),
    ['what is asked for says for what, when and about what, and by when the practice answers'],
  ],
  [
    'it does not know the key of a request again',
    forgetful('appointments', 'request'),
    ['F03 one key asks once, however often it is sent'],
  ],
  [
    'it takes any wish',
    replacing('appointments', (port) => ({
      request: (request, options) =>
        port.request(request, options).catch(() => port.request({ ...request, wishes: [] }, once())),
    })),
    ['wishes keep to the limits of the practice, or are invalid by name'],
  ],
  [
    'who waits has asked',
    replacing('appointments', (port) => ({
      request: async (request, options) => ({
        ...(await port.request(request, options)),
        status: 'requested' as const,
      }),
    })),
    ['without a wish one waits, where there is a waitlist'],
  ],
  [
    'it cuts what people write',
    eachRequest(({ topic, ...request }) => ({ ...request, topic: topic?.slice(0, 750) })),
    ['what one wants to talk about has up to 750 characters'],
  ],
  [
    'it says that it took what it did not',
    replacing('appointments', (port) => ({
      request: (request, options) =>
        port.request(request, options).catch(async (error: unknown) => {
          if (!(error instanceof AdapterError) || error.code !== 'conflict') throw error;
          const { subject } = request;
          const { items } = await port.listAppointments({ subject, when: 'coming' }, patiently);
          return { ...items[0]!, id: 'not-there' as AppointmentId };
        }),
    })),
    ['nobody has more than five requests open, and one that is taken back makes room'],
  ],
  [
    'it asks for whoever is signed in',
    eachRequest((request, { me }) => ({ ...request, subject: me.id })),
    ['nobody asks for a stranger'],
  ],
  [
    'to ask gives up the old visit',
    replacing('appointments', (port) => ({
      async request(request, options) {
        if (request.moves) await port.cancel({ appointment: request.moves, care: 'still' }, once());
        return port.request({ ...request, moves: undefined }, options);
      },
    })),
    ['what is to be moved by a request stays until the practice has booked'],
  ],
];

/** How an adapter can break offers of times. */
const BROKEN_OFFERS: readonly Broken[] = [
  [
    'strangers read offers',
    breaking((connection, { staff }) => ({
      ...connection,
      appointments: {
        ...connection.appointments!,
        readOffer: async (id, options) => (await staff.connect(patiently)).appointments!.readOffer(id, options),
      },
    })),
    ['an offer is read by those it is for and by staff, and by nobody else'],
  ],
  [
    'it does not know the key of a taking again',
    forgetful('appointments', 'takeOffer'),
    ['what is taken of an offer is booked, once'],
  ],
  [
    'no offer ends',
    replacing('appointments', (port) => ({
      readOffer: async (id, options) => ({ ...(await port.readOffer(id, options)), state: 'open' as const }),
      declineOffer: async ({ offer }, options) => port.readOffer(offer, options),
    })),
    [
      'what others take of an offer is gone, and with the last of it the offer ends',
      'an offer that is declined ends, and its times stay free',
    ],
  ],
  [
    'an offer forgets what it is an earlier time for',
    replacing('schedule', (port) => ({
      offer: ({ moves: _moves, ...offer }, options) => port.offer(offer, options),
    })),
    [
      'an earlier time that is offered for a visit takes its place',
      'an offer has some times that are free, an end to come, and is about its subject',
    ],
  ],
  [
    'who waits waits in place of nothing',
    eachRequest(({ moves: _moves, ...request }) => request),
    ['who waits for another time than the booked one, and takes one, has one visit and not two'],
  ],
  [
    'an offer outlives what it was for',
    replacing('schedule', (port) => ({
      offer: ({ moves: _moves, ...offer }, options) => port.offer(offer, options),
    })),
    ['what was offered for a request ends once the request is met, so that nobody loses the visit by it'],
  ],
  [
    'a card of times does not say for what',
    replacing('messages', (port) => ({
      send: async (draft, options) => {
        const { cards, ...message } = await port.send(draft, options);
        return { ...message, cards: cards.map((card) => ({ ...card, label: 'Times' })) };
      },
    })),
    ['times are offered in a message, by a card that says for what'],
  ],
  [
    'what becomes free is offered to nobody',
    replacing('appointments', (port) => ({
      readAppointment: async (id, options) => ({ ...(await port.readAppointment(id, options)), offer: undefined }),
    })),
    [
      'a time that becomes free is offered to all who wait for it, and the first to take it gets it',
      'who waits with no time is offered any that becomes free, and waits no longer once they take it',
    ],
  ],
];

/** How an adapter can break the practice's side. */
const BROKEN_SCHEDULE: readonly Broken[] = [
  [
    'it opens the same time again and again',
    replacing('schedule', (port) => ({
      openSlots: async (times, options) => {
        const { items } = await port.openSlots(times, options);
        return { items: [...items, ...items] };
      },
    })),
    ['times that staff open can be booked, once each, however often they are opened'],
  ],
  [
    'it opens what it can',
    replacing('schedule', (port) => ({
      async openSlots(times, options) {
        const items = [];
        for (const start of times.starts) {
          const one = port.openSlots({ ...times, starts: [start] }, once());
          items.push(...(await one.catch(() => ({ items: [] }))).items);
        }
        return items.length > 0 ? { items } : port.openSlots(times, options);
      },
    })),
    ['times that overlap others are not opened, and none beside them'],
  ],
  [
    'it does not say what staff gave wrongly',
    mistaken('schedule', fieldless),
    ['times that are past, too many or for nothing are invalid, by name'],
  ],
  [
    'who asked last comes first',
    replacing('schedule', (port) => ({
      listRequests: async (query, options) => ({
        items: (await port.listRequests(query, options)).items.toReversed(),
      }),
    })),
    ['staff see what is asked for, the longest waiting first, until it is settled'],
  ],
  [
    'it declines without a reason',
    replacing('schedule', (port) => ({
      decline: ({ appointment, note }, options) =>
        port.decline({ appointment, note: note.trim() === '' ? 'No.' : note }, options),
    })),
    ['a request that cannot be met is declined with a reason, which the patient reads'],
  ],
  [
    'a request that is met becomes another visit',
    replacing('schedule', (port) => ({
      confirm: async (which, options): Promise<Appointment> => ({
        ...(await port.confirm(which, options)),
        id: 'another' as AppointmentId,
      }),
    })),
    ['a request that is met becomes the visit itself, and what it moves is given up'],
  ],
];

/** Every way in which asking, offering and the practice's side can be broken. */
export const BROKEN_REQUESTS: readonly Broken[] = [...BROKEN_ASKING, ...BROKEN_OFFERS, ...BROKEN_SCHEDULE];
