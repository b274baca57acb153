import type { Connection } from '../adapter/adapter.js';
import type { VisitChoice } from '../adapter/ports/appointments.js';
import type { PersonId } from '../model/id.js';
import type { PlaceId, ServiceId } from '../model/appointment-id.js';
import type { CalendarDay } from '../model/instant.js';
import { dayIn, nextDay } from '../model/zoned-time.js';
import { claim, equal, rejectsWith } from './assert.js';
import type { Suite } from './harness.js';
import { patiently } from './steps.js';
import { aService, choiceOf, daysAfter, servicesOf, serviceWhere, slotsOn, twoMonths } from './visits-steps.js';

const freeDays = (reader: Connection, choice: VisitChoice, from: CalendarDay, to: CalendarDay) =>
  reader.appointments!.listFreeDays({ ...choice, from, to }, patiently);

/** What visits can be for, and when there is time. */
export const freeTimesSuite: Suite = (test, has) => {
  if (!has('patient', 'appointments.listServices')) return;

  test('what visits can be for is told to those who act for somebody, and to nobody else', async (stage) => {
    const { patient, stranger, parent } = stage;
    const service = await aService(patient);
    const [choice, subject] = [choiceOf(patient, service), patient.me.id];
    const { from, to } = await twoMonths(patient);
    await rejectsWith('not-found', servicesOf(stranger, subject), "a stranger's services");
    await rejectsWith('not-found', freeDays(stranger, choice, from, to), 'the days for a stranger');
    await rejectsWith('not-found', slotsOn(stranger, choice, from), 'the times for a stranger');
    for (const { id } of parent.subjects) await servicesOf(parent, id);
    const ids = (await servicesOf(patient)).map(({ id }) => id);
    equal(new Set(ids).size, ids.length, 'how many services there are by their ids');
  });

  test('a service that there is not, or not for this subject, is not found', async ({ patient, parent }) => {
    const { from, to } = await twoMonths(patient);
    const none = { subject: patient.me.id, service: 'no-such-service' as ServiceId };
    await rejectsWith('not-found', freeDays(patient, none, from, to), 'the days of no service');
    await rejectsWith('not-found', slotsOn(patient, none, from), 'the times of no service');
    const own = (await servicesOf(parent)).map(({ id }) => id);
    const others = (await servicesOf(parent, parent.subjects[1]!.id)).find(({ id }) => !own.includes(id));
    if (!others) return;
    const choice = choiceOf(parent, others);
    await rejectsWith('not-found', freeDays(parent, choice, from, to), 'the days of what is for others');
    await rejectsWith('not-found', slotsOn(parent, choice, from), 'the times of what is for others');
  });

  test('days have as many free times as are listed for them, earliest first, none gone by', async ({ patient }) => {
    const { zone } = await patient.practice!.readPractice(patiently);
    const choice = choiceOf(patient, await aService(patient));
    const { from, to } = await twoMonths(patient);
    const { days } = await freeDays(patient, choice, from, to);
    claim(days.length > 0, 'there should be days with free times');
    equal(
      days.map(({ day }) => day),
      days.map(({ day }) => day).toSorted(),
      'the order of the days',
    );
    claim(
      days.every(({ day }) => day >= from && day <= to),
      'each day should be in the stretch',
    );
    for (const { day, count } of [...days.slice(0, 3), ...days.slice(-3)]) {
      const slots = await slotsOn(patient, choice, day);
      equal(slots.length, count, 'how many times are free');
      equal(new Set(slots.map(({ id }) => id)).size, count, 'how many different times are free');
      const starts = slots.map((slot) => Date.parse(slot.starts));
      equal(
        starts,
        starts.toSorted((a, b) => a - b),
        'when they start',
      );
      for (const slot of slots) {
        equal(dayIn(zone, Date.parse(slot.starts)), day, "a time's day, by the practice's clock");
        claim(Date.parse(slot.ends) > Date.parse(slot.starts), 'a time should end after it starts');
        claim(Date.parse(slot.starts) > Date.now(), 'a time that is gone by should not be free');
      }
    }
    const taken = new Set(days.map(({ day }) => day));
    for (let day = from, looked = 0; day <= to && looked < 3; day = nextDay(day)) {
      if (taken.has(day)) continue;
      equal((await slotsOn(patient, choice, day)).length, 0, 'how many times are free on a day with none');
      looked++;
    }
  });

  test('the first free day is said from the beginning of the stretch on, also when it is later', async ({
    patient,
  }) => {
    const choice = choiceOf(patient, await aService(patient));
    const { from, to } = await twoMonths(patient);
    const { days, first } = await freeDays(patient, choice, from, to);
    equal(first, days[0]?.day, 'the first free day');
    const yesterday = daysAfter(from, -1);
    const before = await freeDays(patient, choice, yesterday, yesterday);
    equal([before.days.length, before.first], [0, first], 'the days that are gone by, and the first after them');
    const later = await freeDays(patient, choice, nextDay(first!), nextDay(first!));
    equal(later.first, days[1]?.day, 'the first free day from the next on');
  });

  test('a stretch of days has an end after its beginning, and is not endless', async ({ patient }) => {
    const choice = choiceOf(patient, await aService(patient));
    const { from } = await twoMonths(patient);
    await freeDays(patient, choice, from, daysAfter(from, 61));
    for (const to of [daysAfter(from, -1), daysAfter(from, 62)]) {
      const refused = await rejectsWith('invalid', freeDays(patient, choice, from, to), 'such a stretch');
      equal(refused.field, 'to', 'the field');
    }
  });

  test('times are found by how, with whom and where one meets', async ({ patient }) => {
    for (const service of await servicesOf(patient)) {
      const choice = choiceOf(patient, service);
      const { from, to } = await twoMonths(patient);
      const { days } = await freeDays(patient, choice, from, to);
      // The day with the most times has the most to choose from.
      const [some] = days.toSorted((a, b) => b.count - a.count);
      if (!some) continue;
      const all = await slotsOn(patient, choice, some.day);
      for (const { kind, practitioner, place } of [all[0]!, ...all.slice(-2)]) {
        for (const filter of [{ kind }, { practitioner: practitioner?.id }, { place: place?.id }]) {
          const fits = all.filter(
            (slot) =>
              (!filter.kind || slot.kind === filter.kind) &&
              (!filter.practitioner || slot.practitioner?.id === filter.practitioner) &&
              (!filter.place || slot.place?.id === filter.place),
          );
          const found = await slotsOn(patient, { ...choice, ...filter }, some.day);
          equal(
            found.map(({ id }) => id),
            fits.map(({ id }) => id),
            'the times found',
          );
          const counted = await freeDays(patient, { ...choice, ...filter }, some.day, some.day);
          equal(
            counted.days.map(({ count }) => count),
            [fits.length],
            'how many are counted',
          );
        }
      }
      for (const filter of [{ practitioner: 'nobody' as PersonId }, { place: 'nowhere' as PlaceId }]) {
        const none = await freeDays(patient, { ...choice, ...filter }, from, to);
        equal([none.days.length, none.first ?? null], [0, null], 'what is free with nobody, or nowhere');
      }
    }
  });

  test('what can only be asked for has no free days', async ({ patient }) => {
    const service = await serviceWhere(patient, ({ booking }) => booking === 'request');
    if (!service) return;
    const { from, to } = await twoMonths(patient);
    const { days, first } = await freeDays(patient, choiceOf(patient, service), from, to);
    equal([days.length, first ?? null], [0, null], 'its free days');
  });

  if (has('staff', 'appointments.listSlots')) {
    test('staff read what a patient can book', async ({ patient, staff }) => {
      equal(await servicesOf(staff, patient.me.id), await servicesOf(patient), 'the services');
      const choice = choiceOf(patient, await aService(patient));
      const { from, to } = await twoMonths(patient);
      const { days } = await freeDays(patient, choice, from, to);
      equal((await freeDays(staff, choice, from, to)).days, days, 'the free days');
      equal(await slotsOn(staff, choice, days[0]!.day), await slotsOn(patient, choice, days[0]!.day), 'the times');
    });
  }
};
