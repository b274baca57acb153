import assert from 'node:assert/strict';
import { it } from 'node:test';
import { Changes } from 'carethread/model';
import { assertProblem, callerOf, type Answer, type Caller } from './caller.js';
import { onEachDatabase, sharedServer } from './each-database.js';
import { twoPractices } from './people.js';
import { appointmentAt, appointments, book, booked, freeSlots, MONDAY, offerAt, wait } from './visits-told.js';

onEachDatabase('Visits and who they belong to', (database) => {
  const shared = sharedServer(
    async () => ({ database, practiceFile: await twoPractices(), withVisits: true, clock: () => MONDAY }),
    async (server) => ({
      sam: await callerOf(server, 'sam-okafor'),
      rosa: await callerOf(server, 'rosa-delgado'),
      ana: await callerOf(server, 'ana-morales'),
      omar: await callerOf(server, 'omar-reed'),
      ida: await callerOf(server, 'ida-berg'),
    }),
  );

  const reads = async (caller: Caller, id: string, offer: string): Promise<Answer[]> => [
    await caller.get(`/appointments/${id}`),
    await caller.get(`/offers/${offer}`),
    await caller.get('/services?subject=sam-okafor'),
    await caller.get('/appointments?subject=sam-okafor&when=coming'),
    await caller.post('/slots/days', { subject: 'sam-okafor', service: 'doctor-visit', from: '2026-12-01', to: '2026-12-02' }),
    await caller.post('/slots/search', { subject: 'sam-okafor', service: 'doctor-visit', day: '2026-12-01' }),
  ];
  const patientsActs = async (caller: Caller, id: string, offer: string, slot: string): Promise<Answer[]> => [
    await caller.put(`/slots/${slot}/hold`, { subject: 'sam-okafor' }),
    await book(caller, 'sam-okafor', slot),
    await caller.post('/appointments/requests', { subject: 'sam-okafor', service: 'blood-pressure', wishes: [] }),
    await caller.post(`/appointments/${id}/cancellation`, { care: 'still' }),
    await caller.put(`/appointments/${id}/topic`, { topic: 'Hello' }),
    await caller.put(`/appointments/${id}/waiting`, { waits: true }),
    await caller.post(`/offers/${offer}/taking`, { slot }),
    await caller.delete(`/offers/${offer}`),
  ];
  const staffsActs = async (caller: Caller, id: string, slot: string): Promise<Answer[]> => [
    await caller.get('/schedule/requests'),
    await caller.post('/schedule/slots', { service: 'blood-pressure', practitioner: 'june-carter', kind: 'in-person', starts: ['2026-12-01T11:00:00Z'] }),
    await caller.post(`/schedule/requests/${id}/confirmation`, { slot }),
    await caller.post(`/schedule/requests/${id}/refusal`, { note: 'No' }),
    await caller.post('/schedule/offers', { subject: 'sam-okafor', service: 'blood-pressure', slots: [slot] }),
  ];

  it('are not there for another patient, nor for patients and staff of another practice', async () => {
    const { sam, rosa, omar, ida } = shared.parts;
    const [slot] = await freeSlots(sam, 'sam-okafor');
    const before = await appointments(sam, 'sam-okafor', 'coming');
    for (const stranger of [rosa, ida]) {
      for (const answer of await reads(stranger, 'sam-booked', 'sam-offer')) assertProblem(answer, 404, 'not-found');
      for (const answer of await patientsActs(stranger, 'sam-booked', 'sam-offer', slot!.id)) assertProblem(answer, 404, 'not-found');
      for (const answer of await staffsActs(stranger, 'sam-asked', slot!.id)) assertProblem(answer, 403, 'forbidden');
    }
    for (const answer of await reads(omar, 'sam-booked', 'sam-offer')) assertProblem(answer, 404, 'not-found');
    const [requests, ...acts] = await staffsActs(omar, 'sam-asked', slot!.id);
    assert.equal(requests!.text, '{"items":[]}');
    for (const answer of acts) assertProblem(answer, 404, 'not-found');
    // What never was answers the same.
    assertProblem(await rosa.get('/appointments/no-such-visit'), 404, 'not-found');
    assertProblem(await rosa.get('/appointments/no%00such'), 404, 'not-found');
    assertProblem(await rosa.get('/offers/no%00such'), 404, 'not-found');
    assert.deepEqual(await appointments(sam, 'sam-okafor', 'coming'), before);
  });

  it('are there for nobody who is not signed in', async () => {
    for (const path of ['/services?subject=sam-okafor', '/appointments/sam-booked', '/offers/sam-offer', '/schedule/requests']) {
      assert.equal((await fetch(shared.server.url + path)).status, 401);
    }
  });

  it('are read by staff of the practice, who do nothing in a patient’s name, and no patient does what staff do', async () => {
    const { sam, ana } = shared.parts;
    const [slot] = await freeSlots(ana, 'sam-okafor');
    for (const answer of await reads(ana, 'sam-booked', 'sam-offer')) assert.equal(answer.status, 200, answer.text);
    for (const answer of await patientsActs(ana, 'sam-booked', 'sam-offer', slot!.id)) assertProblem(answer, 403, 'forbidden');
    for (const answer of await staffsActs(sam, 'sam-asked', slot!.id)) assertProblem(answer, 403, 'forbidden');
    assert.equal((await offerAt(sam, 'sam-offer')).state, 'open');
  });

  it('are news to their subject’s side and to staff: a booking, what becomes free for those who wait, and offers', async () => {
    const { sam, rosa, ana, ida } = shared.parts;
    const next = async (caller: Caller) => (await caller.read(Changes, '/changes')).next;
    const heard = async (caller: Caller, since: string) =>
      (await caller.read(Changes, `/changes?since=${since}`)).changes.map(({ kind, appointment }) => `${kind} ${appointment}`);
    const [slot, other] = await freeSlots(sam, 'sam-okafor', { from: '2026-12-07' });
    const all = [sam, rosa, ana, ida];
    let marks = await Promise.all(all.map(next));
    const { id } = booked(await book(sam, 'sam-okafor', slot!.id));
    const news = () => Promise.all(all.map((caller, index) => heard(caller, marks[index]!)));
    assert.deepEqual(await news(), [[`appointment ${id}`], [], [`appointment ${id}`], []]);
    const waiting = await wait(rosa, 'leo-delgado');
    marks = await Promise.all(all.map(next));
    await sam.post(`/appointments/${id}/cancellation`, { care: 'elsewhere' });
    const [samHears, rosaHears, anaHears, idaHears] = await news();
    assert.deepEqual([samHears, rosaHears, idaHears], [[`appointment ${id}`], [`appointment ${waiting.id}`], []]);
    assert.deepEqual(anaHears!.sort(), [`appointment ${id}`, `appointment ${waiting.id}`].sort());
    assert.equal((await offerAt(rosa, (await appointmentAt(rosa, waiting.id)).offer!)).slots[0]!.id, slot!.id);
    marks = await Promise.all(all.map(next));
    const offer = { subject: 'maya-delgado', service: 'blood-pressure', slots: [other!.id] };
    assert.equal((await ana.post('/schedule/offers', offer)).status, 201);
    assert.deepEqual(await news(), [[], ['appointment undefined'], ['appointment undefined'], []]);
    // Who takes it makes it gone for whom it was offered to.
    marks = await Promise.all(all.map(next));
    const taken = booked(await book(sam, 'sam-okafor', other!.id));
    assert.deepEqual((await news()).slice(0, 2), [[`appointment ${taken.id}`], ['appointment undefined']]);
  });
});
