import type { Connection } from '../adapter/adapter.js';
import type { Appointment } from '../model/appointment.js';
import type { Slot } from '../model/slot.js';
import { claim, equal, rejectsWith } from './assert.js';
import type { Suite } from './harness.js';
import { idsOf, offer, offerOf, read, take } from './offers-steps.js';
import { askFor } from './requests-steps.js';
import { newWords, once } from './steps.js';
import { aTime, book, cancel, choiceOf, isFreeTo, serviceWhere, visitNow } from './visits-steps.js';

/** Times that become free, for those who wait for one. */
export const waitlistSuite: Suite = (test, has) => {
  if (!has('patient', 'appointments.takeOffer') || !has('staff', 'schedule.offer')) return;
  if (!has('patient', 'appointments.setWaiting') || !has('patient', 'appointments.cancel')) return;

  test('a time that becomes free is offered to all who wait for it, and the first to take it gets it', async (stage) => {
    const { patient, stranger } = stage;
    const { service, slots } = await aTime(patient, 4);
    if (!service.hasWaitlist) return;
    const [early, late, later, last] = slots as [Slot, Slot, Slot, Slot];
    const gone = await book(stranger, service, early);
    const waits = async (reader: Connection, slot: Slot): Promise<Appointment> => {
      const { id } = await book(reader, service, slot, { topic: newWords() });
      return reader.appointments!.setWaiting({ appointment: id, waits: true }, once());
    };
    const [mine, theirs, calm] = [
      await waits(patient, late),
      await waits(stranger, later),
      await book(patient, service, last),
    ];
    await cancel(stranger, gone);
    const [forMe, forThem] = await Promise.all([offerOf(patient, mine), offerOf(stranger, theirs)]);
    for (const each of [forMe, forThem])
      equal([each.state, idsOf(each.slots)], ['open', [early.id]], 'what is offered');
    claim(
      forMe.until !== undefined && Date.parse(forMe.until) < Date.parse(early.starts),
      'it should end before that time',
    );
    equal((await visitNow(patient, calm)).offer ?? null, null, 'what is offered to who does not wait');
    const booked = await take(patient, forMe, early);
    equal((await visitNow(patient, mine)).movedTo, booked.id, 'what took the place of the later time');
    const lost = await read(stranger, forThem);
    equal([lost.state, lost.slots.length], ['ended', 0], 'what is left for the other');
    equal((await rejectsWith('conflict', take(stranger, forThem, early), 'the lost time')).field, 'slot', 'the field');
    equal((await visitNow(stranger, theirs)).status, 'booked', 'what the other keeps');
  });

  test('of two times that are offered for a visit the sooner is shown, whichever came first', async (stage) => {
    const { patient, stranger } = stage;
    const { service, slots } = await aTime(patient, 3);
    if (!service.hasWaitlist) return;
    const [early, late, mine] = slots as [Slot, Slot, Slot];
    const [first, second] = [await book(stranger, service, early), await book(stranger, service, late)];
    const { id } = await book(patient, service, mine);
    const waits = await patient.appointments!.setWaiting({ appointment: id, waits: true }, once());
    await cancel(stranger, first);
    await cancel(stranger, second);
    const shown = await offerOf(patient, waits);
    equal(idsOf(shown.slots), [early.id], 'what is shown');
    await book(stranger, service, early);
    equal(idsOf((await offerOf(patient, waits)).slots), [late.id], 'what is shown once that is gone');
  });

  if (has('patient', 'appointments.request')) {
    test('who waits for a way to meet or a clinician is offered no other', async (stage) => {
      const { patient, stranger } = stage;
      const open = await serviceWhere(patient, ({ booking, hasWaitlist, kinds, practitioners }) => {
        return booking === 'direct' && hasWaitlist && (kinds.length > 1 || practitioners.length > 1);
      });
      if (!open) return;
      const { service, slots } = await aTime(patient, 24, open);
      const asked = slots[0]!;
      const isAsked = ({ kind, practitioner }: Slot) => kind === asked.kind && practitioner?.id === asked.practitioner?.id;
      const other = slots.find((slot) => !isAsked(slot));
      if (!other) return;
      const [gone, wanted] = [await book(stranger, service, other), await book(stranger, service, asked)];
      const { kind, practitioner } = asked;
      const waiting = await askFor(patient, service, [], { kind, practitioner: practitioner?.id });
      await cancel(stranger, gone);
      equal((await visitNow(patient, waiting)).offer ?? null, null, 'what is offered of another kind');
      await cancel(stranger, wanted);
      equal(idsOf((await offerOf(patient, waiting)).slots), [asked.id], 'what is offered');
    });

    test('who waits with no time is offered any that becomes free, and waits no longer once they take it', async (stage) => {
      const { patient, stranger } = stage;
      const { service, slots } = await aTime(patient, 2);
      if (!service.hasWaitlist) return;
      const gone = await book(stranger, service, slots[0]!);
      const waiting = await patient.appointments!.request(
        { ...choiceOf(patient, service), wishes: [], topic: newWords() },
        once(),
      );
      await book(stranger, service, slots[1]!, { moves: gone.id });
      const offered = await offerOf(patient, waiting);
      const booked = await take(patient, offered, slots[0]!);
      equal([booked.status, booked.topic], ['booked', waiting.topic], 'what is booked');
      const after = await visitNow(patient, waiting);
      equal([after.status, after.movedTo], ['cancelled', booked.id], 'what waited');
    });

    test('who waits for another time than the booked one, and takes one, has one visit and not two', async (stage) => {
      const { patient, stranger } = stage;
      const { service, slots } = await aTime(patient, 2);
      if (!service.hasWaitlist) return;
      const gone = await book(stranger, service, slots[0]!);
      const old = await book(patient, service, slots[1]!);
      const waiting = await askFor(patient, service, [], { moves: old.id });
      equal((await visitNow(patient, old)).status, 'booked', 'the old one so far');
      await cancel(stranger, gone);
      const booked = await take(patient, await offerOf(patient, waiting), slots[0]!);
      for (const given of [waiting, old]) {
        const { status, movedTo } = await visitNow(patient, given);
        equal([status, movedTo], ['cancelled', booked.id], 'what the new one takes the place of');
      }
      claim(await isFreeTo(stranger, service, slots[1]!), 'the old time should be free');
    });

    if (has('staff', 'schedule.confirm')) {
      test('what was offered for a request ends once the request is met, so that nobody loses the visit by it', async (stage) => {
        const { patient, staff } = stage;
        const { service, slots } = await aTime(patient, 2);
        if (!service.hasWaitlist) return;
        const asked = await askFor(patient, service, []);
        const offered = await offer(staff, patient, service, [slots[0]!], { moves: asked.id });
        await staff.schedule!.confirm({ appointment: asked.id, slot: slots[1]!.id }, once());
        equal((await read(patient, offered)).state, 'ended', 'what is left of it');
        const late = await rejectsWith('conflict', take(patient, offered, slots[0]!), 'taking it then');
        equal(late.field, 'slot', 'the field');
        equal((await visitNow(patient, asked)).status, 'booked', 'the visit');
      });
    }
  }
};
