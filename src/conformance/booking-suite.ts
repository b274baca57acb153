import type { Booking } from '../adapter/ports/appointments.js';
import type { AppointmentId, SlotId } from '../model/appointment-id.js';
import type { Appointment } from '../model/appointment.js';
import { AdapterError } from '../adapter/errors.js';
import { claim, equal, fail, rejectsWith } from './assert.js';
import type { Suite } from './harness.js';
import { newWords, once } from './steps.js';
import { VECTORS } from './vectors.js';
import { aTime, book, cancel, choiceOf, freeSlots, isFreeTo, servicesOf, visitNow, visitsOf } from './visits-steps.js';

/** What became of some bookings made at once: who got it, and that all others were told that it is taken. */
async function outcomes(bookings: readonly Promise<Appointment>[]): Promise<Appointment[]> {
  const booked: Appointment[] = [];
  for (const outcome of await Promise.allSettled(bookings)) {
    if (outcome.status === 'fulfilled') {
      booked.push(outcome.value);
      continue;
    }
    const error: unknown = outcome.reason;
    const isTaken = error instanceof AdapterError && error.code === 'conflict' && error.field === 'slot';
    if (!isTaken) fail(`who comes too late should be told that the slot is taken, and was told ${String(error)}`);
  }
  return booked;
}

/** Booking a free time, and moving to another. */
export const bookingSuite: Suite = (test, has) => {
  if (!has('patient', 'appointments.book')) return;

  test('what is booked says when, what, who and where, and its time is no longer free', async (stage) => {
    const { patient, stranger } = stage;
    const { service, slot } = await aTime(patient);
    const topic = newWords();
    const booked = await book(patient, service, slot, { topic });
    equal([booked.status, booked.subject.id, booked.topic], ['booked', patient.me.id, topic], 'what, for whom, about');
    equal([booked.service, booked.label], [service.id, service.label], 'the service');
    equal(
      [booked.starts, booked.ends].map((at) => Date.parse(at!)),
      [slot.starts, slot.ends].map((at) => Date.parse(at)),
      'when it is',
    );
    equal(
      [booked.kind, booked.practitioner?.id, booked.place?.id],
      [slot.kind, slot.practitioner?.id, slot.place?.id],
      'how, with whom and where',
    );
    equal([booked.canMove, booked.canCancel], [true, true], 'whether it can be moved and cancelled');
    equal(await visitNow(patient, booked), booked, 'what is read then');
    claim(
      (await visitsOf(patient, 'coming')).some(({ id }) => id === booked.id),
      'it should be listed as coming',
    );
    for (const reader of [patient, stranger]) claim(!(await isFreeTo(reader, service, slot)), 'it should not be free');
  });

  test('what one wants to talk about is kept as it was written, up to 750 characters', async ({ patient }) => {
    const { service, slots } = await aTime(patient, 4);
    // Three characters each, as they are counted.
    const long = '\u{1f469}\u200d\u2695'.repeat(250);
    for (const [place, topic] of [Object.values(VECTORS).join('\n').slice(0, 700), long].entries()) {
      const booked = await book(patient, service, slots[place]!, { topic });
      equal((await visitNow(patient, booked)).topic, topic, 'what is kept');
    }
    equal((await book(patient, service, slots[2]!, { topic: ' \n ' })).topic ?? null, null, 'what is kept of blanks');
    const tooLong = await rejectsWith(
      'invalid',
      book(patient, service, slots[3]!, { topic: `${long}x` }),
      '751 characters',
    );
    equal(tooLong.field, 'topic', 'the field');
    claim(await isFreeTo(patient, service, slots[3]!), 'the time should still be free');
  });

  test('F03 one key books once, however often it is sent, and nothing else', async ({ patient }) => {
    const { service, slots } = await aTime(patient, 2);
    const [first, other] = slots.map(({ id }): Booking => ({
      ...choiceOf(patient, service),
      slot: id,
      topic: newWords(),
    }));
    const options = once();
    const booked = await patient.appointments!.book(first!, options);
    equal(await patient.appointments!.book(first!, options), booked, 'the same again');
    for (const words of [other!, { ...first!, topic: newWords() }]) {
      const refused = await rejectsWith('conflict', patient.appointments!.book(words, options), 'a key used otherwise');
      claim(refused.field !== 'slot', 'nobody should be told that a slot is taken, which is free');
    }
    claim(await isFreeTo(patient, service, slots[1]!), 'the other time should still be free');
  });

  test('F03 two clicks at once book once', async ({ patient }) => {
    const { service, slot } = await aTime(patient);
    const [booking, options] = [{ ...choiceOf(patient, service), slot: slot.id }, once()];
    const both = await outcomes([1, 2].map(() => patient.appointments!.book(booking, options)));
    equal(new Set(both.map(({ id }) => id)).size, 1, 'how many appointments one key made');
    const others = await freeSlots(patient, service, 1);
    const twoKeys = await outcomes([1, 2].map(() => book(patient, service, others[0]!)));
    equal(twoKeys.length, 1, 'how many appointments two keys made of one time');
  });

  test('of fifty who book one time at once, one gets it and the others are told', async ({ patient, stranger }) => {
    const { service, slot } = await aTime(patient);
    const [mine, theirs] = await Promise.all([patient, stranger].map((reader) => visitsOf(reader, 'coming')));
    const readers = Array.from({ length: 50 }, (_, place) => (place % 2 ? patient : stranger));
    const booked = await outcomes(readers.map((reader) => book(reader, service, slot)));
    equal(booked.length, 1, 'how many got it');
    const after = await Promise.all([patient, stranger].map((reader) => visitsOf(reader, 'coming')));
    equal(after.flat().length, mine!.length + theirs!.length + 1, 'how many visits there are');
  });

  test('a time that is taken, unknown or for something else is not booked', async ({ patient, stranger }) => {
    const { service, slot } = await aTime(patient);
    await book(stranger, service, slot);
    const before = await visitsOf(patient, 'coming');
    equal((await rejectsWith('conflict', book(patient, service, slot), 'a taken time')).field, 'slot', 'the field');
    const unknown = { ...slot, id: 'no-such-slot' as SlotId };
    await rejectsWith('not-found', book(patient, service, unknown), 'no time');
    for (const other of await servicesOf(patient)) {
      if (other.booking !== 'direct' || other.id === service.id) continue;
      const [wrong] = await freeSlots(patient, other, 1);
      const refused = await rejectsWith('invalid', book(patient, service, wrong!), 'a time for something else');
      equal(refused.field, 'slot', 'the field');
    }
    equal(await visitsOf(patient, 'coming'), before, 'what is booked');
  });

  test('one books for those one acts for, and for nobody else', async ({ patient, stranger, parent }) => {
    const { service, slot } = await aTime(patient);
    const subject = patient.me.id;
    await rejectsWith('not-found', book(stranger, service, slot, { subject }), 'booking for a stranger');
    for (const { id: child } of parent.subjects.slice(1)) {
      const theirs = (await servicesOf(parent, child)).find(({ booking }) => booking === 'direct');
      if (!theirs) continue;
      const [free] = await freeSlots(
        { ...parent, subjects: [parent.subjects.find(({ id }) => id === child)!] },
        theirs,
        1,
      );
      const booked = await book(parent, theirs, free!, { subject: child });
      equal(booked.subject.id, child, 'for whom it is');
      claim(
        (await visitsOf(parent, 'coming', child)).some(({ id }) => id === booked.id),
        'it should be listed for them',
      );
      claim(!(await visitsOf(parent, 'coming')).some(({ id }) => id === booked.id), 'and not for the parent');
    }
  });

  test('to move is one act: the new one is booked, the old one gives its time back', async ({ patient }) => {
    const { service, slots } = await aTime(patient, 3);
    const topic = newWords();
    const old = await book(patient, service, slots[0]!, { topic });
    const [key, booking] = [once(), { ...choiceOf(patient, service), slot: slots[1]!.id, moves: old.id }];
    const moved = await patient.appointments!.book(booking, key);
    equal([moved.status, Date.parse(moved.starts!)], ['booked', Date.parse(slots[1]!.starts)], 'the new one');
    equal(moved.topic, topic, 'what one wants to talk about');
    const after = await visitNow(patient, old);
    equal([after.status, after.movedTo], ['cancelled', moved.id], 'the old one');
    claim(await isFreeTo(patient, service, slots[0]!), 'the old time should be free again');
    equal((await patient.appointments!.book(booking, key)).id, moved.id, 'the same again');
    const other = newWords();
    const again = await book(patient, service, slots[2]!, { moves: moved.id, topic: other });
    equal(again.topic, other, 'what one wants to talk about now');
  });

  test('who loses the new time keeps the old one', async ({ patient, stranger }) => {
    const { service, slots } = await aTime(patient, 2);
    const old = await book(patient, service, slots[0]!);
    await book(stranger, service, slots[1]!);
    const lost = await rejectsWith('conflict', book(patient, service, slots[1]!, { moves: old.id }), 'the lost time');
    equal(lost.field, 'slot', 'the field');
    equal(await visitNow(patient, old), old, 'the old one');
  });

  test('only a booked visit of the same subject is moved', async ({ patient, stranger, parent }) => {
    const { service, slots } = await aTime(patient, 3);
    const over = await book(patient, service, slots[0]!);
    await cancel(patient, over);
    const move = (moves: AppointmentId) => book(patient, service, slots[1]!, { moves });
    equal((await rejectsWith('conflict', move(over.id), 'moving what is cancelled')).field, 'moves', 'the field');
    await rejectsWith('not-found', move('no-such-appointment' as AppointmentId), 'moving nothing');
    const theirs = await book(stranger, service, slots[2]!);
    await rejectsWith('not-found', move(theirs.id), "moving a stranger's");
    equal(await visitNow(stranger, theirs), theirs, "the stranger's");
    claim(await isFreeTo(patient, service, slots[1]!), 'the new time should still be free');
    const child = parent.subjects[1]!.id;
    const common = (await servicesOf(parent, child)).find(({ id }) => id === service.id);
    if (!common) return;
    const own = await book(parent, service, slots[0]!);
    const swapped = book(parent, service, slots[1]!, { subject: child, moves: own.id });
    equal((await rejectsWith('conflict', swapped, "moving one's own for a child")).field, 'moves', 'the field');
    equal((await visitNow(parent, own)).status, 'booked', "one's own");
  });
};
