import assert from 'node:assert/strict';
import { it } from 'node:test';
import { Hold } from 'carethread/model';
import { openDatabase } from '../../demo/server/database/open.js';
import { addAppointment } from '../../demo/server/visits/saving.js';
import type { Act } from '../../demo/server/conversation/act.js';
import type { OfferedService } from '../../demo/server/directory/offered-service.js';
import { dropSchema, freshSchema } from '../support/reference-server.js';
import { assertProblem, contentOf, type Answer } from './caller.js';
import { onEachDatabase, sharedServer } from './each-database.js';
import { appointmentAt, appointments, book, booked, bookers, freeSlots, MONDAY, offerAt, wait } from './visits-told.js';

/** How many answers have which status. */
const counted = (answers: readonly Answer[]): Record<number, number> =>
  Object.fromEntries([...new Set(answers.map(({ status }) => status))].map((status) => [status, answers.filter((one) => one.status === status).length]));

const FIFTY = Array.from({ length: 50 }, (_, index) => index);

onEachDatabase('One time for many', (database) => {
  let now = MONDAY;
  const shared = sharedServer(() => ({ database, withVisits: true, clock: () => now }), bookers);

  it('is booked once by fifty who ask at the same moment, and 49 are told that it is taken', async () => {
    const { sam, rosa } = shared.parts;
    const [slot] = await freeSlots(sam, 'sam-okafor');
    const who = [[sam, 'sam-okafor'], [rosa, 'rosa-delgado'], [rosa, 'leo-delgado']] as const;
    const answers = await Promise.all(
      FIFTY.map((index) => {
        const [caller, subject] = who[index % 3]!;
        return book(caller, subject, slot!.id, { topic: `Topic ${index}` });
      }),
    );
    assert.deepEqual(counted(answers), { 201: 1, 409: 49 });
    for (const answer of answers) if (answer.status === 409) assertProblem(answer, 409, 'conflict', 'slot');
    const all = await Promise.all(who.map(([caller, subject]) => appointments(caller, subject, 'coming')));
    assert.equal(all.flat().filter(({ starts, label }) => starts === slot!.starts && label.startsWith('Blood')).length, 1);
  });

  it('is booked once by one who asks fifty times with the same key, and each time is told of the same visit', async () => {
    const { sam } = shared.parts;
    const [slot] = await freeSlots(sam, 'sam-okafor', { from: '2026-12-07' });
    const body = { subject: 'sam-okafor', service: 'blood-pressure', slot: slot!.id };
    const answers = await Promise.all(FIFTY.map(() => sam.post('/appointments', body, { key: 'the-same-key-for-all-of-them' })));
    assert.equal(new Set(answers.map((answer) => booked(answer).id)).size, 1);
  });

  it('is held by one of two who ask at the same moment, twenty times over', async () => {
    const { sam, rosa } = shared.parts;
    for (let round = 0; round < 20; round++) {
      const [slot] = await freeSlots(sam, 'sam-okafor', { from: '2026-12-14' });
      const path = `/slots/${slot!.id}/hold`;
      const answers = await Promise.all([
        sam.put(path, { subject: 'sam-okafor' }),
        rosa.put(path, { subject: 'rosa-delgado' }),
        sam.put(path, { subject: 'sam-okafor' }),
        rosa.put(path, { subject: 'leo-delgado' }),
      ]);
      assert.deepEqual(counted(answers), { 200: 2, 409: 2 });
      now += 6 * 60_000;
    }
  });

  it('is held by one or booked by another, never both', async () => {
    const { sam, rosa } = shared.parts;
    const [slot, other] = await freeSlots(sam, 'sam-okafor', { from: '2026-12-14' });
    const [held, taken] = await Promise.all([
      sam.put(`/slots/${slot!.id}/hold`, { subject: 'sam-okafor' }),
      book(rosa, 'rosa-delgado', slot!.id),
    ]);
    assert.deepEqual([held.status, taken.status].sort(), [held.status === 200 ? 200 : 201, 409]);
    // What is held can be booked by who holds it, and by nobody else.
    const { until } = contentOf(Hold, await sam.put(`/slots/${other!.id}/hold`, { subject: 'sam-okafor' }), 200);
    assertProblem(await book(rosa, 'rosa-delgado', other!.id), 409, 'conflict', 'slot');
    now = Date.parse(until);
    booked(await book(rosa, 'rosa-delgado', other!.id));
  });

  it('goes to the first of several on the waitlist who take it, and the others read that it is gone', async () => {
    const { sam, rosa } = shared.parts;
    const [slot] = await freeSlots(sam, 'sam-okafor', { from: '2026-12-28' });
    const { id } = booked(await book(sam, 'sam-okafor', slot!.id));
    const waiting = [
      [sam, await wait(sam, 'sam-okafor')],
      [rosa, await wait(rosa, 'rosa-delgado')],
      [rosa, await wait(rosa, 'leo-delgado')],
    ] as const;
    assert.equal((await sam.post(`/appointments/${id}/cancellation`, { care: 'no-longer' })).status, 200);
    const offers = await Promise.all(waiting.map(async ([caller, entry]) => [caller, (await appointmentAt(caller, entry.id)).offer!] as const));
    const answers = await Promise.all(offers.map(([caller, offer]) => caller.post(`/offers/${offer}/taking`, { slot: slot!.id })));
    assert.deepEqual(counted(answers), { 201: 1, 409: 2 });
    const states = await Promise.all(offers.map(async ([caller, offer]) => (await offerAt(caller, offer)).state));
    assert.deepEqual(states.sort(), ['ended', 'ended', 'taken']);
  });

  it('is not booked twice by the database itself, whatever asks for it', async (test) => {
    const schema = freshSchema();
    const url = process.env.DATABASE_URL ?? '';
    const own = await openDatabase(database === 'postgres' ? { url, schema } : { file: ':memory:' });
    test.after(async () => {
      await own.destroy();
      if (database === 'postgres') await dropSchema(schema);
    });
    const service = { id: 'any', label: 'Any' } as unknown as OfferedService;
    const reader = { record: { practice: { id: 'alder-street' } } };
    const act = { database: own, reader, now: '2026-11-23T22:34:00.000Z', change: 1 } as unknown as Act;
    const said = { subject: 'sam-okafor', slot: 'one' } as const;
    await addAppointment(act, service, { ...said, status: 'booked' });
    await addAppointment(act, service, { ...said, status: 'cancelled' });
    await assert.rejects(addAppointment(act, service, { ...said, status: 'booked' }), { code: 'conflict' });
    await assert.rejects(own.updateTable('appointment').set({ status: 'booked' }).where('status', '=', 'cancelled').execute());
  });
});
