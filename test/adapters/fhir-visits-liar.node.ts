import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Appointment, Bundle } from '@medplum/fhirtypes';
import type { Connection } from '../../src/adapter/adapter.js';
import { refused, signal, slotsOf, withVisits, write } from './fhir-visits-bench.js';

// Servers that say they do a transaction, and do it in parts (Medplum as it is installed).

type Change = (bundle: Bundle) => Bundle;

/** Sends a transaction as something else, and answers as if it had been one. */
const lying =
  (change: Change): typeof fetch =>
  async (input, init) => {
    const request = new Request(input, init);
    const body = request.method === 'POST' ? await request.clone().text() : '';
    if (!body.includes('"type":"transaction"')) return fetch(request);
    const bundle = change({ ...(JSON.parse(body) as Bundle), type: 'batch' });
    const answer = await fetch(new Request(request, { body: JSON.stringify(bundle) }));
    const text = await answer.text();
    return new Response(text.replace('batch-response', 'transaction-response'), answer);
  };

const inParts = lying((bundle) => bundle);
/** Writes over what others wrote since. */
const careless = lying((bundle) => ({
  ...bundle,
  entry: bundle.entry!.map(({ request, ...entry }) => ({ ...entry, request: { ...request!, ifMatch: undefined! } })),
}));
/** Keeps slots to itself. */
const withoutSlots = lying((bundle) => ({
  ...bundle,
  entry: bundle.entry!.map((entry) =>
    entry.resource?.resourceType === 'Slot' ? { ...entry, request: { method: 'PUT' as const, url: 'Slot/none' }, resource: { ...entry.resource, id: 'none' } } : entry,
  ),
}));

const book = ({ appointments, subjects }: Connection, slot: string, parts: object = {}) =>
  appointments!.book({ subject: subjects[0]!.id, service: 'blood-pressure' as never, slot: slot as never, ...parts }, write());

/** How many live appointments a slot has, by what staff read from the server. */
async function liveIn(server: { readonly url: string; signIn(person: string): Promise<string> }, slot: string): Promise<number> {
  const headers = { authorization: `Bearer ${await server.signIn('ana-morales')}` };
  const found = (await (await fetch(`${server.url}/Appointment?slot=Slot/${slot}&_count=200`, { headers })).json()) as Bundle<Appointment>;
  return (found.entry ?? []).filter(({ resource }) => resource!.status === 'booked').length;
}

describe('F04 booking on FHIR servers that do not keep their word', () => {
  const slot = slotsOf('blood-pressure', 3)[0]!.id!;

  for (const [words, fetch] of [['does transactions in parts', inParts], ['also ignores versions', careless]] as const) {
    it(`books nobody twice where the server ${words}, however many ask at once`, () =>
      withVisits('transaction', async ({ server, as }) => {
        const [sam, rosa] = await Promise.all(['sam-okafor', 'rosa-delgado'].map((one) => as(one, { fetch })));
        const tries = Array.from({ length: 20 }, (_, place) => book([sam!, rosa!][place % 2]!, slot));
        const outcomes = await Promise.allSettled(tries);
        for (const each of outcomes) if (each.status === 'rejected') await refused(Promise.reject(each.reason as Error), 'conflict', 'slot');
        const booked = outcomes.filter(({ status }) => status === 'fulfilled').length;
        assert.ok(booked <= 1, `${booked} booked`);
        assert.equal(await liveIn(server, slot), booked);
        // What lost the time is nothing anybody has to see.
        const shown = await sam!.appointments!.listAppointments({ subject: sam!.subjects[0]!.id, when: 'past' }, { signal });
        assert.ok(shown.items.every(({ status }) => status !== 'withdrawn'));
      }));
  }

  it('takes a visit back where the server made it and would not give its time', () =>
    withVisits('transaction', async ({ server, as }) => {
      const sam = await as('sam-okafor', { fetch: withoutSlots });
      await refused(book(sam, slot), 'forbidden');
      assert.equal(await liveIn(server, slot), 0);
    }));

  it('keeps the old visit where the new time is lost', () =>
    withVisits('transaction', async ({ server, as }) => {
      const [sam, rosa] = await Promise.all([as('sam-okafor', { fetch: inParts }), as('rosa-delgado')]);
      const [first, second] = slotsOf('blood-pressure', 3);
      const old = await book(sam, first!.id!);
      await book(rosa, second!.id!);
      await refused(book(sam, second!.id!, { moves: old.id }), 'conflict', 'slot');
      assert.deepEqual(await sam.appointments!.readAppointment(old.id, { signal }), old);
      assert.equal(await liveIn(server, second!.id!), 1);
      const third = slotsOf('blood-pressure', 3)[2]!.id!;
      const moved = await book(sam, third, { moves: old.id });
      const after = await sam.appointments!.readAppointment(old.id, { signal });
      assert.deepEqual([after.status, after.movedTo], ['cancelled', moved.id]);
      assert.equal(await liveIn(server, first!.id!), 0);
    }));

  it('finds out under the same key what became of a booking that nobody answered', () =>
    withVisits('transaction', async ({ server, as }) => {
      let isCut = true;
      const cut: typeof fetch = async (input, init) => {
        const request = new Request(input, init);
        const isBooking = request.method === 'POST' && (await request.clone().text()).includes('"Appointment"');
        const answer = await fetch(request);
        if (!isBooking || !isCut) return answer;
        isCut = false;
        throw new TypeError('cut off');
      };
      const sam = await as('sam-okafor', { fetch: cut });
      const booking = { subject: sam.subjects[0]!.id, service: 'blood-pressure' as never, slot: slot as never };
      const key = write();
      await refused(sam.appointments!.book(booking, key), 'unknown-outcome');
      assert.equal((await sam.appointments!.book(booking, key)).status, 'booked');
      assert.equal(await liveIn(server, slot), 1);
    }));
});
