import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { dayIn } from '../../src/model/zoned-time.js';
import { refused, signal, slotsOf, withVisits, write } from './fhir-visits-bench.js';

describe('visits on a FHIR server that says nothing of booking', () => {
  it('offers every visit to be asked for, by the days the practice is open, and tries nothing out', () =>
    withVisits('request', async ({ as }) => {
      const sam = await as('sam-okafor');
      const subject = sam.subjects[0]!.id;
      const { items } = await sam.appointments!.listServices({ subject }, { signal });
      assert.deepEqual([...new Set(items.map(({ booking }) => booking))], ['request']);
      const { weekdays, closed } = items.find(({ id }) => id === 'blood-pressure')!.request!;
      assert.deepEqual(weekdays, [1, 2, 3, 4, 5, 6]);
      assert.ok(closed.includes('2026-11-26') || Date.now() > Date.parse('2026-11-26'));
      assert.equal(sam.missing['appointments.book']?.code, 'unsupported');
      assert.equal(sam.missing['appointments.takeOffer']?.code, 'unsupported');
      const [slot] = slotsOf('blood-pressure');
      const day = dayIn('America/Los_Angeles', Date.parse(slot!.start));
      const asked = { subject, service: items[0]!.id };
      assert.deepEqual(await sam.appointments!.listFreeDays({ ...asked, from: day, to: day }, { signal }), { days: [] });
    }));

  it('A11 becomes a visit, the same one, when staff confirm it with a time', () =>
    withVisits('request', async ({ as }) => {
      const [sam, ana] = await Promise.all([as('sam-okafor'), as('ana-morales')]);
      const subject = sam.subjects[0]!.id;
      const { items } = await sam.appointments!.listServices({ subject }, { signal });
      const service = items.find(({ id }) => id === 'blood-pressure')!;
      const wishes = [{ day: service.request!.from, half: 'morning' as const }];
      const topic = 'My ankles';
      const asked = await sam.appointments!.request({ subject, service: service.id, wishes, topic }, write());
      assert.deepEqual([asked.status, asked.wishes, asked.topic], ['requested', wishes, topic]);
      assert.ok((await ana.schedule!.listRequests({}, { signal })).items.some(({ id }) => id === asked.id));
      const from = dayIn('America/Los_Angeles', Date.now() + 3 * 86_400_000);
      const { first } = await ana.appointments!.listFreeDays({ subject, service: service.id, from, to: from }, { signal });
      const [slot] = (await ana.appointments!.listSlots({ subject, service: service.id, day: first! }, { signal })).items;
      const given = { ...write(), ifVersion: asked.version };
      const booked = await ana.schedule!.confirm({ appointment: asked.id, slot: slot!.id }, given);
      assert.deepEqual([booked.id, booked.status, booked.starts], [asked.id, 'booked', slot!.starts]);
      assert.deepEqual(await ana.schedule!.confirm({ appointment: asked.id, slot: slot!.id }, given), booked);
      const told = await sam.appointments!.readAppointment(asked.id, { signal });
      assert.deepEqual([told.status, told.practitioner?.name], ['booked', 'June Carter']);
      const cancelled = await sam.appointments!.cancel({ appointment: asked.id, care: 'still' }, write());
      assert.equal(cancelled.status, 'cancelled');
      const free = await ana.appointments!.listSlots({ subject, service: service.id, day: first! }, { signal });
      assert.ok(free.items.some(({ id }) => id === slot!.id), 'the server has its time back');
    }));

  it('two who confirm two requests with one time book one of them', () =>
    withVisits('request', async ({ as }) => {
      const [sam, rosa, ana, lee] = await Promise.all(['sam-okafor', 'rosa-delgado', 'ana-morales', 'grace-lee'].map((one) => as(one)));
      const service = 'doctor-visit' as never;
      const [slot] = slotsOf('doctor-visit');
      const asked = await Promise.all(
        [sam!, rosa!].map(async ({ appointments, subjects }) => {
          const subject = subjects[0]!.id;
          const { items } = await appointments!.listServices({ subject }, { signal });
          const day = items.find(({ id }) => id === service)!.request!.from;
          return appointments!.request({ subject, service, wishes: [{ day, half: 'afternoon' }] }, write());
        }),
      );
      const confirmed = await Promise.allSettled(
        asked.map(({ id }, place) => [ana!, lee!][place]!.schedule!.confirm({ appointment: id, slot: slot!.id as never }, write())),
      );
      assert.deepEqual(confirmed.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
      const [lost] = confirmed.flatMap((each) => (each.status === 'rejected' ? [each.reason as unknown] : []));
      await refused(Promise.reject(lost as Error), 'conflict', 'slot');
      const states = await Promise.all(asked.map(({ id }) => ana!.appointments!.readAppointment(id, { signal })));
      assert.deepEqual(states.map(({ status }) => status).sort(), ['booked', 'requested']);
    }));
});
