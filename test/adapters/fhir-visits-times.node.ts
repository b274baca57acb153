import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fhirAdapter, type FhirAdapterOptions } from '../../src/adapters/fhir/fhir-adapter.js';
import type { Connection } from '../../src/adapter/adapter.js';
import { searchset, startOddServer } from './fhir-results-server.js';
import { signal } from './fhir-visits-bench.js';

const type = [{ coding: [{ system: 'http://snomed.info/sct', code: '185349003' }] }];
const service = { resourceType: 'HealthcareService', id: 'check', name: 'Check-up', type };
const schedule = { resourceType: 'Schedule', id: 'own', serviceType: type, actor: [{ reference: 'Practitioner/lee' }] };
const slot = (id: string, start: unknown, end: unknown, parts: object = {}) => ({
  resourceType: 'Slot',
  id,
  status: 'free',
  schedule: { reference: 'Schedule/own' },
  start,
  end,
  ...parts,
});
const TYPES = ['HealthcareService', 'Schedule', 'Slot', 'Appointment', 'Task', 'Patient'];
const statement = (operations: readonly string[] = []) => ({
  resourceType: 'CapabilityStatement',
  rest: [
    {
      interaction: [{ code: 'transaction' }],
      resource: TYPES.map((each) => ({
        type: each,
        versioning: 'versioned',
        interaction: ['read', 'search-type', 'create', 'update'].map((code) => ({ code })),
        ...(each === 'Appointment' && { operation: operations.map((name) => ({ name })) }),
      })),
    },
  ],
});

/** Sam's session on a server with some slots and visits. `asked` are the addresses it had to answer. */
async function withTimes(
  { zone, slots = [], visits = [], ...options }: { zone: string; slots?: readonly object[]; visits?: readonly object[] } & Partial<FhirAdapterOptions>,
  test: (sam: NonNullable<Connection['appointments']>, asked: () => URLSearchParams[]) => Promise<void>,
): Promise<void> {
  const found: Readonly<Record<string, readonly object[]>> = { HealthcareService: [service], Schedule: [schedule], Slot: slots, Appointment: visits };
  const server = await startOddServer(({ pathname }) => {
    if (pathname === '/fhir/metadata') return { body: statement() };
    if (pathname === '/fhir/Patient/sam') return { body: { resourceType: 'Patient', id: 'sam', name: [{ text: 'Sam Okafor' }] } };
    const there = found[pathname.replace('/fhir/', '')];
    return there && { body: searchset(there) };
  });
  try {
    const token = { token: 'sams', expiresAt: '2999-01-01T00:00:00Z', patient: 'sam', user: 'Patient/sam' };
    const practice = { practice: { name: 'Alder Street', zone } };
    const adapter = fhirAdapter({ baseUrl: server.url, getToken: async () => token, practice, booking: 'transaction', ...options });
    const { appointments } = await adapter.connect({ signal });
    await test(appointments!, () => server.asked.filter(({ address }) => address.startsWith('/fhir/Slot?')).map(({ address }) => new URL(address, server.url).searchParams));
  } finally {
    await server.close();
  }
}

const asks = { subject: 'Patient/sam' as never, service: 'check' as never };

describe('pitfall 6: times on FHIR servers', () => {
  it("counts days by the practice's clock, whatever offset a server writes", () =>
    withTimes(
      {
        zone: 'Australia/Sydney',
        slots: [
          // All on 5 February in Sydney, which is eleven hours ahead of UTC then.
          slot('a', '2099-02-05T09:00:00+11:00', '2099-02-05T09:20:00+11:00'),
          slot('b', '2099-02-04T13:30:00Z', '2099-02-04T13:50:00Z'),
          slot('c', '2099-02-04T07:00:00-05:00', '2099-02-04T07:20:00-05:00'),
        ],
      },
      async (appointments) => {
        const { days } = await appointments.listFreeDays({ ...asks, from: '2099-02-04', to: '2099-02-06' }, { signal });
        assert.deepEqual(days, [{ day: '2099-02-04', count: 1 }, { day: '2099-02-05', count: 2 }]);
        const { items } = await appointments.listSlots({ ...asks, day: '2099-02-05' }, { signal });
        assert.deepEqual(items.map(({ id }) => id), ['b', 'a']);
      },
    ));

  it('tells of no slot whose time cannot be read, and of none that is over before it begins', () =>
    withTimes(
      {
        zone: 'America/New_York',
        slots: [
          slot('day', '2099-02-05', '2099-02-05'),
          slot('local', '2099-02-05T09:00:00', '2099-02-05T09:20:00'),
          slot('back', '2099-02-05T09:20:00Z', '2099-02-05T09:00:00Z'),
          slot('none', undefined, '2099-02-05T15:00:00Z'),
          slot('taken', '2099-02-05T15:00:00Z', '2099-02-05T15:20:00Z', { status: 'busy' }),
          slot('good', '2099-02-05T16:00:00Z', '2099-02-05T16:20:00Z'),
          slot('gone', '2019-02-05T16:00:00Z', '2019-02-05T16:20:00Z'),
        ],
      },
      async (appointments) => {
        const { items } = await appointments.listSlots({ ...asks, day: '2099-02-05' }, { signal });
        assert.deepEqual(items.map(({ id }) => id), ['good']);
      },
    ));

  it('asks for the whole of a day that is an hour longer or shorter', () =>
    withTimes({ zone: 'America/New_York' }, async (appointments, asked) => {
      // The clocks of New York go back on 1 November 2099, and on in the night to 8 March.
      for (const day of ['2099-11-01', '2099-03-08']) await appointments.listSlots({ ...asks, day }, { signal });
      const starts = asked().map((each) => each.getAll('start'));
      assert.deepEqual(starts, [
        ['ge2099-11-01T04:00:00.000Z', 'lt2099-11-02T05:00:00.000Z'],
        ['ge2099-03-08T05:00:00.000Z', 'lt2099-03-09T04:00:00.000Z'],
      ]);
    }));

  it('reads wishes as days and halves of them by the practice, and no wish from longer periods', () => {
    const visit = (requestedPeriod: readonly object[]) => ({
      resourceType: 'Appointment',
      id: 'asked',
      status: 'proposed',
      participant: [{ actor: { reference: 'Patient/sam' }, status: 'accepted' }],
      requestedPeriod,
    });
    const periods = [
      { start: '2099-02-04T13:00:00Z', end: '2099-02-05T01:00:00Z' },
      { start: '2099-02-05T12:00:00+11:00', end: '2099-02-06T00:00:00+11:00' },
      { start: '2099-02-01', end: '2099-02-28' },
      { start: '2099-02-01T00:00:00Z', end: '2099-02-28T00:00:00Z' },
    ];
    return withTimes({ zone: 'Australia/Sydney', visits: [visit(periods)] }, async (appointments) => {
      const { items } = await appointments.listAppointments({ subject: asks.subject, when: 'coming' }, { signal });
      assert.deepEqual(items[0]!.wishes, [{ day: '2099-02-05', half: 'morning' }, { day: '2099-02-05', half: 'afternoon' }]);
    });
  });
});

describe('pitfall 8: what single servers want', () => {
  it('asks Oracle by service type, from a beginning to an end', () =>
    withTimes({ zone: 'America/Chicago', profile: 'oracle' }, async (appointments, asked) => {
      await appointments.listFreeDays({ ...asks, from: '2099-02-01', to: '2099-02-28' }, { signal });
      assert.equal(asked().length, 2);
      for (const search of asked()) {
        assert.equal(search.get('service-type'), 'http://snomed.info/sct|185349003');
        assert.deepEqual(search.getAll('start').map((each) => each.slice(0, 2)), ['ge', 'lt']);
        assert.equal(search.get('status'), 'free');
      }
    }));
});
