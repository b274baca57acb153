import type { AppointmentsPort } from '../../src/adapter/ports/appointments.js';
import { once } from '../../src/conformance/steps.js';
import type { Appointment } from '../../src/model/appointment.js';
import { asStaff, breaking, type Broken, forgetful, replacing, unless } from './breaking.js';

/** Bookings that are made as something else. */
const eachBooking = (
  change: (booking: Parameters<AppointmentsPort['book']>[0], subject: Appointment['subject']['id']) => unknown,
) =>
  replacing('appointments', (port, { me }) => ({
    book: (booking, options) => port.book(change(booking, me.id) as typeof booking, options),
  }));

/** How an adapter can break bookings. */
const BROKEN_BOOKINGS: readonly Broken[] = [
  [
    'a booking says nothing of where and what about',
    replacing('appointments', (port) => ({
      book: async (booking, options) => ({
        ...(await port.book(booking, options)),
        place: undefined,
        topic: undefined,
      }),
    })),
    ['what is booked says when, what, who and where, and its time is no longer free'],
  ],
  [
    'it takes marks out of what people write',
    eachBooking(({ topic, ...booking }) => ({ ...booking, topic: topic?.replace(/[<>]/g, '') })),
    ['what one wants to talk about is kept as it was written, up to 750 characters'],
  ],
  [
    'it does not know the key of a booking again',
    forgetful('appointments', 'book'),
    ['F03 one key books once, however often it is sent, and nothing else'],
  ],
  [
    'it books what is taken',
    breaking((connection) => {
      const { appointments: port } = connection;
      if (!port) return connection;
      let last: Appointment | undefined;
      const book: AppointmentsPort['book'] = (booking, options) =>
        unless(
          'conflict',
          port.book(booking, options).then((booked) => (last = booked)),
          () => ({ ...last!, id: `${last?.id}-again` as Appointment['id'] }),
        );
      return { ...connection, appointments: { ...port, book } };
    }),
    [
      'F03 two clicks at once book once',
      'of fifty who book one time at once, one gets it and the others are told',
      'a time that is taken, unknown or for something else is not booked',
    ],
  ],
  [
    'it books for whoever is signed in',
    eachBooking((booking, subject) => ({ ...booking, subject })),
    ['one books for those one acts for, and for nobody else'],
  ],
  [
    'it keeps what is moved',
    eachBooking(({ moves: _moves, ...booking }) => booking),
    [
      'to move is one act: the new one is booked, the old one gives its time back',
      'only a booked visit of the same subject is moved',
    ],
  ],
  [
    'it cancels before it books',
    replacing('appointments', (port) => ({
      async book({ moves, ...booking }, options) {
        if (moves) await port.cancel({ appointment: moves, care: 'still' }, once());
        return port.book(booking, options);
      },
    })),
    ['who loses the new time keeps the old one'],
  ],
];

/** How an adapter can break what is read and said of visits. */
const BROKEN_VISITS_READ: readonly Broken[] = [
  [
    'visits are listed the wrong way round',
    replacing('appointments', (port) => ({
      listAppointments: async (query, options) => ({
        items: (await port.listAppointments(query, options)).items.toReversed(),
      }),
    })),
    ['what comes is listed soonest first after what has no time, what is past latest first'],
  ],
  [
    'strangers read visits',
    asStaff('readAppointment'),
    ['a visit reads by its id as it is listed, and is nothing that a stranger reads'],
  ],
  [
    'staff do not read what one wants to talk about',
    replacing('appointments', (port, { me }) => ({
      readAppointment: async (id, options) => {
        const visit = await port.readAppointment(id, options);
        return me.kind === 'staff' ? { ...visit, topic: undefined } : visit;
      },
    })),
    ['staff read the visits of a patient, and what they want to talk about'],
  ],
  [
    'nobody hears of visits',
    replacing('changes', (port) => ({
      changesSince: async (since, options) => {
        const { changes, next } = await port.changesSince(since, options);
        return { changes: changes.filter(({ kind }) => kind !== 'appointment'), next };
      },
    })),
    ['who may read a visit hears of it, and nobody else', 'who an offer is for hears of it, and nobody else'],
  ],
  [
    'it only says that it cancels',
    replacing('appointments', (port) => ({
      cancel: async ({ appointment }, options) => ({
        ...(await port.readAppointment(appointment, options)),
        status: 'cancelled' as const,
        canMove: false,
        canCancel: false,
      }),
    })),
    ['what is cancelled is past, and its time is free again'],
  ],
  [
    'it does not look at what was seen of a visit',
    replacing('appointments', (port) => ({
      cancel: (which, { ifVersion: _ifVersion, ...options }) => port.cancel(which, options),
    })),
    ["nobody cancels what is a stranger's, or what has changed since it was read"],
  ],
  [
    'it only says that it keeps what one wants to talk about',
    replacing('appointments', (port) => ({
      setTopic: async ({ appointment, topic }, options) => ({
        ...(await port.readAppointment(appointment, options)),
        topic,
      }),
    })),
    ['what one wants to talk about can be said later, said otherwise, and taken away'],
  ],
  [
    'who waits for an earlier time waits for good',
    replacing('appointments', (port) => ({
      setWaiting: (which, options) => port.setWaiting({ ...which, waits: true }, options),
    })),
    ['one waits for an earlier time, or no longer does, where there is a waitlist'],
  ],
];

/** Every way in which what is booked, read and said can be broken, and the tests that must notice. */
export const BROKEN_VISITS: readonly Broken[] = [...BROKEN_BOOKINGS, ...BROKEN_VISITS_READ];
