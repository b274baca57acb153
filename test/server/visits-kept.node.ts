import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Appointment, Hold } from 'carethread/model';
import { openDatabase } from '../../demo/server/database/open.js';
import { openDirectory } from '../../demo/server/directory/directory.js';
import { tidy } from '../../demo/server/housekeeping.js';
import { seedVisits } from '../../demo/server/visits/seed-visits.js';
import { demoPractice, startReferenceServer } from '../support/reference-server.js';
import { assertProblem, callerOf, contentOf, type Caller } from './caller.js';
import { onEachDatabase, sharedServer } from './each-database.js';
import { temporaryFile } from './temporary-file.js';
import { book, booked, bookers, freeSlots, HOUR, MONDAY } from './visits-told.js';

const MINUTE = HOUR / 60;

onEachDatabase('A time that is held', (database) => {
  let now = MONDAY;
  const shared = sharedServer(() => ({ database, withVisits: true, clock: () => now }), bookers);

  const put = (caller: Caller, slot: string, key?: string) => caller.put(`/slots/${slot}/hold`, { subject: 'sam-okafor' }, { key });
  const holdOf = async (caller: Caller, slot: string) => contentOf(Hold, await put(caller, slot), 200);
  const extend = (caller: Caller, slot: string) => caller.post(`/slots/${slot}/hold/extension`);
  const isFreeFor = async (caller: Caller, slot: string) =>
    (await freeSlots(caller, caller === shared.parts.rosa ? 'rosa-delgado' : 'sam-okafor')).some(({ id }) => id === slot);

  it('is free for its holder only, for five minutes, and three times five more', async () => {
    const { sam, rosa } = shared.parts;
    const [slot] = await freeSlots(sam, 'sam-okafor');
    const { until, left, canExtend } = await holdOf(sam, slot!.id);
    assert.deepEqual([Date.parse(until) - now, left, canExtend], [5 * MINUTE, 5 * MINUTE, true]);
    assert.deepEqual([await isFreeFor(sam, slot!.id), await isFreeFor(rosa, slot!.id)], [true, false]);
    now += MINUTE;
    assert.equal((await holdOf(sam, slot!.id)).left, 4 * MINUTE);
    for (const canGoOn of [true, true, false]) {
      now += 4 * MINUTE - 1;
      const longer = contentOf(Hold, await extend(sam, slot!.id), 200);
      assert.deepEqual([longer.left, longer.canExtend], [5 * MINUTE, canGoOn]);
      now += MINUTE;
    }
    assertProblem(await extend(sam, slot!.id), 409, 'conflict', 'slot');
    now += 4 * MINUTE;
    assert.equal(await isFreeFor(rosa, slot!.id), true);
    assertProblem(await extend(sam, slot!.id), 409, 'conflict', 'slot');
    const theirs = await rosa.put(`/slots/${slot!.id}/hold`, { subject: 'maya-delgado' });
    assert.equal(contentOf(Hold, theirs, 200).canExtend, true);
    assert.equal((await rosa.delete(`/slots/${slot!.id}/hold`)).status, 204);
  });

  it('is let go of for another, when it is given back, and when it is booked', async () => {
    const { sam, rosa } = shared.parts;
    const [one, other] = await freeSlots(sam, 'sam-okafor');
    await holdOf(sam, one!.id);
    await holdOf(sam, other!.id);
    assert.deepEqual([await isFreeFor(rosa, one!.id), await isFreeFor(rosa, other!.id)], [true, false]);
    assert.equal((await rosa.delete(`/slots/${other!.id}/hold`)).status, 204);
    assert.equal(await isFreeFor(rosa, other!.id), false);
    assert.equal((await sam.delete(`/slots/${other!.id}/hold`)).status, 204);
    assert.equal(await isFreeFor(rosa, other!.id), true);
    await holdOf(sam, one!.id);
    booked(await book(sam, 'sam-okafor', other!.id));
    assert.equal(await isFreeFor(rosa, one!.id), true);
  });

  it('is not held anew by the answer to an old key: it says how long is left, or that it is lost', async () => {
    const { sam } = shared.parts;
    const [slot] = await freeSlots(sam, 'sam-okafor');
    await put(sam, slot!.id, 'one-key-for-one-hold');
    now += MINUTE;
    assert.equal(contentOf(Hold, await put(sam, slot!.id, 'one-key-for-one-hold'), 200).left, 4 * MINUTE);
    now += 4 * MINUTE;
    assertProblem(await put(sam, slot!.id, 'one-key-for-one-hold'), 409, 'conflict', 'slot');
  });

  it('cannot be what is past, unknown, or for somebody else', async () => {
    const { sam, rosa } = shared.parts;
    const [child] = await freeSlots(rosa, 'leo-delgado', { service: 'well-child' });
    assertProblem(await put(sam, child!.id), 404, 'not-found');
    assertProblem(await put(sam, 'no-such-slot'), 404, 'not-found');
    assertProblem(await put(sam, 'no%00such'), 404, 'not-found');
    assertProblem(await put(rosa, child!.id), 404, 'not-found');
    const [slot] = await freeSlots(sam, 'sam-okafor');
    now = Date.parse(slot!.starts);
    const later = await callerOf(shared.server, 'sam-okafor');
    assertProblem(await put(later, slot!.id), 409, 'conflict', 'slot');
    assertProblem(await book(later, 'sam-okafor', slot!.id), 409, 'conflict', 'slot');
  });
});

describe('What a patient wants to talk about', () => {
  it('is gone from the database once it is taken away, and from answers that are kept for a retry', async (test) => {
    const { file, remove } = temporaryFile();
    const server = await startReferenceServer({ database: 'sqlite-file', file, withVisits: true, clock: () => MONDAY });
    test.after(async () => {
      await server.close();
      remove();
    });
    const { sam } = await bookers(server);
    const [slot] = await freeSlots(sam, 'sam-okafor');
    const key = 'the-key-of-a-booking';
    const body = { subject: 'sam-okafor', service: 'blood-pressure', slot: slot!.id, topic: 'Quite a secret' };
    const made = booked(await sam.post('/appointments', body, { key }));
    assert.deepEqual([made.topic, made.version], ['Quite a secret', '1']);
    const silent = await sam.put(`/appointments/${made.id}/topic`, { topic: ' ' }, { ifMatch: '"1"' });
    assert.equal(contentOf(Appointment, silent, 200).topic, undefined);
    assert.equal(booked(await sam.post('/appointments', body, { key })).topic, undefined);
    assertProblem(await sam.post('/appointments', { ...body, topic: 'Other' }, { key }), 409, 'conflict', 'Idempotency-Key');
    const database = await openDatabase({ file });
    const kept = await database.selectFrom('kept_answer').selectAll().execute();
    assert.equal(JSON.stringify(kept).includes('secret'), false);
    assert.equal(JSON.stringify(await database.selectFrom('appointment').selectAll().execute()).includes('secret'), false);
    await database.destroy();
  });

  it('I01 may be long to its limit and hold any sign, and is refused by its field beyond', async (test) => {
    const server = await startReferenceServer({ withVisits: true, clock: () => MONDAY });
    test.after(() => server.close());
    const { sam } = await bookers(server);
    const [slot] = await freeSlots(sam, 'sam-okafor');
    for (const topic of ['x'.repeat(751), 'a\u0000b', 'half \ud83d']) {
      assertProblem(await book(sam, 'sam-okafor', slot!.id, { topic }), 422, 'invalid', 'topic');
    }
    const { id, topic } = booked(await book(sam, 'sam-okafor', slot!.id, { topic: '🙂'.repeat(749) + '<' }));
    assert.equal(topic, '🙂'.repeat(749) + '<');
    assertProblem(await sam.put(`/appointments/${id}/topic`, { topic: 'x'.repeat(751) }), 422, 'invalid', 'topic');
  });
});

describe('Housekeeping', () => {
  it('forgets holds that ran out, offers that ended and times that are past, and no visit', async () => {
    const database = await openDatabase({ file: ':memory:' });
    const directory = await openDirectory(database, await demoPractice());
    await seedVisits(database, directory, MONDAY);
    const rows = async (table: 'slot' | 'hold' | 'offer' | 'offer_slot' | 'appointment') =>
      (await database.selectFrom(table).selectAll().execute()).length;
    const [free] = await database.selectFrom('slot').select('id').orderBy('starts').limit(1).execute();
    const until = new Date(MONDAY + 5 * MINUTE).toISOString();
    await database.insertInto('hold').values({ slot: free!.id, person: 'sam-okafor', until, extended: 0 }).execute();
    const all = await rows('slot');
    await tidy({ database, directory, clock: () => MONDAY });
    assert.deepEqual([await rows('hold'), await rows('offer_slot'), await rows('appointment')], [1, 3, 4]);
    await tidy({ database, directory, clock: () => MONDAY + 5 * MINUTE });
    assert.equal(await rows('hold'), 0);
    await tidy({ database, directory, clock: () => MONDAY + 10 * 24 * HOUR });
    assert.ok((await rows('slot')) < all);
    assert.deepEqual([await rows('offer'), await rows('offer_slot'), await rows('appointment')], [1, 0, 4]);
    // A demo that is started again goes on with the next two months, and with the same visits.
    await seedVisits(database, directory, MONDAY + 10 * 24 * HOUR);
    const { day } = await database.selectFrom('slot').select(({ fn }) => fn.max('day').as('day')).executeTakeFirstOrThrow();
    assert.ok(day > '2027-01-25', day);
    assert.equal(await rows('appointment'), 4);
    await database.destroy();
  });
});
