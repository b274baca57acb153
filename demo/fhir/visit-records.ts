import type { Appointment, CarePlan, Encounter, HealthcareService, Location, Resource, Schedule, ServiceRequest, Slot, Task } from '@medplum/fhirtypes';
import type { PracticeEntry } from '../server/directory/practice-entry.js';

const OURS = 'https://carethread.dev/fhir/';
const DAY = 86_400_000;
const DAYS = 60;

type Kind = 'in-person' | 'phone' | 'video';

/** When somebody has time for a service, by the practice's clock. What is left out is counted, so that no week is whole. */
interface Rule {
  readonly service: string;
  readonly staff: string;
  readonly minutes: number;
  readonly times: readonly (readonly [time: string, kind: Kind])[];
  readonly leaves: (day: number, time: number) => boolean;
}

const here = (...times: string[]): [string, Kind][] => times.map((time) => [time, 'in-person']);

const RULES: readonly Rule[] = [
  {
    service: 'blood-pressure',
    staff: 'june-carter',
    minutes: 15,
    times: here('08:30', '09:15', '10:00', '11:15', '13:30', '14:45', '16:15'),
    leaves: (day, time) => day % 9 === 4 || (day + time * 2) % 5 < 2,
  },
  {
    service: 'doctor-visit',
    staff: 'grace-lee',
    minutes: 20,
    times: [...here('09:00', '09:40'), ['11:00', 'phone'], ...here('13:20'), ['15:00', 'video'], ['17:20', 'video']],
    leaves: (day, time) => day % 9 === 4 || day % 4 === 1 || (day + time) % 3 === 0,
  },
  {
    service: 'doctor-visit',
    staff: 'leila-haddad',
    minutes: 20,
    times: [['08:20', 'phone'], ...here('10:20', '14:00')],
    leaves: (day, time) => day % 9 === 4 || (day + time) % 4 === 2,
  },
  {
    service: 'well-child',
    staff: 'grace-lee',
    minutes: 30,
    times: here('10:20', '14:00', '16:00'),
    leaves: (day, time) => day % 3 === 1 || (day + time) % 3 === 0,
  },
];

interface Offered {
  readonly name: string;
  readonly comment?: string;
  readonly minutes: number;
  readonly kinds: readonly Kind[];
  readonly preparation?: string;
  readonly hasWaitlist?: boolean;
  readonly asksFor?: boolean;
  /** For whom it is, in years. */
  readonly ages?: { readonly from: number; readonly to: number };
}

const SERVICES: Readonly<Record<string, Offered>> = {
  'blood-pressure': {
    name: 'Blood pressure check and blood test',
    comment: 'A nurse takes your blood pressure twice, then a little blood.',
    minutes: 15,
    kinds: ['in-person'],
    preparation: 'Eat and drink as usual. Bring your pill box.',
    hasWaitlist: true,
  },
  'doctor-visit': { name: 'Visit with your doctor', minutes: 20, kinds: ['in-person', 'phone', 'video'], hasWaitlist: true, asksFor: true },
  'well-child': {
    name: 'Well-child visit',
    comment: 'Growth, shots and your questions.',
    minutes: 30,
    kinds: ['in-person'],
    preparation: 'Bring the yellow vaccine card.',
    ages: { from: 0, to: 17 },
  },
  'skin-check': {
    name: 'Skin check',
    comment: 'A doctor looks at your skin from head to toe.',
    minutes: 30,
    kinds: ['in-person'],
    asksFor: true,
  },
};

/** What can be booked at a practice: its services, its place, and two months of times by rule, from a moment on. */
export function scheduleRecords(entry: PracticeEntry, now: number): Resource[] {
  const organization = { reference: `Organization/${entry.id}`, display: entry.name };
  const place: Location = {
    resourceType: 'Location',
    id: entry.id,
    status: 'active',
    name: entry.name,
    description: 'Second floor. The lift is on the left.',
    address: { text: '214 Alder Street, Seattle, WA 98101' },
    ...(entry.phone !== undefined && { telecom: [{ system: 'phone', value: entry.phone }] }),
    extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/timezone', valueCode: entry.zone }],
    managingOrganization: organization,
  };
  const services = Object.entries(SERVICES).map(
    ([id, { name, comment, minutes, kinds, preparation, hasWaitlist, asksFor, ages }]): HealthcareService => ({
      resourceType: 'HealthcareService',
      id,
      active: true,
      name,
      ...(comment !== undefined && { comment }),
      providedBy: organization,
      type: typeOf(id),
      characteristic: kinds.map((kind) => ({ coding: [{ system: `${OURS}visit-kind`, code: kind }] })),
      location: [{ reference: `Location/${entry.id}` }],
      extension: [
        { url: `${OURS}minutes`, valueInteger: minutes },
        { url: `${OURS}cancel-hours`, valueInteger: 24 },
        ...(hasWaitlist ? [{ url: `${OURS}waitlist`, valueBoolean: true }] : []),
        ...(preparation !== undefined ? [{ url: `${OURS}preparation`, valueString: preparation }] : []),
        ...(asksFor ? [{ url: `${OURS}request`, valueString: JSON.stringify({ wishes: 3, days: DAYS, weekdays: [1, 2, 3, 4, 5] }) }] : []),
        ...(ages ? [{ url: `${OURS}ages`, valueRange: { low: { value: ages.from }, high: { value: ages.to } } }] : []),
      ],
    }),
  );
  const schedules = RULES.map(
    ({ service, staff }): Schedule => ({
      resourceType: 'Schedule',
      id: scheduleOf(service, staff),
      active: true,
      serviceType: typeOf(service),
      actor: [
        { reference: `Practitioner/${staff}`, display: entry.staff.find(({ id }) => id === staff)?.name },
        { reference: `HealthcareService/${service}` },
      ],
    }),
  );
  return [place, ...services, ...schedules, ...slots(entry, now)];
}

/** A service as a code, for those who search by codes. */
const typeOf = (id: string) => [{ coding: [{ system: `${OURS}service`, code: id, display: SERVICES[id]!.name }] }];

const scheduleOf = (service: string, staff: string): string => `${staff}-${service}`;

function slots({ zone, hours, holidays }: PracticeEntry, now: number): Slot[] {
  return Array.from({ length: DAYS }, (_, count) => dayIn(zone, now + count * DAY)).flatMap((day) => {
    const weekday = new Date(day).getUTCDay() || 7;
    const open = hours.filter((stretch) => stretch.day === weekday);
    if (holidays.includes(day)) return [];
    return RULES.flatMap(({ service, staff, minutes, times, leaves }) =>
      times.flatMap(([time, kind], place): Slot[] => {
        const isOpen = open.some(({ opens, closes }) => opens <= time && time < closes);
        if (!isOpen || leaves(Date.parse(day) / DAY, place)) return [];
        const start = instantAt(day, time, zone);
        return [
          {
            resourceType: 'Slot',
            id: `${service}-${staff}-${day}-${time.replace(':', '')}`,
            schedule: { reference: `Schedule/${scheduleOf(service, staff)}` },
            serviceType: typeOf(service),
            appointmentType: { coding: [{ system: `${OURS}visit-kind`, code: kind }] },
            status: 'free',
            start: new Date(start).toISOString(),
            end: new Date(start + minutes * 60_000).toISOString(),
          },
        ];
      }),
    );
  });
}

/** Sam's visits: one in two weeks, one asked for, one behind him with what to do since, one cancelled, and times offered. */
export function visitRecords(entry: PracticeEntry, records: readonly Resource[], now: number): Resource[] {
  const { zone } = entry;
  const times = records.filter((each): each is Slot => each.resourceType === 'Slot');
  const after = (service: string, days: number) =>
    times.filter(({ id, start }) => id!.startsWith(service) && Date.parse(start) > now + days * DAY);
  const slot = after('blood-pressure', 14)[0]!;
  const at = (days: number, time: string) => instantAt(dayIn(zone, now + days * DAY), time, zone);
  const visit = (id: string, service: string, staff: string | undefined, parts: Partial<Appointment>): Appointment => ({
    resourceType: 'Appointment',
    id,
    status: 'booked',
    serviceType: typeOf(service),
    description: SERVICES[service]!.name,
    created: new Date(now - 50 * DAY).toISOString(),
    participant: ['Patient/sam-okafor', `HealthcareService/${service}`, `Location/${entry.id}`, ...(staff ? [`Practitioner/${staff}`] : [])].map(
      (reference) => ({ actor: { reference }, status: 'accepted' }),
    ),
    ...parts,
  });
  const past = (days: number, time: string, minutes: number) => {
    const start = at(-days, time);
    return { start: new Date(start).toISOString(), end: new Date(start + minutes * 60_000).toISOString() };
  };
  const ours = (name: string, valueString: string) => ({ url: OURS + name, valueString });
  const wish = (days: number, from: string, to: string) => ({
    start: new Date(at(days, from)).toISOString(),
    end: new Date(at(days, to)).toISOString(),
  });
  const encounter: Encounter = {
    resourceType: 'Encounter',
    id: 'sam-past-encounter',
    status: 'finished',
    class: { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'AMB' },
    subject: { reference: 'Patient/sam-okafor' },
    appointment: [{ reference: 'Appointment/sam-past' }],
  };
  const plan: CarePlan = {
    resourceType: 'CarePlan',
    id: 'sam-past-plan',
    status: 'active',
    intent: 'plan',
    subject: { reference: 'Patient/sam-okafor' },
    encounter: { reference: 'Encounter/sam-past-encounter' },
    description:
      'Take one lisinopril tablet each morning. Write your blood pressure down twice a week. Call us if you feel dizzy.',
  };
  const order: ServiceRequest = {
    resourceType: 'ServiceRequest',
    id: 'sam-doctor-visit',
    status: 'active',
    intent: 'order',
    code: typeOf('doctor-visit')[0]!,
    subject: { reference: 'Patient/sam-okafor' },
    requester: { reference: 'Practitioner/grace-lee', display: 'Dr. Grace Lee' },
    occurrencePeriod: { end: dayIn(zone, now + 38 * DAY) },
  };
  const offer: Task = {
    resourceType: 'Task',
    id: 'sam-offer',
    status: 'requested',
    intent: 'proposal',
    code: { coding: [{ system: `${OURS}task`, code: 'slot-offer' }] },
    focus: { reference: 'HealthcareService/doctor-visit', display: SERVICES['doctor-visit']!.name },
    for: { reference: 'Patient/sam-okafor' },
    requester: { reference: 'Practitioner/ana-morales', display: 'Ana Morales' },
    authoredOn: new Date(now).toISOString(),
    input: after('doctor-visit', 3)
      .slice(0, 3)
      .map(({ id }) => ({ type: { coding: [{ system: `${OURS}slot-offer`, code: 'slot' }] }, valueReference: { reference: `Slot/${id}` } })),
  };
  return [
    { ...slot, status: 'busy' },
    visit('sam-booked', 'blood-pressure', 'june-carter', {
      slot: [{ reference: `Slot/${slot.id}` }],
      start: slot.start,
      end: slot.end,
      patientInstruction: 'Eat and drink as usual. Bring your pill box.',
      comment: 'My ankles are swollen in the evening.',
      extension: [ours('topic', 'My ankles are swollen in the evening.')],
    }),
    visit('sam-asked', 'skin-check', undefined, {
      status: 'proposed',
      created: new Date(now - 3_600_000).toISOString(),
      requestedPeriod: [wish(8, '00:00', '12:00'), wish(10, '12:00', '23:59')],
      extension: [ours('topic', 'A spot on my back that has grown.')],
    }),
    visit('sam-past', 'doctor-visit', 'grace-lee', { status: 'fulfilled', ...past(25, '09:40', 20) }),
    visit('sam-cancelled', 'blood-pressure', 'june-carter', {
      status: 'cancelled',
      cancelationReason: { coding: [{ system: `${OURS}cancellation`, code: 'no-longer' }] },
      ...past(40, '10:00', 15),
    }),
    encounter,
    plan,
    order,
    offer,
  ];
}

/** The day it is in a zone. */
function dayIn(zone: string, at: number): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(at);
}

/** When a clock in a zone shows a time that is not skipped or shown twice there. */
function instantAt(day: string, time: string, zone: string): number {
  const wall = Date.parse(`${day}T${time}Z`);
  const shown = (at: number): number => Date.parse(`${new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' }).format(at).replace(' ', 'T')}Z`);
  const guess = wall - (shown(wall) - wall);
  return guess - (shown(guess) - wall);
}
