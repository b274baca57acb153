import type { OfferId, SlotId } from '../model/appointment-id.js';
import type { Slot } from '../model/slot.js';
import { claim, equal, rejectsWith } from './assert.js';
import type { Suite } from './harness.js';
import { decline, idsOf, offer, type Offered, read, take } from './offers-steps.js';
import { ask, newWords, once } from './steps.js';
import { aTime, book, heardOfVisits, isFreeTo, visitNow } from './visits-steps.js';

/** Times that staff offer, in a message or for a visit that is to be earlier. */
export const offersSuite: Suite = (test, has) => {
  if (!has('patient', 'appointments.takeOffer') || !has('staff', 'schedule.offer')) return;

  test('an offer is read by those it is for and by staff, and by nobody else', async ({ patient, stranger, staff }) => {
    const { service, slots } = await aTime(patient, 3);
    const offered = await offer(staff, patient, service, slots.toReversed());
    equal([offered.state, offered.subject.id, offered.label], ['open', patient.me.id, service.label], 'what it is');
    equal(idsOf(offered.slots), idsOf(slots), 'what can be taken, earliest first');
    for (const reader of [patient, staff]) equal(await read(reader, offered), offered, 'what is read');
    await rejectsWith('not-found', read(stranger, offered), "a stranger's offer");
    await rejectsWith('not-found', take(stranger, offered, slots[0]!), "taking a stranger's offer");
    if (has('patient', 'appointments.declineOffer')) {
      await rejectsWith('not-found', decline(stranger, offered), "declining a stranger's offer");
    }
    await rejectsWith('not-found', read(patient, { id: 'no-such-offer' as OfferId }), 'no offer');
    for (const slot of slots)
      claim(await isFreeTo(stranger, service, slot), 'what is offered should be free to others');
  });

  test('what is taken of an offer is booked, once', async ({ patient, staff }) => {
    const { service, slots } = await aTime(patient, 2);
    const offered = await offer(staff, patient, service, slots);
    const [topic, options] = [newWords(), once()];
    const which = { offer: offered.id, slot: slots[1]!.id, topic };
    const booked = await patient.appointments!.takeOffer(which, options);
    equal([booked.status, booked.topic, booked.service], ['booked', topic, service.id], 'what is booked');
    equal(Date.parse(booked.starts!), Date.parse(slots[1]!.starts), 'when it is');
    equal(await patient.appointments!.takeOffer(which, options), booked, 'the same again');
    const after = await read(patient, offered);
    equal([after.state, after.appointment, after.slots.length], ['taken', booked.id, 0], 'the offer then');
    for (const slot of slots) {
      const late = await rejectsWith('conflict', take(patient, offered, slot), 'taking it once more');
      equal(late.field, 'slot', 'the field');
    }
    if (!has('patient', 'appointments.declineOffer')) return;
    equal((await rejectsWith('conflict', decline(patient, offered), 'declining it then')).field, 'offer', 'the field');
  });

  test('what others take of an offer is gone, and with the last of it the offer ends', async (stage) => {
    const { patient, stranger, staff } = stage;
    const { service, slots } = await aTime(patient, 3);
    const [first, second, other] = slots as [Slot, Slot, Slot];
    const offered = await offer(staff, patient, service, [first, second]);
    await book(stranger, service, first);
    const left = await read(patient, offered);
    equal([left.state, idsOf(left.slots)], ['open', [second.id]], 'what is left');
    equal((await rejectsWith('conflict', take(patient, offered, first), 'what is gone')).field, 'slot', 'the field');
    equal(
      (await rejectsWith('invalid', take(patient, offered, other), 'what was not offered')).field,
      'slot',
      'the field',
    );
    const unknown = take(patient, offered, { id: 'no-such-slot' as SlotId });
    equal((await rejectsWith('invalid', unknown, 'no time')).field, 'slot', 'the field');
    await book(stranger, service, second);
    const over = await read(patient, offered);
    equal([over.state, over.slots.length], ['ended', 0], 'what is left of it');
  });

  if (has('patient', 'appointments.declineOffer')) {
    test('an offer that is declined ends, and its times stay free', async ({ patient, staff }) => {
      const { service, slots } = await aTime(patient, 2);
      const offered = await offer(staff, patient, service, slots);
      for (let time = 0; time < 2; time++) {
        const { state, slots: left } = await decline(patient, offered);
        equal([state, left.length], ['ended', 0], 'what is left of it');
      }
      equal((await rejectsWith('conflict', take(patient, offered, slots[0]!), 'taking it')).field, 'slot', 'the field');
      claim(await isFreeTo(patient, service, slots[0]!), 'its times should be free');
    });
  }

  test('an earlier time that is offered for a visit takes its place', async ({ patient, staff }) => {
    const { service, slots } = await aTime(patient, 2);
    const old = await book(patient, service, slots[1]!, { topic: newWords() });
    const offered = await offer(staff, patient, service, [slots[0]!], { moves: old.id });
    equal([offered.moves, (await visitNow(patient, old)).offer], [old.id, offered.id], 'what it is for');
    const booked = await take(patient, offered, slots[0]!);
    equal(booked.topic, old.topic, 'what one wants to talk about');
    const after = await visitNow(patient, old);
    equal([after.status, after.movedTo], ['cancelled', booked.id], 'the old one');
    claim(await isFreeTo(patient, service, slots[1]!), 'the old time should be free');
  });

  test('an offer has some times that are free, an end to come, and is about its subject', async (stage) => {
    const { patient, stranger, staff } = stage;
    const { service, slots } = await aTime(patient, 6);
    const theirs = await book(stranger, service, slots[0]!);
    const [free, gone] = [[slots[1]!], [slots[1]!, slots[0]!]];
    const refuses = async (
      code: 'invalid' | 'conflict',
      field: string,
      given: readonly Slot[],
      parts: Partial<Offered> = {},
    ) => {
      const refused = await rejectsWith(
        code,
        offer(staff, patient, service, given, parts),
        `an offer with wrong ${field}`,
      );
      equal(refused.field, field, 'the field');
    };
    await refuses('conflict', 'slots.1', gone);
    await refuses('invalid', 'slots', []);
    await refuses('invalid', 'slots', slots);
    await refuses('invalid', 'until', free, { until: '2020-01-01T10:00:00Z' });
    await refuses('invalid', 'moves', free, { moves: theirs.id });
  });

  test('an offer ends when its time is over', async ({ patient, staff, backend }) => {
    if (!backend.pass) return;
    const { service, slots } = await aTime(patient, 1);
    const until = new Date(Date.now() + 3_600_000).toISOString();
    const offered = await offer(staff, patient, service, slots, { until });
    equal([offered.state, Date.parse(offered.until!)], ['open', Date.parse(until)], 'what it is, until when');
    await backend.pass(2 * 3_600_000);
    const over = await read(patient, offered);
    equal([over.state, over.slots.length], ['ended', 0], 'what is left of it');
    await rejectsWith('conflict', take(patient, offered, slots[0]!), 'taking it');
  });

  if (has('patient', 'changes')) {
    test('who an offer is for hears of it, and nobody else', async ({ patient, stranger, staff }) => {
      const { service, slots } = await aTime(patient, 1);
      const told = await heardOfVisits([patient, stranger], () => offer(staff, patient, service, slots));
      equal(told, [[{ kind: 'appointment' }], []], 'what the patient and a stranger hear');
    });
  }

  if (has('staff', 'messages.send')) {
    test('times are offered in a message, by a card that says for what', async ({ patient, stranger, staff }) => {
      const { service, slots } = await aTime(patient, 2);
      const { thread } = await ask(patient);
      const [mine, theirs] = [
        await offer(staff, patient, service, [slots[0]!]),
        await offer(staff, stranger, service, [slots[1]!]),
      ];
      const send = (id: OfferId) =>
        staff.messages!.send({ thread: thread.id, body: '', cards: [{ kind: 'slot-offer', offer: id }] }, once());
      const { cards } = await send(mine.id);
      equal([cards[0]?.kind, cards[0]?.offer], ['slot-offer', mine.id], 'the card');
      claim(cards[0]!.label.includes(service.label), 'its label should say for what the times are');
      equal((await read(patient, { id: cards[0]!.offer! })).state, 'open', 'the offer');
      for (const id of [theirs.id, 'no-such-offer' as OfferId]) {
        equal((await rejectsWith('invalid', send(id), "a stranger's offer")).field, 'cards.0.offer', 'the field');
      }
    });
  }
};
