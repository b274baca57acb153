import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Resource } from '@medplum/fhirtypes';
import type { Connection } from '../../src/adapter/adapter.js';
import { extension } from '../../src/adapters/fhir/terms.js';
import type { Appointment } from '../../src/model/appointment.js';
import { refused, signal, slotsOf, withVisits, write } from './fhir-visits-bench.js';

// What is said of a visit when the server fails right after it was written.

/** A server that says no to all that is read once something with `words` was written, until it is mended. */
function failingAfter(words: string, status: number) {
  const state = { hasWritten: false, isMended: false };
  const through: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    if (request.method === 'GET' && state.hasWritten && !state.isMended) return new Response('', { status });
    const isIt = request.method === 'POST' && (await request.clone().text()).includes(words);
    const answer = await fetch(request);
    if (isIt) state.hasWritten = true;
    return answer;
  };
  return { state, fetch: through };
}

const subjectOf = ({ subjects }: Connection) => subjects[0]!.id;
const bookingOf = (connection: Connection, slot: string, parts: object = {}) =>
  ({ subject: subjectOf(connection), service: 'blood-pressure' as never, slot: slot as never, ...parts });
const read = ({ appointments }: Connection, { id }: Appointment): Promise<Appointment> => appointments!.readAppointment(id, { signal });
const standing = async (connection: Connection, one: Appointment) => {
  const { status, movedTo } = await read(connection, one);
  return [status, movedTo];
};
const wait = (connection: Connection, moves?: Appointment): Promise<Appointment> =>
  connection.appointments!.request(
    { subject: subjectOf(connection), service: 'blood-pressure' as never, wishes: [], ...(moves && { moves: moves.id }) },
    write(),
  );

/** A visit of Sam's that was there before. */
const visit = (id: string, parts: object): Resource =>
  ({
    resourceType: 'Appointment',
    id,
    participant: ['Patient/sam-okafor', 'HealthcareService/blood-pressure'].map((reference) => ({ actor: { reference }, status: 'accepted' })),
    ...parts,
  }) as Resource;

describe('F04 a server that fails after a visit on FHIR was written', () => {
  for (const way of ['transaction', 'operation'] as const) {
    for (const status of [503, 429, 403, 401]) {
      it(`is not told of as if nothing was booked, and says so under the same key (${way}, ${status})`, () =>
        withVisits(way, async ({ as }) => {
          const { state, fetch } = failingAfter('"Appointment"', status);
          const sam = await as('sam-okafor', { fetch });
          const [first, second] = slotsOf('blood-pressure', 3);
          const plain = await as('sam-okafor');
          const old = await plain.appointments!.book(bookingOf(plain, first!.id!), write());
          const key = write();
          const booking = bookingOf(sam, second!.id!, { moves: old.id });
          await refused(sam.appointments!.book(booking, key), 'unknown-outcome');
          state.isMended = true;
          const booked = await sam.appointments!.book(booking, key);
          assert.equal(booked.status, 'booked');
          assert.deepEqual(await standing(sam, old), ['cancelled', booked.id]);
        }));
    }
  }

  it('leaves open whether a visit was cancelled, asked for, or had its words changed', () =>
    withVisits('transaction', async ({ as }) => {
      const sam = await as('sam-okafor');
      const booked = await sam.appointments!.book(bookingOf(sam, slotsOf('blood-pressure', 3)[0]!.id!), write());
      const acts = [
        (one: Connection, key: ReturnType<typeof write>) => one.appointments!.setTopic({ appointment: booked.id, topic: 'Ankles' }, key),
        (one: Connection, key: ReturnType<typeof write>) => one.appointments!.cancel({ appointment: booked.id, care: 'still' }, key),
        (one: Connection, key: ReturnType<typeof write>) =>
          one.appointments!.request({ subject: subjectOf(one), service: 'blood-pressure' as never, wishes: [] }, key),
      ];
      for (const act of acts) {
        const { state, fetch } = failingAfter('"Appointment"', 503);
        const cut = await as('sam-okafor', { fetch });
        const key = write();
        await refused(act(cut, key), 'unknown-outcome');
        state.isMended = true;
        await act(cut, key);
      }
      assert.equal((await read(sam, booked)).status, 'cancelled');
    }));

  it('leaves open whether an offer was taken or a request was confirmed', () =>
    withVisits('transaction', async ({ as }) => {
      const [sam, ana] = await Promise.all([as('sam-okafor'), as('ana-morales')]);
      const [first, second] = slotsOf('blood-pressure', 3);
      const service = 'blood-pressure' as never;
      const offer = await ana.schedule!.offer({ subject: subjectOf(sam), service, slots: [first!.id as never] }, write());
      const asked = await wait(sam);
      const acts = [
        { who: 'sam-okafor', act: (one: Connection, key: ReturnType<typeof write>) => one.appointments!.takeOffer({ offer: offer.id, slot: first!.id as never }, key) },
        { who: 'ana-morales', act: (one: Connection, key: ReturnType<typeof write>) => one.schedule!.confirm({ appointment: asked.id, slot: second!.id as never }, key) },
      ];
      for (const { who, act } of acts) {
        const { state, fetch } = failingAfter('"Appointment"', 503);
        const cut = await as(who, { fetch });
        const key = write();
        await refused(act(cut, key), 'unknown-outcome');
        state.isMended = true;
        assert.equal((await act(cut, key)).status, 'booked');
      }
      assert.equal((await sam.appointments!.readOffer(offer.id, { signal })).state, 'taken');
    }));
});

describe('what a visit on FHIR takes the place of', () => {
  it('is the visit that somebody has and their place on the waiting list, when they take an offer', () =>
    withVisits('transaction', async ({ as }) => {
      const [sam, ana] = await Promise.all([as('sam-okafor'), as('ana-morales')]);
      const [first, second] = slotsOf('blood-pressure', 3);
      const old = await sam.appointments!.book(bookingOf(sam, second!.id!), write());
      const waiting = await wait(sam, old);
      const times = { subject: subjectOf(sam), service: 'blood-pressure' as never, slots: [first!.id as never], moves: waiting.id };
      const offer = await ana.schedule!.offer(times, write());
      const booked = await sam.appointments!.takeOffer({ offer: offer.id, slot: first!.id as never }, write());
      for (const one of [waiting, old]) assert.deepEqual(await standing(sam, one), ['cancelled', booked.id]);
    }));

  it('is no request that a colleague has confirmed: what was offered for that has ended', () =>
    withVisits('transaction', async ({ as }) => {
      const [sam, ana] = await Promise.all([as('sam-okafor'), as('ana-morales')]);
      const [first, second] = slotsOf('blood-pressure', 3);
      const asked = await wait(sam);
      const times = { subject: subjectOf(sam), service: 'blood-pressure' as never, slots: [first!.id as never], moves: asked.id };
      const offer = await ana.schedule!.offer(times, write());
      await ana.schedule!.confirm({ appointment: asked.id, slot: second!.id as never }, write());
      assert.equal((await sam.appointments!.readOffer(offer.id, { signal })).state, 'ended');
      await refused(sam.appointments!.takeOffer({ offer: offer.id, slot: first!.id as never }, write()), 'conflict', 'slot');
      assert.equal((await read(sam, asked)).status, 'booked');
    }));

  it('does not end a request that is confirmed, where the visit it was to replace was cancelled meanwhile', () =>
    withVisits('transaction', async ({ as }) => {
      const [sam, ana] = await Promise.all([as('sam-okafor'), as('ana-morales')]);
      const [first, second] = slotsOf('blood-pressure', 3);
      const old = await sam.appointments!.book(bookingOf(sam, first!.id!), write());
      const asked = await wait(sam, old);
      await sam.appointments!.cancel({ appointment: old.id, care: 'still' }, write());
      const booked = await ana.schedule!.confirm({ appointment: asked.id, slot: second!.id as never }, write());
      assert.deepEqual([booked.id, booked.status], [asked.id, 'booked']);
      assert.deepEqual(await standing(sam, old), ['cancelled', undefined]);
    }));

  it('is no visit that has taken place by the time the request is confirmed', () => {
    const old = visit('was-there', { status: 'fulfilled', start: '2026-01-05T17:00:00Z', end: '2026-01-05T17:15:00Z' });
    const asked = visit('asked-for', { status: 'waitlist', extension: [extension('moves', 'Appointment/was-there')] });
    const test = async ({ as }: Parameters<Parameters<typeof withVisits>[1]>[0]): Promise<void> => {
      const [sam, ana] = await Promise.all([as('sam-okafor'), as('ana-morales')]);
      const slot = slotsOf('blood-pressure', 3)[0]!.id as never;
      const booked = await ana.schedule!.confirm({ appointment: 'asked-for' as never, slot }, write());
      assert.equal(booked.status, 'booked');
      assert.deepEqual(await standing(sam, { ...booked, id: 'was-there' as never }), ['done', undefined]);
    };
    return withVisits('transaction', test, [old, asked]);
  });

  it('is not forgotten when a confirmation is tried again and its time turns out to be taken: it is a request again', () =>
    withVisits('transaction', async ({ server, as }) => {
      const sam = await as('sam-okafor');
      const { start, end, id: slot } = slotsOf('blood-pressure', 3)[0]!;
      const asked = await wait(sam);
      const { state, fetch } = failingAfter('"Appointment"', 503);
      const ana = await as('ana-morales', { fetch });
      const key = write();
      const confirmed = { appointment: asked.id, slot: slot as never };
      await refused(ana.schedule!.confirm(confirmed, key), 'unknown-outcome');
      server.load([visit('twice', { status: 'booked', start, end, slot: [{ reference: `Slot/${slot}` }] })]);
      state.isMended = true;
      await refused(ana.schedule!.confirm(confirmed, key), 'conflict', 'slot');
      const { status, starts } = await read(sam, asked);
      assert.deepEqual([status, starts], ['waiting', undefined]);
    }));
});
