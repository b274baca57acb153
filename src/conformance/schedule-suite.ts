import type { Connection } from '../adapter/adapter.js';
import type { SchedulePort } from '../adapter/ports/schedule.js';
import type { AppointmentId } from '../model/appointment-id.js';
import type { Appointment } from '../model/appointment.js';
import type { PersonId } from '../model/id.js';
import type { Service } from '../model/service.js';
import type { Slot } from '../model/slot.js';
import { instantAt } from '../model/zoned-time.js';
import { claim, equal, rejectsWith } from './assert.js';
import type { Suite } from './harness.js';
import { anAsked, askFor, someWishes } from './requests-steps.js';
import { everything, newWords, once, patiently } from './steps.js';
import { aService, aTime, book, heardOfVisits, isFreeTo, twoMonths, visitNow, visitsOf } from './visits-steps.js';

const MINUTE = 60_000;

type Opening = Parameters<SchedulePort['openSlots']>[0];

const requestsOf = (staff: Connection): Promise<Appointment[]> =>
  everything((after) => staff.schedule!.listRequests({ after }, patiently));

const confirm = (staff: Connection, { id }: Appointment, slot: Slot, ifVersion?: string) =>
  staff.schedule!.confirm({ appointment: id, slot: slot.id }, { ...once(), ifVersion });

const refuse = (staff: Connection, { id }: Appointment, note = newWords(), ifVersion?: string) =>
  staff.schedule!.decline({ appointment: id, note }, { ...once(), ifVersion });

/** A service with times, what staff have to say to open more, and a moment at night when nobody else works. */
async function anOpening(
  patient: Connection,
): Promise<{ service: Service; opening: Omit<Opening, 'starts'>; night: number }> {
  const service = await aService(patient);
  const { zone } = await patient.practice!.readPractice(patiently);
  const [practitioner, kind] = [service.practitioners[0], service.kinds[0]];
  claim(practitioner !== undefined && kind !== undefined, 'the service should have somebody, and a way to meet');
  const { to } = await twoMonths(patient);
  return {
    service,
    opening: { service: service.id, practitioner: practitioner.id, kind, place: service.places[0]?.id },
    night: instantAt(to, '03:00', zone),
  };
}

const at = (moment: number): string => new Date(moment).toISOString();

/** The practice's side of visits. */
export const scheduleSuite: Suite = (test, has) => {
  if (has('staff', 'schedule.openSlots')) {
    test('times that staff open can be booked, once each, however often they are opened', async ({
      patient,
      staff,
    }) => {
      const { service, opening, night } = await anOpening(patient);
      const minutes = service.minutes ?? 0;
      const given = { ...opening, starts: [at(night), at(night + minutes * MINUTE)] };
      const options = once();
      const { items } = await staff.schedule!.openSlots(given, options);
      const again = [await staff.schedule!.openSlots(given, options), await staff.schedule!.openSlots(given, once())];
      for (const page of again)
        equal(
          page.items.map(({ id }) => id),
          items.map(({ id }) => id),
          'the same again',
        );
      equal(
        items.map(({ starts }) => Date.parse(starts)),
        given.starts.map((each) => Date.parse(each)),
        'when they start',
      );
      for (const slot of items) {
        equal(Date.parse(slot.ends) - Date.parse(slot.starts), minutes * MINUTE, 'how long it takes');
        equal([slot.kind, slot.practitioner?.id], [given.kind, given.practitioner], 'how and with whom');
        claim(await isFreeTo(patient, service, slot), 'it should be free');
      }
      equal((await book(patient, service, items[0]!)).status, 'booked', 'what the patient books');
    });

    test('times that overlap others are not opened, and none beside them', async ({ patient, staff }) => {
      const { service, opening, night } = await anOpening(patient);
      const open = (starts: readonly number[]) =>
        staff.schedule!.openSlots({ ...opening, starts: starts.map(at) }, once());
      const [slot] = (await open([night])).items;
      const long = (service.minutes ?? 0) * MINUTE;
      const refused = await rejectsWith('conflict', open([night + 2 * long, night + long / 3]), 'times that overlap');
      equal(refused.field, 'starts.1', 'the field');
      claim(await isFreeTo(patient, service, slot!), 'the first should still be free');
      const { items } = await open([night + 2 * long]);
      equal(items.length, 1, 'how many are opened');
    });

    test('times that are past, too many or for nothing are invalid, by name', async ({ patient, staff }) => {
      const { opening, night } = await anOpening(patient);
      const wrong: readonly [Opening, string][] = [
        [{ ...opening, starts: [at(night), '2020-01-01T10:00:00Z'] }, 'starts.1'],
        [{ ...opening, starts: ['tomorrow'] }, 'starts.0'],
        [{ ...opening, starts: [] }, 'starts'],
        [{ ...opening, starts: Array.from({ length: 51 }, (_, place) => at(night + place * 60 * MINUTE)) }, 'starts'],
        [{ ...opening, practitioner: 'nobody' as PersonId, starts: [at(night)] }, 'practitioner'],
        [{ ...opening, kind: 'by-letter' as Opening['kind'], starts: [at(night)] }, 'kind'],
        [{ ...opening, place: 'nowhere' as Opening['place'], starts: [at(night)] }, 'place'],
      ];
      for (const [given, field] of wrong) {
        equal(
          (await rejectsWith('invalid', staff.schedule!.openSlots(given, once()), field)).field,
          field,
          'the field',
        );
      }
    });
  }

  if (!has('staff', 'schedule.listRequests') || !has('patient', 'appointments.request')) return;

  test('staff see what is asked for, the longest waiting first, until it is settled', async ({
    patient,
    stranger,
    staff,
  }) => {
    const service = await anAsked(patient);
    const [first, second] = [
      await askFor(patient, service, someWishes(service, 1), { topic: newWords() }),
      await askFor(stranger, service, someWishes(service, 2)),
    ];
    const open = await requestsOf(staff);
    const places = [first, second].map(({ id }) => open.findIndex((each) => each.id === id));
    claim(places[0]! >= 0 && places[1]! > places[0]!, 'both should be listed, the first one first');
    equal(open[places[0]!]!.topic, first.topic, 'what they want to talk about');
    for (const { status } of open)
      claim(status === 'requested' || status === 'waiting', 'nothing settled should be listed');
    if (!has('staff', 'schedule.decline')) return;
    await refuse(staff, first);
    claim(!(await requestsOf(staff)).some(({ id }) => id === first.id), 'it should no longer be listed');
  });

  if (has('staff', 'schedule.decline')) {
    test('a request that cannot be met is declined with a reason, which the patient reads', async ({
      patient,
      staff,
    }) => {
      const service = await anAsked(patient);
      const asked = await askFor(patient, service, someWishes(service, 1));
      for (const note of [' ', 'x'.repeat(751)]) {
        equal((await rejectsWith('invalid', refuse(staff, asked, note), 'such a reason')).field, 'note', 'the field');
      }
      const note = newWords();
      const declined = await refuse(staff, asked, note, asked.version);
      equal([declined.id, declined.status, declined.note], [asked.id, 'declined', note], 'what becomes of it');
      equal(await visitNow(patient, asked), declined, 'what the patient reads');
      claim(
        (await visitsOf(patient, 'past')).some(({ id }) => id === asked.id),
        'it should be past',
      );
      equal(
        (await rejectsWith('conflict', refuse(staff, asked), 'declining once more')).field,
        'appointment',
        'the field',
      );
      if (asked.version === undefined) return;
      const other = await askFor(patient, service, someWishes(service, 1));
      await patient.appointments!.setTopic({ appointment: other.id, topic: newWords() }, once());
      await rejectsWith('stale', refuse(staff, other, note, other.version), 'declining what has changed');
    });
  }

  if (has('staff', 'schedule.confirm') && has('patient', 'appointments.book')) {
    test('a request that is met becomes the visit itself, and what it moves is given up', async (stage) => {
      const { patient, stranger, staff } = stage;
      const { service, slots } = await aTimeToAsk(patient, 3);
      const [early, late, taken] = slots as [Slot, Slot, Slot];
      const old = await book(patient, service, late);
      await book(stranger, service, taken);
      const asked = await askFor(patient, service, someWishes(service, 1), { moves: old.id, topic: newWords() });
      const lost = await rejectsWith('conflict', confirm(staff, asked, taken), 'a taken time');
      equal(lost.field, 'slot', 'the field');
      equal((await visitNow(patient, old)).status, 'booked', 'the old one so far');
      let met = asked;
      const happens = async () => (met = await confirm(staff, asked, early, asked.version));
      const told = has('patient', 'changes')
        ? await heardOfVisits([patient, stranger], happens)
        : (await happens(), []);
      equal([met.id, met.status, met.topic], [asked.id, 'booked', asked.topic], 'what becomes of it');
      equal(Date.parse(met.starts!), Date.parse(early.starts), 'when it is');
      equal(await visitNow(patient, asked), met, 'what the patient reads');
      const after = await visitNow(patient, old);
      equal([after.status, after.movedTo], ['cancelled', asked.id], 'the old one');
      claim(!(await isFreeTo(patient, service, early)), 'its time should be taken');
      claim(await isFreeTo(patient, service, late), 'the old time should be free');
      if (told.length > 0) {
        claim(
          told[0]!.some(({ appointment }) => appointment === asked.id),
          'the patient should hear of it',
        );
        equal(told[1], [], 'what a stranger hears');
      }
      const again = await rejectsWith('conflict', confirm(staff, asked, late), 'meeting it once more');
      equal(again.field, 'appointment', 'the field');
      await rejectsWith(
        'not-found',
        confirm(staff, { ...asked, id: 'none' as AppointmentId }, late),
        'meeting nothing',
      );
    });
  }
};

/** A service that can be booked and asked for, with some free times. */
async function aTimeToAsk(patient: Connection, count: number) {
  const service = await anAsked(patient, ({ booking }) => booking === 'direct');
  return { service, slots: (await aTime(patient, count, service)).slots };
}
