import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { memoryAdapter, memoryBackend, type Scenario } from '../../src/adapters/memory/memory-adapter.js';
import {
  alderStreet,
  busyStreet,
  closedHoursPractice,
  detailAsked,
  emptyPractice,
  expiredThread,
  messagingOffPractice,
  pausedPractice,
  SCENARIO_NOW,
  SIGN_INS,
} from '../../src/adapters/memory/scenarios.js';
import { ask, boxOf, newWords, once, patiently, requestFor, reasonWhere, write } from '../../src/conformance/steps.js';
import type { Message } from '../../src/model/message.js';
import type { CardDraft } from '../../src/model/message-draft.js';
import type { Subject } from '../../src/model/person.js';

const conflict = { code: 'conflict' };

/** Two readers of one backend, whose time can be moved. */
async function readersOf(scenario: Scenario, patient: keyof typeof SIGN_INS = 'sam') {
  const time = { now: Date.parse(SCENARIO_NOW) };
  const backend = memoryBackend(scenario, { now: () => time.now });
  const as = (who: keyof typeof SIGN_INS) => memoryAdapter({ backend, me: SIGN_INS[who] }).connect(patiently);
  return { time, patient: await as(patient), staff: await as('ana') };
}

describe('a practice in memory that takes no messages', () => {
  for (const [name, scenario] of Object.entries({
    'while it is closed': closedHoursPractice,
    'while it is paused': pausedPractice,
    'at all': messagingOffPractice,
  })) {
    it(`takes none from patients ${name}, and lets staff answer`, async () => {
      const { patient, staff } = await readersOf(scenario);
      const thread = alderStreet.threads[0]!.id;
      await assert.rejects(ask(patient), conflict);
      await assert.rejects(write(patient, thread), conflict);
      await write(staff, thread);
    });
  }

  it('takes them again when it opens, or the pause is over', async () => {
    for (const scenario of [closedHoursPractice, pausedPractice]) {
      const { patient, time } = await readersOf(scenario);
      time.now += 24 * 3_600_000;
      await ask(patient);
    }
  });

  it('says what it said before once a pause has come to its end by itself', async () => {
    const { patient, staff, time } = await readersOf(messagingOffPractice);
    await staff.queue!.pause({ until: new Date(time.now + 60_000).toISOString() }, once());
    const said = async () => (await patient.practice!.readPractice(patiently)).messaging?.state;
    assert.equal(await said(), 'paused');
    time.now += 60_000;
    assert.equal(await said(), 'off');
    await assert.rejects(ask(patient), conflict);
  });

  it('says after a pause what it said before, and is open when it began paused', async () => {
    const off = await readersOf(messagingOffPractice);
    await off.staff.queue!.pause({}, once());
    await off.staff.queue!.pause({ note: 'longer' }, once());
    assert.deepEqual((await off.staff.queue!.resume(once())).messaging, messagingOffPractice.practice.messaging);
    const paused = await readersOf(pausedPractice);
    assert.equal((await paused.staff.queue!.resume(once())).messaging?.state, 'open');
    assert.equal((await paused.staff.queue!.resume(once())).messaging?.state, 'open');
    await ask(paused.patient);
  });
});

describe('signs of danger in memory', () => {
  const withSubject = (birthDate: string | undefined): Scenario => {
    const [sam] = emptyPractice.patients;
    const subjects: Subject[] = [{ ...sam!.subjects[0]!, birthDate }];
    return { ...emptyPractice, patients: [{ ...sam!, subjects }] };
  };

  // 2:34 pm on Alder Street is already the 24th in Europe: the practice's day counts.
  for (const [birthDate, list] of [
    ['2008-11-23', 'adult'],
    ['2008-11-24', 'child'],
    [undefined, 'adult'],
  ] as const) {
    it(`are those of ${list} for who was born ${birthDate ?? 'nobody knows when'}`, async () => {
      const { patient } = await readersOf(withSubject(birthDate));
      const reason = (await reasonWhere(patient, ({ redFlags }) => redFlags !== undefined))!;
      const { message, thread } = await patient.contact!.send(requestFor(patient, reason, { body: 'Why?' }), once());
      assert.equal(message.answers[0]!.value, `None of: ${reason.redFlags![list].join('; ')}`);
      assert.equal(thread.lastMessage?.snippet, 'Why?');
    });
  }
});

describe('threads in memory', () => {
  it('that have expired are over, and can be continued', async () => {
    const { patient, staff } = await readersOf(busyStreet);
    const { id } = expiredThread;
    await assert.rejects(write(patient, id), conflict);
    await assert.rejects(write(staff, id), conflict);
    await assert.rejects(patient.messages!.settle(id, once()), conflict);
    const { thread } = await patient.messages!.continue({ thread: id, body: newWords() }, once());
    assert.equal((await patient.messages!.readThread(id, patiently)).continuedBy, thread.id);
    assert.equal((await patient.messages!.readThread(id, patiently)).state, 'expired');
  });

  it('take a few cards that make sense, and no others', async () => {
    const { staff } = await readersOf(busyStreet);
    const { id: thread } = detailAsked;
    const [link, strange] = [
      { kind: 'thread-link', thread },
      { kind: 'prescription', label: 'x' },
    ] as unknown as CardDraft[];
    const send = (...cards: (CardDraft | undefined)[]) =>
      staff.messages!.send({ thread, body: 'Look', cards: cards as CardDraft[] }, once());
    await assert.rejects(send(link, strange), { code: 'invalid', field: 'cards.1' });
    await assert.rejects(send(link, link, link, link, link, link), { code: 'invalid', field: 'cards' });
    assert.equal((await send(link, link, link, link, link)).cards.length, 5);
  });

  it('whose reader answers by phone only wait in the catch-all', async () => {
    const [first, ...rest] = emptyPractice.reasons;
    const receiver = { first: emptyPractice.staff.find(({ answers }) => answers === 'phone')! };
    const { patient, staff } = await readersOf({ ...emptyPractice, reasons: [{ ...first!, receiver }, ...rest] });
    const { thread } = await patient.contact!.send(requestFor(patient, first!), once());
    assert.deepEqual(
      (await boxOf(staff, 'catch-all')).map((item) => item.thread.id),
      [thread.id],
    );
  });

  it('of every scenario name only threads and messages that are there', () => {
    const threads = new Map(busyStreet.threads.map((thread) => [thread.id, thread]));
    for (const { entries, continues, continuedBy, readMarks = [] } of threads.values()) {
      const messages = entries.filter((entry): entry is Message => entry.type === 'message');
      const ids = new Set<string>(messages.map(({ id }) => id));
      const cards = messages.flatMap((message) => message.cards);
      for (const id of [continues, continuedBy, ...cards.map((card) => card.thread)])
        assert.ok(!id || threads.has(id), id);
      for (const id of [...cards.map(({ answeredBy }) => answeredBy), ...readMarks.map(({ upTo }) => upTo)]) {
        assert.ok(!id || ids.has(id), id);
      }
      for (const { author, relationship } of messages)
        assert.equal(relationship === undefined, author.kind === 'staff');
    }
  });
});
