import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { manySlots } from '../../src/adapters/memory/many.js';
import {
  memoryAdapter,
  type MemoryAdapterOptions,
  memoryBackend,
  type Scenario,
  type ScenarioVisits,
} from '../../src/adapters/memory/memory-adapter.js';
import { drLee, sam } from '../../src/adapters/memory/people.js';
import {
  alderStreet,
  emptyPractice,
  offeredTimes,
  SCENARIO_NOW,
  SIGN_INS,
} from '../../src/adapters/memory/scenarios.js';
import { once, patiently } from '../../src/conformance/steps.js';
import { strictConnection } from '../../src/conformance/strict.js';
import type { AppointmentId, OfferId, ServiceId, SlotId } from '../../src/model/index.js';

const HOUR = 3_600_000;
const service = 'visit' as ServiceId;
const choice = { subject: sam.id, service };

const slot = (id: string, starts: string, minutes = 30) => ({
  id: id as SlotId,
  service,
  starts,
  ends: new Date(Date.parse(starts) + minutes * 60_000).toISOString(),
  kind: 'phone' as const,
  practitioner: drLee,
});

const visits: ScenarioVisits = {
  services: [
    {
      id: service,
      label: 'Visit',
      kinds: ['phone'],
      practitioners: [drLee],
      places: [],
      booking: 'direct',
      hasWaitlist: true,
      cancelBefore: 2,
    },
  ],
  slots: [
    slot('late', '2026-11-25T07:45:00Z'),
    slot('soon', '2026-11-24T02:00:00Z'),
    slot('taken', '2026-11-24T03:00:00Z'),
  ],
  appointments: [
    {
      id: 'own' as AppointmentId,
      slot: 'taken' as SlotId,
      subject: sam,
      status: 'booked',
      service,
      label: 'Visit',
      starts: '2026-11-24T03:00:00Z',
      ends: '2026-11-24T03:30:00Z',
      wishes: [],
      waits: false,
    },
  ],
};

/** Sam's and Rosa's view of a backend whose clock is set by hand. */
async function setUp(scenario: Scenario = { ...emptyPractice, visits }, options: Partial<MemoryAdapterOptions> = {}) {
  let now = Date.parse(SCENARIO_NOW);
  const backend = memoryBackend(scenario, { now: () => now });
  const as = async (me = SIGN_INS.sam) =>
    strictConnection(await memoryAdapter({ backend, me, ...options }).connect(patiently));
  return { backend, as, sam: await as(), pass: (time: number) => void (now += time) };
}

const own = 'own' as AppointmentId;

describe('visits in memory', () => {
  it('are those of the scenario, which stays as it was', async () => {
    const before = structuredClone(visits);
    const { appointments } = (await setUp()).sam;
    await appointments!.book({ ...choice, slot: 'soon' as SlotId, moves: own }, once());
    await appointments!.request({ ...choice, wishes: [] }, once());
    assert.deepEqual(visits, before);
    const again = (await setUp()).sam.appointments!;
    assert.equal((await again.readAppointment(own, patiently)).status, 'booked');
  });

  it("have days by the practice's clock: a quarter to midnight there is the next day in UTC", async () => {
    const { appointments } = (await setUp()).sam;
    const { days } = await appointments!.listFreeDays({ ...choice, from: '2026-11-23', to: '2026-11-26' }, patiently);
    assert.deepEqual(days, [
      { day: '2026-11-23', count: 1 },
      { day: '2026-11-24', count: 1 },
    ]);
    const { items } = await appointments!.listSlots({ ...choice, day: '2026-11-24' }, patiently);
    assert.deepEqual(
      items.map(({ id }) => id),
      ['late'],
    );
  });

  it('can be moved and cancelled until shortly before, and are done once they have ended', async () => {
    const {
      sam: { appointments },
      pass,
    } = await setUp();
    const told = async () => {
      const { status, canMove, canCancel } = await appointments!.readAppointment(own, patiently);
      return [status, canMove, canCancel];
    };
    assert.deepEqual(await told(), ['booked', true, true]);
    pass(3 * HOUR);
    assert.deepEqual(await told(), ['booked', false, false]);
    const late = { code: 'conflict', field: 'appointment' };
    await assert.rejects(appointments!.cancel({ appointment: own, care: 'still' }, once()), late);
    pass(2 * HOUR);
    assert.deepEqual(await told(), ['done', false, false]);
    await assert.rejects(appointments!.setTopic({ appointment: own, topic: 'Late' }, once()), late);
    const past = await appointments!.listAppointments({ subject: sam.id, when: 'past' }, patiently);
    assert.deepEqual(
      past.items.map(({ id }) => id),
      [own],
    );
  });

  it('offer what becomes free for two hours, or until two hours before it starts, and not after that', async () => {
    for (const [passed, expected] of [
      [0, '2026-11-24T00:34:00.000Z'],
      [1.5 * HOUR, '2026-11-24T01:00:00.000Z'],
    ] as const) {
      const {
        sam: { appointments },
        as,
        pass,
      } = await setUp();
      const rosa = await as(SIGN_INS.rosa);
      const { id } = await rosa.appointments!.request({ subject: rosa.me.id, service, wishes: [] }, once());
      pass(passed);
      await appointments!.cancel({ appointment: own, care: 'no-longer' }, once());
      const { offer } = await rosa.appointments!.readAppointment(id, patiently);
      assert.equal((await rosa.appointments!.readOffer(offer!, patiently)).until, expected);
      const waits = async () => (await rosa.appointments!.readAppointment(id, patiently)).offer;
      pass(2 * HOUR);
      assert.equal((await rosa.appointments!.readOffer(offer!, patiently)).state, 'ended');
      assert.equal(await waits(), offer);
      await rosa.appointments!.declineOffer({ offer: offer! }, once());
      assert.equal(await waits(), undefined, 'what was declined is not shown');
    }
  });

  it('F27 do without holds where they are told to, and say so', async () => {
    const without = ['hold', 'extend', 'release'].map((method) => `appointments.${method}`);
    const {
      sam: { appointments, missing },
    } = await setUp(undefined, { without });
    assert.deepEqual(
      without.map((name) => missing[name]?.code),
      ['unsupported', 'unsupported', 'unsupported'],
    );
    assert.equal(appointments!.hold, undefined);
    assert.equal((await appointments!.book({ ...choice, slot: 'soon' as SlotId }, once())).status, 'booked');
  });

  it('can be many', async () => {
    const { appointments } = (await setUp(manySlots(90, 40))).sam;
    const { days, last } = await appointments!.listFreeDays(
      { ...choice, from: '2026-11-23', to: '2027-01-23' },
      patiently,
    );
    assert.equal(days.length, 61);
    assert.ok(days.every(({ count }) => count === 40));
    assert.equal(last, '2027-02-21');
  });

  it('are on Alder Street in every state that a picture needs, on any day of the year', async () => {
    for (const days of [0, 40, 100, 200, 300]) {
      const at = Date.parse(SCENARIO_NOW) + days * 24 * HOUR;
      const backend = memoryBackend({ ...alderStreet, threads: [offeredTimes] }, { now: () => at });
      const { appointments } = strictConnection(await memoryAdapter({ backend, me: SIGN_INS.sam }).connect(patiently));
      const [coming, past] = await Promise.all(
        (['coming', 'past'] as const).map((when) =>
          appointments!.listAppointments({ subject: sam.id, when }, patiently),
        ),
      );
      assert.deepEqual(
        coming!.items.map(({ status }) => status),
        ['requested', 'booked'],
      );
      assert.deepEqual(
        past!.items.map(({ status }) => status),
        ['done', 'cancelled'],
      );
      assert.ok(coming!.items.every(({ wishes }) => wishes.every(({ day }) => Date.parse(day) > at)));
      const { state, slots } = await appointments!.readOffer('sam-offer' as OfferId, patiently);
      assert.deepEqual([state, slots.length], ['open', 3]);
    }
  });
});
