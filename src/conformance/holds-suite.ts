import type { SlotId } from '../model/appointment-id.js';
import type { Slot } from '../model/slot.js';
import { claim, equal, rejectsWith } from './assert.js';
import type { Suite } from './harness.js';
import { once } from './steps.js';
import { aTime, book, isFreeTo } from './visits-steps.js';
import type { Connection } from '../adapter/adapter.js';

const FIVE_MINUTES = 300_000;

const hold = (reader: Connection, { id }: Slot, options = once()) =>
  reader.appointments!.hold({ slot: id, subject: reader.subjects[0]!.id }, options);
const extend = (reader: Connection, { id }: Slot) => reader.appointments!.extend({ slot: id }, once());
const release = (reader: Connection, { id }: Slot) => reader.appointments!.release({ slot: id }, once());

/** Keeping a time while one fills in. */
export const holdsSuite: Suite = (test, has) => {
  if (!has('patient', 'appointments.hold')) return;

  test('a held time is free to its holder and to nobody else', async ({ patient, stranger }) => {
    const { service, slot } = await aTime(patient);
    const held = await hold(patient, slot);
    equal(held.slot.id, slot.id, 'what is held');
    claim(held.left > 0 && held.left <= FIVE_MINUTES, 'it should be held for up to five minutes');
    claim(await isFreeTo(patient, service, slot), 'it should be free to its holder');
    claim(!(await isFreeTo(stranger, service, slot)), 'it should not be free to others');
    for (const taking of [hold(stranger, slot), book(stranger, service, slot)]) {
      equal((await rejectsWith('conflict', taking, 'taking a held time')).field, 'slot', 'the field');
    }
    equal((await book(patient, service, slot)).status, 'booked', 'what its holder books');
  });

  test('to hold again changes nothing, and to hold another lets go of the first', async ({ patient, stranger }) => {
    const { service, slots } = await aTime(patient, 2);
    const [first, other] = [slots[0]!, slots[1]!];
    const options = once();
    const held = await hold(patient, first, options);
    for (const again of [await hold(patient, first, options), await hold(patient, first)]) {
      equal(Date.parse(again.until), Date.parse(held.until), 'until when it is held');
    }
    await hold(patient, other);
    claim(await isFreeTo(stranger, service, first), 'the first should be free again');
    claim(!(await isFreeTo(stranger, service, other)), 'the other should be held');
    const late = await rejectsWith('conflict', extend(patient, first), 'keeping what one let go of');
    equal(late.field, 'slot', 'the field');
  });

  test('what is given back is free to everybody, and nobody gives back what another holds', async (stage) => {
    const { patient, stranger } = stage;
    const { service, slot } = await aTime(patient);
    await hold(patient, slot);
    await release(stranger, slot);
    claim(!(await isFreeTo(stranger, service, slot)), 'it should still be held');
    for (let time = 0; time < 2; time++) await release(patient, slot);
    claim(await isFreeTo(stranger, service, slot), 'it should be free');
    await hold(stranger, slot);
    await rejectsWith('conflict', hold(patient, slot), 'holding what another holds now');
  });

  test('who books lets go of what they held', async ({ patient, stranger }) => {
    const { service, slots } = await aTime(patient, 2);
    await hold(patient, slots[0]!);
    await book(patient, service, slots[1]!);
    claim(await isFreeTo(stranger, service, slots[0]!), 'what was held should be free');
    await hold(patient, slots[0]!);
    await book(patient, service, slots[0]!);
    await rejectsWith('conflict', extend(patient, slots[0]!), 'keeping what one has booked');
  });

  test('a time that is taken or unknown is not held, and none for a stranger', async ({ patient, stranger }) => {
    const { service, slots } = await aTime(patient, 2);
    await book(stranger, service, slots[0]!);
    equal((await rejectsWith('conflict', hold(patient, slots[0]!), 'a taken time')).field, 'slot', 'the field');
    await rejectsWith('not-found', hold(patient, { ...slots[0]!, id: 'no-such-slot' as SlotId }), 'no time');
    const forOthers = stranger.appointments!.hold({ slot: slots[1]!.id, subject: patient.me.id }, once());
    await rejectsWith('not-found', forOthers, 'holding for a stranger');
    claim(await isFreeTo(patient, service, slots[1]!), 'it should be free');
  });

  if (has('patient', 'appointments.extend')) {
    test('a time is kept longer three times, and no more', async ({ patient, stranger }) => {
      const { slot } = await aTime(patient);
      equal((await hold(patient, slot)).canExtend, true, 'whether it can be kept longer');
      const others = await rejectsWith('conflict', extend(stranger, slot), 'keeping what another holds');
      equal(others.field, 'slot', 'the field');
      for (const canExtend of [true, true, false]) {
        const longer = await extend(patient, slot);
        equal(longer.canExtend, canExtend, 'whether it can be kept longer');
        claim(longer.left > 0 && longer.left <= FIVE_MINUTES, 'it should be held for up to five minutes');
      }
      const late = await rejectsWith('conflict', extend(patient, slot), 'keeping it longer once more');
      equal(late.field, 'slot', 'the field');
      await rejectsWith('conflict', hold(stranger, slot), 'holding what is still held');
    });
  }

  test('what nobody keeps any longer is free after five minutes', async ({ patient, stranger, backend }) => {
    if (!backend.pass) return;
    const { service, slots } = await aTime(patient, 2);
    const [slot, other] = [slots[0]!, slots[1]!];
    await hold(patient, slot);
    await backend.pass(FIVE_MINUTES - 30_000);
    await rejectsWith('conflict', hold(stranger, slot), 'holding it before');
    await backend.pass(60_000);
    claim(await isFreeTo(stranger, service, slot), 'it should be free');
    equal((await rejectsWith('conflict', extend(patient, slot), 'keeping it longer')).field, 'slot', 'the field');
    await hold(stranger, slot);
    await rejectsWith('conflict', book(patient, service, slot), 'booking what another holds by now');
    await hold(patient, other);
    await backend.pass(FIVE_MINUTES + 1000);
    equal((await book(patient, service, other)).status, 'booked', 'what nobody else has taken');
  });
};
