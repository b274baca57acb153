import type { AppointmentId, OfferId, PlaceId, ServiceId } from '../../../model/appointment-id.js';
import { dueDate } from '../../../model/due-date.js';
import type { Place } from '../../../model/service.js';
import { dayIn, instantAt, nextDay, weekdayOf } from '../../../model/zoned-time.js';
import { alderStreetPractice as practice, drHaddad, drLee, june, leo, maya, sam } from '../people.js';
import type { ScenarioAppointment, ScenarioService, ScenarioSlot, ScenarioVisits } from './scenario-visits.js';
import { slotsByRule, type SlotRule } from './slot-rule.js';

const DAYS = 60;
const DAY = 86_400_000;

export const alderStreetPlace: Place = {
  id: 'alder-street' as PlaceId,
  name: practice.name,
  address: '214 Alder Street, Seattle, WA 98101',
  note: 'Second floor. The lift is on the left.',
  phone: practice.phone,
};

const [bloodPressure, doctorVisit, wellChild, skinCheck] = [
  'blood-pressure',
  'doctor-visit',
  'well-child',
  'skin-check',
] as ServiceId[] as [ServiceId, ServiceId, ServiceId, ServiceId];

const rules: readonly SlotRule[] = [
  {
    service: bloodPressure,
    practitioner: june,
    place: alderStreetPlace,
    minutes: 15,
    times: ['08:30', '09:15', '10:00', '11:15', '13:30', '14:45', '16:15'].map((time) => [time, 'in-person']),
    leaves: (day, time) => day % 9 === 4 || (day + time * 2) % 5 < 2,
  },
  {
    service: doctorVisit,
    practitioner: drLee,
    place: alderStreetPlace,
    minutes: 20,
    times: [
      ['09:00', 'in-person'],
      ['09:40', 'in-person'],
      ['11:00', 'phone'],
      ['13:20', 'in-person'],
      ['15:00', 'video'],
      ['17:20', 'video'],
    ],
    leaves: (day, time) => day % 9 === 4 || day % 4 === 1 || (day + time) % 3 === 0,
  },
  {
    service: doctorVisit,
    practitioner: drHaddad,
    place: alderStreetPlace,
    minutes: 20,
    times: [
      ['08:20', 'phone'],
      ['10:20', 'in-person'],
      ['14:00', 'in-person'],
    ],
    leaves: (day, time) => day % 9 === 4 || (day + time) % 4 === 2,
  },
  {
    service: wellChild,
    practitioner: drLee,
    place: alderStreetPlace,
    minutes: 30,
    times: [
      ['10:20', 'in-person'],
      ['14:00', 'in-person'],
      ['16:00', 'in-person'],
    ],
    leaves: (day, time) => day % 3 === 1 || (day + time) % 3 === 0,
  },
];

/** The services, times and visits of Alder Street, as they are at a moment: two months of free times from that day on. */
export function alderStreetVisits(now: number): ScenarioVisits {
  const today = dayIn(practice.zone, now);
  const slots = slotsByRule(practice, rules, now, DAYS);
  return { services: servicesOn(today), slots, ...samsVisits(now, slots) };
}

function servicesOn(today: string): ScenarioService[] {
  const last = dayAfter(today, DAYS);
  const request = {
    from: nextDay(today),
    to: last,
    wishes: 3,
    weekdays: [1, 2, 3, 4, 5],
    closed: practice.holidays.filter((day) => day > today && day <= last),
    halves: ['morning', 'afternoon'] as ('morning' | 'afternoon')[],
    answerDays: 1,
  };
  const places = [alderStreetPlace];
  return [
    {
      id: bloodPressure,
      label: 'Blood pressure check and blood test',
      note: 'A nurse takes your blood pressure twice, then a little blood.',
      minutes: 15,
      kinds: ['in-person'],
      practitioners: [june],
      places,
      booking: 'direct',
      hasWaitlist: true,
      preparation: 'Eat and drink as usual. Bring your pill box.',
    },
    {
      id: doctorVisit,
      label: 'Visit with your doctor',
      minutes: 20,
      kinds: ['in-person', 'phone', 'video'],
      practitioners: [drLee, drHaddad],
      places,
      booking: 'direct',
      request,
      hasWaitlist: true,
      videoUrl: 'https://video.alderstreet.example/room',
      wanted: { [sam.id]: { by: dayAfter(today, 38), asker: drLee } },
    },
    {
      id: wellChild,
      label: 'Well-child visit',
      note: 'Growth, shots and your questions.',
      minutes: 30,
      kinds: ['in-person'],
      practitioners: [drLee],
      places,
      booking: 'direct',
      hasWaitlist: false,
      preparation: 'Bring the yellow vaccine card.',
      subjects: [maya.id, leo.id],
    },
    {
      id: skinCheck,
      label: 'Skin check',
      note: 'A doctor looks at your skin from head to toe.',
      minutes: 30,
      kinds: ['in-person'],
      practitioners: [],
      places,
      booking: 'request',
      request,
      hasWaitlist: false,
    },
  ];
}

/** Sam has one visit in two weeks, one asked for, one behind him, one cancelled, and three times offered. */
function samsVisits(now: number, slots: readonly ScenarioSlot[]): Pick<ScenarioVisits, 'appointments' | 'offers'> {
  const today = dayIn(practice.zone, now);
  const slot = slots.find(({ service, starts }) => service === bloodPressure && Date.parse(starts) > now + 14 * DAY)!;
  const offered = slots.filter(({ service, starts }) => service === doctorVisit && Date.parse(starts) > now + 3 * DAY);
  const common = { subject: sam, wishes: [], waits: false };
  const past = (id: string, days: number, time: string, minutes: number) => {
    const starts = instantAt(weekdayBefore(today, days), time, practice.zone);
    return {
      ...common,
      id: id as AppointmentId,
      starts: new Date(starts).toISOString(),
      ends: new Date(starts + minutes * 60_000).toISOString(),
      kind: 'in-person' as const,
      place: alderStreetPlace,
    };
  };
  const appointments: ScenarioAppointment[] = [
    {
      ...past('sam-cancelled', 40, '10:00', 15),
      status: 'cancelled',
      service: bloodPressure,
      label: 'Blood pressure check and blood test',
      practitioner: june,
      note: 'You cancelled this visit.',
    },
    {
      ...past('sam-past', 25, '09:40', 20),
      status: 'done',
      service: doctorVisit,
      label: 'Visit with your doctor',
      practitioner: drLee,
      topic: 'Headaches in the morning.',
      instructions:
        'Take one lisinopril tablet each morning. Write your blood pressure down twice a week. Call us if you feel dizzy.',
    },
    {
      ...common,
      id: 'sam-booked' as AppointmentId,
      slot: slot.id,
      status: 'booked',
      service: bloodPressure,
      label: 'Blood pressure check and blood test',
      starts: slot.starts,
      ends: slot.ends,
      kind: slot.kind,
      practitioner: june,
      place: alderStreetPlace,
      preparation: 'Eat and drink as usual. Bring your pill box.',
      topic: 'My ankles are swollen in the evening.',
    },
    {
      ...common,
      id: 'sam-asked' as AppointmentId,
      status: 'requested',
      service: skinCheck,
      label: 'Skin check',
      kind: 'in-person',
      wishes: [
        { day: weekdayFrom(today, 8), half: 'morning' },
        { day: weekdayFrom(today, 10), half: 'afternoon' },
      ],
      topic: 'A spot on my back that has grown.',
      answerBy: dueDate(new Date(now).toISOString(), practice, { businessDays: 1 }),
    },
  ];
  const offer = {
    id: 'sam-offer' as OfferId,
    subject: sam,
    service: doctorVisit,
    label: 'Visit with your doctor',
    slots: offered.slice(0, 3).map(({ id }) => id),
  };
  return { appointments, offers: [offer] };
}

const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);

/** A weekday on which the practice is open, some days on or later. */
function weekdayFrom(day: string, days: number): string {
  let found = dayAfter(day, days);
  while (weekdayOf(found) > 5 || practice.holidays.includes(found)) found = nextDay(found);
  return found;
}

/** The same, some days back or earlier. */
function weekdayBefore(day: string, days: number): string {
  let found = dayAfter(day, -days);
  while (weekdayOf(found) > 5 || practice.holidays.includes(found)) found = dayAfter(found, -1);
  return found;
}
