import type { AppointmentsPort } from '../../src/adapter/ports/appointments.js';
import { once } from '../../src/conformance/steps.js';
import { openMemory } from '../adapters/memory-backend.js';
import { asStaff, type Broken, fieldless, mistaken, replacing, unless } from './breaking.js';

/** How an adapter can break what visits there are and when there is time for them. */
const BROKEN_FREE: readonly Broken[] = [
  [
    'it tells everybody what visits there are',
    asStaff('listServices', 'listFreeDays', 'listSlots'),
    ['what visits can be for is told to those who act for somebody, and to nobody else'],
  ],
  [
    'an unknown service has no times',
    replacing('appointments', (port) => ({
      listSlots: (query, options) => unless('not-found', port.listSlots(query, options), () => ({ items: [] })),
    })),
    ['a service that there is not, or not for this subject, is not found'],
  ],
  [
    'it loses the last time of a day',
    replacing('appointments', (port) => ({
      listSlots: async (query, options) => ({ items: (await port.listSlots(query, options)).items.slice(0, -1) }),
    })),
    ['days have as many free times as are listed for them, earliest first, none gone by'],
  ],
  [
    'it looks for a first day in the stretch alone',
    replacing('appointments', (port) => ({
      listFreeDays: async (query, options) => {
        const { days } = await port.listFreeDays(query, options);
        return { days, first: days[0]?.day };
      },
    })),
    ['the first free day is said from the beginning of the stretch on, also when it is later'],
  ],
  [
    'it cuts a stretch that is too long',
    replacing('appointments', (port) => ({
      listFreeDays: (query, options) =>
        unless('invalid', port.listFreeDays(query, options), () =>
          port.listFreeDays({ ...query, to: query.from }, options),
        ),
    })),
    ['a stretch of days has an end after its beginning, and is not endless'],
  ],
  [
    'it does not care how, with whom and where',
    replacing('appointments', (port) => ({
      listSlots: ({ subject, service, day, after }, options) =>
        port.listSlots({ subject, service, day, after }, options),
    })),
    ['times are found by how, with whom and where one meets'],
  ],
  [
    'every day is free',
    replacing('appointments', (port) => ({
      listFreeDays: async (query, options) => {
        const answer = await port.listFreeDays(query, options);
        return answer.days.length > 0 ? answer : { ...answer, days: [{ day: query.from, count: 1 }] };
      },
    })),
    ['what can only be asked for has no free days'],
  ],
  [
    'staff see no services',
    replacing('appointments', (port, { me }) => ({
      listServices: async (query, options) => (me.kind === 'staff' ? { items: [] } : port.listServices(query, options)),
    })),
    ['staff read what a patient can book'],
  ],
];

/** How an adapter can break the keeping of times. */
const BROKEN_HOLDS: readonly Broken[] = [
  [
    'nothing is held',
    replacing('appointments', (port) => ({
      async hold(which, options) {
        const held = await port.hold(which, options);
        await port.release({ slot: which.slot }, once());
        return held;
      },
    })),
    [
      'a held time is free to its holder and to nobody else',
      'to hold again changes nothing, and to hold another lets go of the first',
    ],
  ],
  [
    'nothing is given back',
    replacing('appointments', () => ({ release: () => Promise.resolve() })),
    ['what is given back is free to everybody, and nobody gives back what another holds'],
  ],
  [
    'what was held stays so after another was booked',
    replacing('appointments', (port) => {
      let last: Parameters<AppointmentsPort['hold']>[0] | undefined;
      return {
        hold: (which, options) => port.hold((last = which), options),
        async book(booking, options) {
          const booked = await port.book(booking, options);
          if (last && last.slot !== booking.slot) await port.hold(last, once());
          return booked;
        },
      };
    }),
    ['who books lets go of what they held'],
  ],
  [
    'it does not say what of a time is wrong',
    mistaken('appointments', fieldless),
    [
      'a time that is taken or unknown is not held, and none for a stranger',
      'wishes keep to the limits of the practice, or are invalid by name',
    ],
  ],
  [
    'a time is kept as long as somebody likes',
    replacing('appointments', (port) => ({
      extend: async (which, options) => ({ ...(await port.extend(which, options)), canExtend: true }),
    })),
    ['a time is kept longer three times, and no more'],
  ],
  [
    'nothing ends by itself',
    () => ({ ...openMemory(), pass: () => Promise.resolve() }),
    ['what nobody keeps any longer is free after five minutes', 'an offer ends when its time is over'],
  ],
];

/** Every way in which what is free and held can be broken, and the tests that must notice. */
export const BROKEN_TIMES: readonly Broken[] = [...BROKEN_FREE, ...BROKEN_HOLDS];
