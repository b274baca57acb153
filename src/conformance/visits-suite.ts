import type { AppointmentId } from '../model/appointment-id.js';
import type { Appointment } from '../model/appointment.js';
import type { Service } from '../model/service.js';
import { claim, equal, rejectsWith } from './assert.js';
import type { Suite } from './harness.js';
import { newWords, once } from './steps.js';
import {
  aTime,
  book,
  cancel,
  freeSlots,
  heardOfVisits,
  isFreeTo,
  servicesOf,
  visitNow,
  visitsOf,
} from './visits-steps.js';

const isOpenRequest = ({ status }: Appointment): boolean => status === 'requested' || status === 'waiting';

/** Reading visits, cancelling them, and what can be said about them. */
export const visitsSuite: Suite = (test, has) => {
  if (!has('patient', 'appointments.listAppointments') || !has('patient', 'appointments.book')) return;

  test('what comes is listed soonest first after what has no time, what is past latest first', async ({ patient }) => {
    const { service, slots } = await aTime(patient, 3);
    for (const place of [2, 0, 1]) await book(patient, service, slots[place]!);
    const [coming, past] = await Promise.all([visitsOf(patient, 'coming'), visitsOf(patient, 'past')]);
    const all = [...coming, ...past].map(({ id }) => id);
    equal(new Set(all).size, all.length, 'how many different visits are listed');
    for (const { subject } of [...coming, ...past]) equal(subject.id, patient.me.id, 'whose visit it is');
    const timeless = coming.filter(isOpenRequest).length;
    claim(coming.slice(0, timeless).every(isOpenRequest), 'what has no time should come first');
    const starts = coming.slice(timeless).map((each) => Date.parse(each.starts!));
    equal(
      starts,
      starts.toSorted((a, b) => a - b),
      'when the booked ones start',
    );
    for (const { status } of coming.slice(timeless)) equal(status, 'booked', 'what comes');
    claim(!past.some((each) => each.status === 'booked' || isOpenRequest(each)), 'nothing past should be to come');
    const before = past.flatMap((each) => (each.starts ? Date.parse(each.starts) : []));
    equal(
      before,
      before.toSorted((a, b) => b - a),
      'when the past ones started',
    );
    for (const { canMove, canCancel } of past) equal([canMove, canCancel], [false, false], 'what can be done to them');
  });

  test('a visit reads by its id as it is listed, and is nothing that a stranger reads', async (stage) => {
    const { patient, stranger } = stage;
    for (const visit of [...(await visitsOf(patient, 'coming')), ...(await visitsOf(patient, 'past'))].slice(0, 6)) {
      equal(await visitNow(patient, visit), visit, 'the visit');
      await rejectsWith('not-found', visitNow(stranger, visit), "a stranger's visit");
    }
    await rejectsWith('not-found', visitsOf(stranger, 'coming', patient.me.id), "a stranger's visits");
    await rejectsWith('not-found', visitNow(patient, { id: 'no-such-visit' as AppointmentId }), 'no visit');
  });

  if (has('staff', 'appointments.listAppointments')) {
    test('staff read the visits of a patient, and what they want to talk about', async ({ patient, staff }) => {
      const { service, slot } = await aTime(patient);
      const booked = await book(patient, service, slot, { topic: newWords() });
      const seen = await visitsOf(staff, 'coming', patient.me.id);
      equal(seen, await visitsOf(patient, 'coming'), 'what staff read');
      equal((await visitNow(staff, booked)).topic, booked.topic, 'what they want to talk about');
    });
  }

  if (has('patient', 'changes')) {
    test('who may read a visit hears of it, and nobody else', async ({ patient, stranger, staff }) => {
      const { service, slot } = await aTime(patient);
      const readers = has('staff', 'changes') ? [patient, staff, stranger] : [patient, stranger];
      let booked: Appointment | undefined;
      const told = await heardOfVisits(readers, async () => (booked = await book(patient, service, slot)));
      const change = { kind: 'appointment', appointment: booked!.id };
      for (const [place, heard] of told.entries()) {
        const expected = readers[place] === stranger ? [] : [change];
        equal(heard, expected, 'what is heard');
      }
      if (!has('patient', 'appointments.cancel')) return;
      const [after, nothing] = await heardOfVisits([patient, stranger], () => cancel(patient, booked!));
      equal([after, nothing], [[change], []], 'what is heard once it is cancelled');
    });
  }

  if (has('patient', 'appointments.cancel')) {
    test('what is cancelled is past, and its time is free again', async ({ patient, stranger }) => {
      const { service, slot } = await aTime(patient);
      const booked = await book(patient, service, slot);
      const [which, options] = [{ appointment: booked.id, care: 'still' } as const, once()];
      const cancelled = await patient.appointments!.cancel(which, options);
      equal([cancelled.id, cancelled.status], [booked.id, 'cancelled'], 'what it is now');
      equal([cancelled.canMove, cancelled.canCancel], [false, false], 'what can be done to it');
      equal(cancelled.movedTo ?? null, null, 'what took its place');
      equal(await patient.appointments!.cancel(which, options), cancelled, 'the same again');
      claim(
        (await visitsOf(patient, 'past')).some(({ id }) => id === booked.id),
        'it should be past',
      );
      claim(!(await visitsOf(patient, 'coming')).some(({ id }) => id === booked.id), 'it should not come');
      claim(await isFreeTo(stranger, service, slot), 'its time should be free');
      const again = await rejectsWith('conflict', cancel(patient, booked), 'cancelling once more');
      equal(again.field, 'appointment', 'the field');
    });

    test("nobody cancels what is a stranger's, or what has changed since it was read", async ({
      patient,
      stranger,
    }) => {
      const { service, slot } = await aTime(patient);
      const booked = await book(patient, service, slot);
      await rejectsWith('not-found', cancel(stranger, booked), "cancelling a stranger's");
      if (booked.version === undefined || !has('patient', 'appointments.setTopic')) return;
      await patient.appointments!.setTopic({ appointment: booked.id, topic: newWords() }, once());
      const which = { appointment: booked.id, care: 'no-longer' } as const;
      const stale = patient.appointments!.cancel(which, { ...once(), ifVersion: booked.version });
      await rejectsWith('stale', stale, 'cancelling what has changed');
      const { status, version } = await visitNow(patient, booked);
      equal(status, 'booked', 'what it still is');
      equal(
        (await patient.appointments!.cancel(which, { ...once(), ifVersion: version })).status,
        'cancelled',
        'what it is then',
      );
    });
  }

  if (has('patient', 'appointments.setTopic')) {
    test('what one wants to talk about can be said later, said otherwise, and taken away', async ({ patient }) => {
      const { service, slot } = await aTime(patient);
      const booked = await book(patient, service, slot);
      const say = (topic: string, ifVersion?: string) =>
        patient.appointments!.setTopic({ appointment: booked.id, topic }, { ...once(), ifVersion });
      for (const topic of [newWords(), '\u{1fac0}'.repeat(750)]) {
        const said = await say(topic);
        equal(said.topic, topic, 'what is said');
        claim(booked.version === undefined || said.version !== booked.version, 'its version should be another');
        equal(await visitNow(patient, booked), said, 'what is read then');
      }
      equal((await rejectsWith('invalid', say('x'.repeat(751)), '751 characters')).field, 'topic', 'the field');
      equal((await say(' ')).topic ?? null, null, 'what is left of blanks');
      if (booked.version !== undefined) await rejectsWith('stale', say(newWords(), booked.version), 'an old version');
      if (!has('patient', 'appointments.cancel')) return;
      await cancel(patient, booked);
      equal((await rejectsWith('conflict', say(newWords()), 'on what is cancelled')).field, 'appointment', 'the field');
    });
  }

  if (has('patient', 'appointments.setWaiting')) {
    test('one waits for an earlier time, or no longer does, where there is a waitlist', async ({ patient }) => {
      const waits = (id: AppointmentId, wanted: boolean) =>
        patient.appointments!.setWaiting({ appointment: id, waits: wanted }, once());
      const direct = (await servicesOf(patient)).filter(({ booking }) => booking === 'direct');
      const bookOne = async (service: Service | undefined) =>
        service && book(patient, service, (await freeSlots(patient, service, 1))[0]!);
      const booked = await bookOne(direct.find(({ hasWaitlist }) => hasWaitlist));
      if (booked) {
        equal(booked.waits, false, 'whether it waits at first');
        for (const wanted of [true, true, false])
          equal((await waits(booked.id, wanted)).waits, wanted, 'whether it waits');
      }
      const other = await bookOne(direct.find(({ hasWaitlist }) => !hasWaitlist));
      if (booked) await cancel(patient, booked);
      for (const each of [booked, other]) {
        if (!each) continue;
        const refused = await rejectsWith('conflict', waits(each.id, true), 'waiting where one cannot');
        equal(refused.field, 'appointment', 'the field');
      }
    });
  }
};
