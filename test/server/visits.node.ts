import assert from 'node:assert/strict';
import { it } from 'node:test';
import { pageOf, Slot, SlotOffer } from 'carethread/model';
import { assertProblem, callerOf, contentOf } from './caller.js';
import { onEachDatabase, sharedServer } from './each-database.js';
import { appointmentAt, appointments, book, booked, bookers, freeDays, freeSlots, HOUR, MONDAY, services } from './visits-told.js';

onEachDatabase('Visits', (database) => {
  let now = MONDAY;
  const shared = sharedServer(() => ({ database, withVisits: true, clock: () => now }), bookers);
  const choice = { subject: 'sam-okafor', service: 'doctor-visit' };

  it('are for what the practice offers a subject: a child’s visit for children, and what a doctor wants', async () => {
    const { sam, rosa, ana } = shared.parts;
    const named = async (...given: Parameters<typeof services>) => (await services(...given)).map(({ id }) => id as string);
    assert.deepEqual(await named(sam, 'sam-okafor'), ['blood-pressure', 'doctor-visit', 'skin-check']);
    assert.deepEqual(await named(rosa, 'maya-delgado'), ['blood-pressure', 'doctor-visit', 'well-child', 'skin-check']);
    assert.deepEqual(await named(ana, 'leo-delgado'), await named(rosa, 'leo-delgado'));
    const [pressure, doctor] = await services(sam, 'sam-okafor');
    assert.deepEqual([pressure!.places[0]!.address, pressure!.wanted], ['214 Alder Street, Seattle, WA 98101', undefined]);
    assert.deepEqual([doctor!.wanted!.by, doctor!.wanted!.asker!.name], ['2026-12-31', 'Dr. Grace Lee']);
    const { from, to, closed, halves } = doctor!.request!;
    assert.deepEqual([from, to, closed, halves], ['2026-11-24', '2027-01-22', ['2026-11-26', '2026-11-27'], ['morning', 'afternoon']]);
    const [, wanted] = await services(rosa, 'rosa-delgado');
    assert.equal(wanted!.wanted, undefined);
    assertProblem(await rosa.post('/slots/days', { subject: 'rosa-delgado', service: 'well-child', from: '2026-12-01', to: '2026-12-02' }), 404, 'not-found');
  });

  it('have free times on the practice’s days, none on its holidays, and none before now', async () => {
    const { sam, ana } = shared.parts;
    const { days, first, last } = await freeDays(sam, { ...choice, from: '2026-11-01', to: '2027-01-01' });
    const on = new Map(days.map(({ day, count }) => [day, count]));
    assert.deepEqual([on.has('2026-11-26'), on.has('2026-11-27'), on.has('2026-11-29')], [false, false, false]);
    assert.deepEqual([first, days[0]!.day, last], ['2026-11-23', '2026-11-23', '2027-01-20']);
    for (const [day, count] of [...on].slice(0, 5)) {
      const slots = contentOf(pageOf(Slot), await ana.post('/slots/search', { ...choice, day }), 200).items;
      assert.equal(slots.length, count);
      const starts = slots.map((slot) => slot.starts);
      assert.deepEqual(starts, [...starts].sort());
      assert.ok(starts.every((start) => Date.parse(start) > now));
      // It is one day in Seattle, whatever it is elsewhere.
      for (const start of starts) {
        assert.equal(new Date(start).toLocaleDateString('sv', { timeZone: 'America/Los_Angeles' }), day);
      }
    }
    const late = await freeDays(sam, { ...choice, from: '2026-11-26', to: '2026-11-27' });
    assert.deepEqual([late.days, late.first], [[], '2026-11-30']);
    assert.deepEqual(await freeDays(sam, { ...choice, service: 'skin-check', from: '2026-12-01', to: '2026-12-02' }), { days: [] });
  });

  it('are found by who, how and where, each day counted as its times are listed', async () => {
    const { sam } = shared.parts;
    const stretch = { from: '2026-11-24', to: '2026-12-31' };
    const total = async (more: object) =>
      (await freeDays(sam, { ...choice, ...more, ...stretch })).days.reduce((sum, { count }) => sum + count, 0);
    const all = await total({});
    assert.equal((await total({ practitioner: 'grace-lee' })) + (await total({ practitioner: 'leila-haddad' })), all);
    assert.equal((await total({ kind: 'phone' })) + (await total({ kind: 'video' })) + (await total({ kind: 'in-person' })), all);
    assert.equal(await total({ place: 'alder-street' }), await total({ kind: 'in-person' }));
    assert.equal(await total({ place: 'no\u0000where' }), 0);
    const { first } = await freeDays(sam, { ...choice, kind: 'video', ...stretch });
    const { items } = contentOf(pageOf(Slot), await sam.post('/slots/search', { ...choice, kind: 'video', day: first }), 200);
    assert.deepEqual(new Set(items.map(({ kind, place }) => `${kind} ${place?.id}`)), new Set(['video undefined']));
  });

  it('I01 are looked for in stretches that can be, with bookmarks of one list', async () => {
    const { sam } = shared.parts;
    const ask = (from: string, to: string) => sam.post('/slots/days', { ...choice, from, to });
    assert.equal((await ask('2026-12-01', '2027-01-31')).status, 200);
    assertProblem(await ask('2026-12-01', '2027-02-01'), 422, 'invalid', 'to');
    assertProblem(await ask('2026-12-01', '2026-11-30'), 422, 'invalid', 'to');
    assertProblem(await ask('2026-12-32', '2026-12-33'), 400, 'invalid', 'from');
    assertProblem(await sam.post('/slots/search', { ...choice, day: '2026-12-01', after: 'x.y' }), 400, 'invalid', 'after');
    assertProblem(await sam.get('/appointments?subject=sam-okafor&when=soon'), 400, 'invalid', 'when');
  });

  it('start with the demo’s: one to come, one asked for, one behind and one cancelled', async () => {
    const { sam } = shared.parts;
    const coming = await appointments(sam, 'sam-okafor', 'coming');
    assert.deepEqual(coming.map(({ id, status }) => [id as string, status]), [['sam-asked', 'requested'], ['sam-booked', 'booked']]);
    assert.deepEqual([coming[0]!.wishes.length, coming[0]!.answerBy, coming[1]!.canMove], [2, '2026-11-25T02:00:00.000Z', true]);
    assert.ok(coming[1]!.topic && coming[1]!.preparation && Date.parse(coming[1]!.starts!) > now + 13 * 24 * HOUR);
    const past = await appointments(sam, 'sam-okafor', 'past');
    assert.deepEqual(past.map(({ id, status }) => [id as string, status]), [['sam-past', 'done'], ['sam-cancelled', 'cancelled']]);
    assert.ok(past[0]!.instructions);
  });

  it('are moved as one act: the old time is free again, and what to talk about goes along', async () => {
    const { sam, rosa } = shared.parts;
    const [first, second] = await freeSlots(sam, 'sam-okafor', { from: '2026-12-07' });
    const old = booked(await book(sam, 'sam-okafor', first!.id, { topic: 'My ankles.' }));
    // A time that is lost leaves everything as it is.
    const theirs = booked(await book(rosa, 'rosa-delgado', second!.id));
    assertProblem(await book(sam, 'sam-okafor', second!.id, { moves: old.id }), 409, 'conflict', 'slot');
    assert.deepEqual(await appointmentAt(sam, old.id), old);
    assert.equal((await rosa.post(`/appointments/${theirs.id}/cancellation`, { care: 'unsure' })).status, 200);
    const moved = booked(await book(sam, 'sam-okafor', second!.id, { moves: old.id }));
    assert.deepEqual([moved.starts, moved.topic], [second!.starts, 'My ankles.']);
    const before = await appointmentAt(sam, old.id);
    assert.deepEqual([before.status, before.movedTo, before.canMove], ['cancelled', moved.id, false]);
    assert.deepEqual((await freeSlots(rosa, 'rosa-delgado', { from: '2026-12-07' })).map(({ id }) => id).includes(first!.id), true);
    assertProblem(await book(sam, 'sam-okafor', first!.id, { moves: old.id }), 409, 'conflict', 'moves');
    assertProblem(await book(rosa, 'rosa-delgado', first!.id, { moves: moved.id }), 404, 'not-found');
  });

  it('no longer show what was offered for them once it is declined', async () => {
    const { sam, ana } = shared.parts;
    const [first, second] = await freeSlots(sam, 'sam-okafor', { from: '2026-12-10' });
    const { id } = booked(await book(sam, 'sam-okafor', second!.id));
    const given = { subject: 'sam-okafor', service: 'blood-pressure', slots: [first!.id], moves: id };
    const offer = contentOf(SlotOffer, await ana.post('/schedule/offers', given), 201);
    assert.equal((await appointmentAt(sam, id)).offer, offer.id);
    const declined = await sam.delete(`/offers/${offer.id}`);
    assert.equal(contentOf(SlotOffer, declined, 200).state, 'ended');
    const after = await appointmentAt(sam, id);
    assert.deepEqual([after.offer, after.status], [undefined, 'booked']);
  });

  it('can be moved and cancelled until a day before, and are done once they are over', async () => {
    const { sam } = shared.parts;
    const [slot] = await freeSlots(sam, 'sam-okafor', { from: '2026-12-16' });
    const { id } = booked(await book(sam, 'sam-okafor', slot!.id));
    const start = Date.parse(slot!.starts);
    const seen = async (at: number) => {
      now = at;
      // Who has signed in for this long has to do so anew.
      const later = await callerOf(shared.server, 'sam-okafor');
      const { status, canMove, canCancel } = await appointmentAt(later, id);
      const cancelled = await later.post(`/appointments/${id}/cancellation`, { care: 'still' }, { ifMatch: '"0"' });
      assertProblem(cancelled, 412, 'stale');
      return [status, canMove, canCancel];
    };
    assert.deepEqual(await seen(start - 24 * HOUR - 1), ['booked', true, true]);
    assert.deepEqual(await seen(start - 24 * HOUR), ['booked', false, false]);
    const late = await callerOf(shared.server, 'sam-okafor');
    assertProblem(await late.post(`/appointments/${id}/cancellation`, { care: 'still' }), 409, 'conflict', 'appointment');
    assert.deepEqual(await seen(Date.parse(slot!.ends)), ['booked', false, false]);
    assert.deepEqual(await seen(Date.parse(slot!.ends) + 1), ['done', false, false]);
    const after = await callerOf(shared.server, 'sam-okafor');
    assertProblem(await after.put(`/appointments/${id}/topic`, { topic: 'Late' }), 409, 'conflict', 'appointment');
    assert.equal((await appointments(after, 'sam-okafor', 'past'))[0]!.id, id);
  });
});
