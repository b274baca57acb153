import type { TimeWish } from '../model/appointment.js';
import { nextDay } from '../model/zoned-time.js';
import { claim, equal, rejectsWith } from './assert.js';
import type { Suite } from './harness.js';
import { anAsked, askFor as ask, daysOf, isAsked, isTaken, someWishes } from './requests-steps.js';
import { newWords, once } from './steps.js';
import {
  aTime,
  book,
  cancel,
  choiceOf,
  daysAfter,
  isFreeTo,
  servicesOf,
  serviceWhere,
  visitNow,
  visitsOf,
} from './visits-steps.js';

/** Asking for a time, and waiting for one. */
export const requestsSuite: Suite = (test, has) => {
  if (!has('patient', 'appointments.request')) return;

  test('what is asked for says for what, when and about what, and by when the practice answers', async ({
    patient,
  }) => {
    const service = await anAsked(patient);
    const wishes = someWishes(service, service.request.wishes).toReversed();
    const topic = newWords();
    const kind = service.kinds.at(-1);
    const asked = await ask(patient, service, wishes, { topic, kind });
    equal([asked.status, asked.subject.id, asked.topic], ['requested', patient.me.id, topic], 'what, for whom, about');
    equal([asked.service, asked.label, asked.kind], [service.id, service.label, kind], 'the service');
    equal(asked.wishes, wishes, 'the wishes, the best first');
    equal([asked.starts ?? null, asked.canCancel], [null, true], 'its time, and whether it can be taken back');
    if (asked.answerBy) claim(Date.parse(asked.answerBy) > Date.now(), 'the answer should be promised for later');
    equal(await visitNow(patient, asked), asked, 'what is read then');
    claim(
      (await visitsOf(patient, 'coming')).some(({ id }) => id === asked.id),
      'it should be listed as coming',
    );
  });

  test('F03 one key asks once, however often it is sent', async ({ patient }) => {
    const service = await anAsked(patient);
    const before = (await visitsOf(patient, 'coming')).length;
    const request = { ...choiceOf(patient, service), wishes: someWishes(service, 1), topic: newWords() };
    const options = once();
    const asked = await patient.appointments!.request(request, options);
    equal(await patient.appointments!.request(request, options), asked, 'the same again');
    const otherwise = patient.appointments!.request({ ...request, topic: newWords() }, options);
    await rejectsWith('conflict', otherwise, 'a key used otherwise');
    equal((await visitsOf(patient, 'coming')).length, before + 1, 'how many were asked for');
  });

  test('wishes keep to the limits of the practice, or are invalid by name', async ({ patient }) => {
    for (const service of (await servicesOf(patient)).filter(isAsked)) {
      const { request: limits } = service;
      const [good] = someWishes(service, 1) as [TimeWish];
      const refuses = async (wishes: readonly TimeWish[], field: string) => {
        const { field: named } = await rejectsWith(
          'invalid',
          ask(patient, service, wishes),
          `wishes with wrong ${field}`,
        );
        equal(named, field, 'the field');
      };
      await refuses(someWishes(service, limits.wishes + 1), 'wishes');
      if (limits.wishes > 1) await refuses([good, good], 'wishes.1');
      const closed = daysOf(limits, (day) => !isTaken(limits, day));
      for (const day of [
        daysAfter(limits.from, -1),
        nextDay(limits.to),
        '2026-02-30',
        ...closed.slice(0, 3),
        ...limits.closed.slice(0, 1),
      ]) {
        await refuses([{ ...good, day }], 'wishes.0.day');
      }
      const others = (['morning', 'afternoon'] as const).filter((half) => !limits.halves.includes(half));
      const wrong = [...(limits.halves.length > 0 ? others : []), 'night' as TimeWish['half']];
      for (const half of wrong) await refuses([{ ...good, half }], 'wishes.0.half');
    }
    const silent = await serviceWhere(patient, (service) => !isAsked(service));
    if (!silent) return;
    const day = (await anAsked(patient)).request.from;
    const refused = await rejectsWith(
      'invalid',
      ask(patient, silent, [{ day, half: 'morning' }]),
      'what cannot be asked for',
    );
    equal(refused.field, 'service', 'the field');
  });

  test('without a wish one waits, where there is a waitlist', async ({ patient }) => {
    const services = await servicesOf(patient);
    const waited = services.find(({ hasWaitlist }) => hasWaitlist);
    if (waited) {
      const waiting = await ask(patient, waited, [], { topic: newWords() });
      equal([waiting.status, waiting.wishes, waiting.canCancel], ['waiting', [], true], 'what it is');
      equal(waiting.starts ?? null, null, 'when it is');
    }
    const other = services.find(({ hasWaitlist }) => !hasWaitlist);
    if (!other) return;
    const refused = await rejectsWith('invalid', ask(patient, other, []), 'waiting where there is no waitlist');
    equal(refused.field, 'wishes', 'the field');
  });

  test('what one wants to talk about has up to 750 characters', async ({ patient }) => {
    const service = await anAsked(patient);
    const long = 'x'.repeat(751);
    const refused = await rejectsWith(
      'invalid',
      ask(patient, service, someWishes(service, 1), { topic: long }),
      'a long one',
    );
    equal(refused.field, 'topic', 'the field');
    equal(
      (await ask(patient, service, someWishes(service, 1), { topic: ' ' })).topic ?? null,
      null,
      'what is kept of blanks',
    );
  });

  test('nobody has more than five requests open, and one that is taken back makes room', async ({ patient }) => {
    const service = await anAsked(patient);
    const wishes = someWishes(service, 1);
    const open = (await visitsOf(patient, 'coming')).filter(({ starts }) => !starts);
    while (open.length < 5) open.push(await ask(patient, service, wishes));
    equal((await rejectsWith('conflict', ask(patient, service, wishes), 'one more')).field, 'wishes', 'the field');
    if (!has('patient', 'appointments.cancel')) return;
    equal((await cancel(patient, open.at(-1)!)).status, 'cancelled', 'what becomes of one taken back');
    equal((await ask(patient, service, wishes)).status, 'requested', 'what is asked then');
  });

  test('nobody asks for a stranger', async ({ patient, stranger }) => {
    const service = await anAsked(patient);
    const asked = ask(stranger, service, someWishes(service, 1), { subject: patient.me.id });
    await rejectsWith('not-found', asked, 'asking for a stranger');
  });

  if (has('patient', 'appointments.book')) {
    test('what is to be moved by a request stays until the practice has booked', async ({ patient }) => {
      const { service: direct, slot } = await aTime(patient);
      const old = await book(patient, direct, slot);
      const service = await anAsked(patient);
      const [wishes, moves] = [someWishes(service, 1), old.id];
      await ask(patient, service, wishes, { moves });
      equal(await visitNow(patient, old), old, 'the old one');
      claim(!(await isFreeTo(patient, direct, slot)), 'its time should be taken');
      await cancel(patient, old);
      const refused = await rejectsWith(
        'conflict',
        ask(patient, service, wishes, { moves }),
        'moving what is cancelled',
      );
      equal(refused.field, 'moves', 'the field');
    });
  }
};
