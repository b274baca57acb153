import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Connection } from '../../src/adapter/adapter.js';
import type { WriteOptions } from '../../src/adapter/call-options.js';
import { newKey, newWords, once, patiently } from '../../src/conformance/steps.js';
import { aTime, book, choiceOf, freeSlots, serviceWhere, visitsOf } from '../../src/conformance/visits-steps.js';
import type { Service } from '../../src/model/service.js';
import type { Slot } from '../../src/model/slot.js';
import { startReferenceServer } from '../support/reference-server.js';
import { failure } from './fault-bench.js';
import { cutAfter, startFaultProxy, type FaultProxy } from './fault-proxy.js';
import { restAs } from './rest-backend.js';

interface Bench {
  readonly proxy: FaultProxy;
  readonly patient: Connection;
  readonly staff: Connection;
  /** Every address that was asked. */
  readonly urls: string[];
}

/** A patient with visits behind a proxy that can fail, and staff. */
async function withVisits(test: (bench: Bench) => Promise<void>) {
  const server = await startReferenceServer({ withVisits: true });
  const proxy = await startFaultProxy(server.url);
  const urls: string[] = [];
  const noting: typeof fetch = (input, init) => {
    urls.push((input as Request).url);
    return fetch(input, init);
  };
  try {
    const [patient, staff] = await Promise.all(
      ['sam-okafor', 'ana-morales'].map(async (person) => {
        const adapter = await restAs(server, person, { baseUrl: proxy.url, fetch: noting });
        return adapter.connect(patiently);
      }),
    );
    await test({ proxy, patient: patient!, staff: staff!, urls });
  } finally {
    await proxy.close();
    await server.close();
  }
}

describe('visits over REST', () => {
  it('name what they are for, and what somebody wants to talk about, in no address', () =>
    withVisits(async ({ patient, staff, urls }) => {
      const { service, slots } = await aTime(patient, 2);
      const words = newWords();
      urls.length = 0;
      const choice = choiceOf(patient, service);
      await patient.appointments!.listFreeDays({ ...choice, kind: 'in-person', from: '2030-01-01', to: '2030-01-02' }, patiently);
      await patient.appointments!.listSlots({ ...choice, kind: 'in-person', day: '2030-01-01' }, patiently);
      const { id } = await book(patient, service, slots[0]!, { topic: words });
      await patient.appointments!.setTopic({ appointment: id, topic: words }, once());
      await patient.appointments!.cancel({ appointment: id, care: 'elsewhere' }, once());
      await patient.appointments!.request({ ...choice, wishes: [], topic: words }, once());
      await staff.schedule!.offer({ ...choice, slots: [slots[1]!.id] }, once());
      assert.deepEqual(
        urls.map((url) => new URL(url)).map(({ pathname, search }) => pathname.replace(id, 'ID') + search),
        [
          '/slots/days',
          '/slots/search',
          '/appointments',
          '/appointments/ID/topic',
          '/appointments/ID/cancellation',
          '/appointments/requests',
          '/schedule/offers',
        ],
      );
    }));

  it('F02 that are torn off on the way are offline, and there once the way is back', () =>
    withVisits(async ({ proxy, patient }) => {
      proxy.next(cutAfter);
      const query = { subject: patient.me.id, when: 'coming' } as const;
      await failure(patient.appointments!.listAppointments(query, patiently), 'offline');
      assert.ok((await patient.appointments!.listAppointments(query, patiently)).items.length > 0);
    }));

  const WRITES: Record<string, (patient: Connection, service: Service, slot: Slot, options: WriteOptions) => Promise<unknown>> = {
    book: (patient, service, { id: slot }, options) => patient.appointments!.book({ ...choiceOf(patient, service), slot }, options),
    request: (patient, service, _slot, options) => patient.appointments!.request({ ...choiceOf(patient, service), wishes: [] }, options),
    hold: async (patient, _service, { id: slot }, options) => {
      // How long is left is said anew by each answer.
      const { left: _left, ...held } = await patient.appointments!.hold({ slot, subject: patient.me.id }, options);
      return held;
    },
  };
  for (const [name, write] of Object.entries(WRITES)) {
    it(`F03 a ${name} whose answer is lost is unsure, and has one effect under its key`, () =>
      withVisits(async ({ proxy, patient }) => {
        const service = (await serviceWhere(patient, ({ booking, hasWaitlist }) => booking === 'direct' && hasWaitlist))!;
        const [slot] = await freeSlots(patient, service, 1);
        const before = await visitsOf(patient, 'coming');
        const options = { ...patiently, key: newKey() };
        proxy.next(cutAfter, cutAfter);
        await failure(write(patient, service, slot!, options), 'unknown-outcome');
        await failure(write(patient, service, slot!, options), 'unknown-outcome');
        const first = await write(patient, service, slot!, options);
        assert.deepEqual(await write(patient, service, slot!, options), first);
        assert.equal((await visitsOf(patient, 'coming')).length, before.length + (name === 'hold' ? 0 : 1));
      }));
  }

  it('F03 a move whose answer is lost has moved, and moves nothing twice', () =>
    withVisits(async ({ proxy, patient }) => {
      const { service, slots } = await aTime(patient, 2);
      const { id: moves } = await book(patient, service, slots[0]!);
      const move = (options: WriteOptions) =>
        patient.appointments!.book({ ...choiceOf(patient, service), slot: slots[1]!.id, moves }, options);
      const options = { ...patiently, key: newKey() };
      proxy.next(cutAfter);
      await failure(move(options), 'unknown-outcome');
      const moved = await move(options);
      const old = await patient.appointments!.readAppointment(moves, patiently);
      assert.deepEqual([old.status, old.movedTo], ['cancelled', moved.id]);
      // Another try of one's own comes too late, and changes nothing.
      await failure(move({ ...patiently, key: newKey() }), 'conflict');
      assert.deepEqual(await patient.appointments!.readAppointment(moved.id, patiently), moved);
    }));
});
