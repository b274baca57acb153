import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { AdapterError, type AdapterErrorCode, type Connection } from '../../src/adapter/index.js';
import { memoryAdapter, memoryBackend, type MemoryCall } from '../../src/adapters/memory/memory-adapter.js';
import { alderStreet, SCENARIO_NOW, SIGN_INS } from '../../src/adapters/memory/scenarios.js';
import {
  bookSlot,
  cancelAppointment,
  type Client,
  createClient,
  declineOffer,
  extendHold,
  holdSlot,
  listAppointments,
  listFreeDays,
  listServices,
  listSlots,
  readAppointment,
  readOffer,
  releaseSlot,
  requestVisit,
  setTopic,
  setWaiting,
  takeOffer,
} from '../../src/client/index.js';
import { once, patiently } from '../../src/conformance/steps.js';
import type { AppointmentId, Change, OfferId, ServiceId, Slot } from '../../src/model/index.js';

const { sam } = SIGN_INS;
const service = 'blood-pressure' as ServiceId;
const booked = 'sam-booked' as AppointmentId;
const offer = 'sam-offer' as OfferId;
const choice = { subject: sam, service };
const DAY = '2026-12-10';

/** Sam's client on a backend whose writes can end in a way; what it announces and reports. */
function setUp(change: (connection: Connection) => Connection = (connection) => connection) {
  const backend = memoryBackend(alderStreet, { now: () => Date.parse(SCENARIO_NOW) });
  let ending: AdapterErrorCode | undefined;
  const adapter = memoryAdapter({
    backend,
    me: sam,
    after({ method }: MemoryCall) {
      // What is read on the way comes.
      if (ending && !/^(connect|list|read)/.test(method)) throw new AdapterError(ending, 'told');
    },
  });
  const codes: string[] = [];
  const client = createClient(
    { name: 'told', connect: async (options) => change(await adapter.connect(options)) },
    { report: ({ code }) => void codes.push(code) },
  );
  const announced: Change[] = [];
  client.changes.announce = (changes) => void announced.push(...changes);
  const ends = (code?: AdapterErrorCode) => void (ending = code);
  return { backend, client, announced, codes, ends };
}

const firstSlot = async (client: Client): Promise<Slot> =>
  (await listSlots(client, { ...choice, day: DAY }, patiently)).items[0]!;

describe('visits of a client', () => {
  it('F27 are found, held, booked, read and given up', async () => {
    const { client } = setUp();
    assert.equal((await listServices(client, sam, patiently)).items[0]?.id, service);
    const { days } = await listFreeDays(client, { ...choice, from: DAY, to: DAY }, patiently);
    const { items } = await listSlots(client, { ...choice, day: DAY }, patiently);
    assert.deepEqual(days, [{ day: DAY, count: items.length }]);
    const { id: slot } = items[0]!;
    assert.equal((await holdSlot(client, { slot, subject: sam }, patiently)).left, 300_000);
    assert.equal((await extendHold(client, slot, patiently)).canExtend, true);
    await releaseSlot(client, slot, patiently);
    const { id } = await bookSlot(client, { ...choice, slot }, once());
    assert.equal((await readAppointment(client, id, patiently)).status, 'booked');
    assert.equal((await cancelAppointment(client, { appointment: id, care: 'still' }, once())).status, 'cancelled');
    const past = await listAppointments(client, { subject: sam, when: 'past' }, patiently);
    assert.ok(past.items.some((visit) => visit.id === id));
  });

  it('send what one wants to talk about with the line ends it is counted by', async () => {
    const sent: (string | undefined)[] = [];
    const { client } = setUp(({ appointments, ...connection }) => ({
      ...connection,
      appointments: {
        ...appointments!,
        book: (booking, options) => (sent.push(booking.topic), appointments!.book(booking, options)),
        setTopic: (said, options) => (sent.push(said.topic), appointments!.setTopic(said, options)),
      },
    }));
    const { id: slot } = await firstSlot(client);
    await bookSlot(client, { ...choice, slot, topic: 'one\r\ntwo\rthree' }, once());
    await setTopic(client, { appointment: booked, topic: 'four\r\nfive' }, once());
    assert.deepEqual(sent, ['one\ntwo\nthree', 'four\nfive']);
  });

  it('F13 that cannot be read are left out and reported, and the others are there', async () => {
    const { client, codes } = setUp(({ appointments, ...connection }) => ({
      ...connection,
      appointments: {
        ...appointments!,
        listSlots: async (query, options) => {
          const { items } = await appointments!.listSlots(query, options);
          return { items: [{ ...items[0]!, starts: 'soon' }, ...items.slice(1)] };
        },
        readAppointment: () => Promise.resolve('none' as never),
      },
    }));
    const { items } = await listSlots(client, { ...choice, day: DAY }, patiently);
    assert.ok(items.length > 0 && items.every(({ starts }) => starts !== 'soon'));
    assert.deepEqual(codes, ['unreadable']);
    await assert.rejects(readAppointment(client, booked, patiently), { code: 'malformed' });
  });
});

describe('a visit whose answer was lost', () => {
  it('F03 F27 is asked for again with the same key, and booked once', async () => {
    const { backend, client, ends } = setUp();
    const [options, { id: slot }] = [once(), await firstSlot(client)];
    const booking = { ...choice, slot, topic: 'Dizzy' };
    const before = backend.visits.appointments.size;
    ends('unknown-outcome');
    await assert.rejects(bookSlot(client, booking, options), { code: 'unknown-outcome' });
    ends();
    const { id } = await bookSlot(client, booking, options);
    assert.equal(backend.visits.appointments.size, before + 1);
    assert.equal(backend.visits.slot(slot)?.taken, id);
    // With another key it would be somebody who comes too late.
    await assert.rejects(bookSlot(client, booking, once()), { code: 'conflict', field: 'slot' });
  });

  it('F03 F27 is moved once, too, and the old one is given up once', async () => {
    const { backend, client, ends } = setUp();
    const [options, { id: slot }] = [once(), await firstSlot(client)];
    ends('unknown-outcome');
    await assert.rejects(bookSlot(client, { ...choice, slot, moves: booked }, options), { code: 'unknown-outcome' });
    ends();
    const { id } = await bookSlot(client, { ...choice, slot, moves: booked }, options);
    assert.equal(backend.visits.appointments.get(booked)?.said.movedTo, id);
  });
});

type Write = readonly [appointment: string | undefined, call: (client: Client, slot: Slot) => Promise<unknown>];
const wish = { day: '2026-12-10', half: 'morning' } as const;
const asked = { subject: sam, service: 'skin-check' as ServiceId, wishes: [wish] };
const which = { appointment: booked };
const WRITES: Readonly<Record<string, Write>> = {
  'a booking': [undefined, (client, { id }) => bookSlot(client, { ...choice, slot: id }, once())],
  'a move': [booked, (client, { id }) => bookSlot(client, { ...choice, slot: id, moves: booked }, once())],
  'a request': [undefined, (client) => requestVisit(client, asked, once())],
  'a cancellation': [booked, (client) => cancelAppointment(client, { ...which, care: 'still' }, once())],
  'what to talk about': [booked, (client) => setTopic(client, { ...which, topic: 'Dizzy' }, once())],
  'waiting for an earlier time': [booked, (client) => setWaiting(client, { ...which, waits: true }, once())],
  'an offer that is declined': [undefined, (client) => declineOffer(client, offer, once())],
  'an offer that is taken': [
    undefined,
    async (client) => {
      const { slots } = await readOffer(client, offer, patiently);
      return takeOffer(client, { offer, slot: slots[0]!.id }, once());
    },
  ],
};

describe('what is shown of visits is read again', () => {
  for (const [name, [appointment, call]] of Object.entries(WRITES)) {
    it(`after ${name}, also when no answer came or none that can be read`, async () => {
      for (const code of [undefined, 'unknown-outcome', 'malformed'] as const) {
        const { client, announced, ends } = setUp();
        const slot = await firstSlot(client);
        ends(code);
        await call(client, slot).catch(() => {});
        assert.deepEqual(
          announced.map((change) => [change.kind, change.appointment]),
          [['appointment', appointment]],
          code,
        );
      }
    });
  }

  it('but not for what was refused, or never left', async () => {
    for (const code of ['conflict', 'offline', 'stale', 'forbidden'] as const) {
      const { client, announced, ends } = setUp();
      const slot = await firstSlot(client);
      ends(code);
      await assert.rejects(bookSlot(client, { ...choice, slot: slot.id }, once()), { code });
      await assert.rejects(setTopic(client, { ...which, topic: 'Dizzy' }, once()), { code });
      assert.deepEqual(announced, []);
    }
  });

  it('F15 and a call given up before it left is not made', async () => {
    const { client, announced, backend } = setUp();
    const { id: slot } = await firstSlot(client);
    const signal = AbortSignal.abort(new Error('left the page'));
    const before = backend.visits.appointments.size;
    assert.throws(() => bookSlot(client, { ...choice, slot }, { ...once(), signal }), /left the page/);
    assert.deepEqual([announced.length, backend.visits.appointments.size], [0, before]);
  });
});
