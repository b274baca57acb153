import { dueDate } from 'carethread/model';
import { beginAct, lockPractice } from '../conversation/act.js';
import type { SlotTable } from '../database/appointment-tables.js';
import type { Database, DatabaseTransaction } from '../database/tables.js';
import { softwareReader, type Directory, type PracticeRecord } from '../directory/directory.js';
import type { OfferedService } from '../directory/offered-service.js';
import { addAppointment, bookedAt } from './saving.js';
import { dayAt, serviceNamed } from './services.js';
import { demoTimes, momentOf } from './slot-rules.js';

/** For how many days from today on times are open. */
const DAYS = 60;
const DAY = 24 * 60 * 60 * 1000;
const MINUTE = 60 * 1000;

interface Seeding {
  readonly database: DatabaseTransaction;
  readonly directory: Directory;
  readonly record: PracticeRecord;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/**
 * Opens the demo's times for the next two months, those that are not open yet, and gives its patients their visits
 * where their practice has none.
 *
 * @param now - Milliseconds since the epoch.
 */
export async function seedVisits(database: Database, directory: Directory, now: number): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    for (const record of directory.practices) {
      const { id } = record.practice;
      // Of two servers starting only one finds none.
      await lockPractice(transaction, id);
      const seeding = { database: transaction, directory, record, now };
      await openTimes(seeding);
      const known = transaction.selectFrom('appointment').select('id').where('practice', '=', id).limit(1);
      const isDemo = record.entry.patients.some((patient) => patient.id === 'sam-okafor');
      if (isDemo && record.entry.services.length > 0 && !(await known.executeTakeFirst())) await samsVisits(seeding);
    }
  });
}

async function openTimes({ database, record, now }: Seeding): Promise<void> {
  const { practice, entry } = record;
  const there = await database
    .selectFrom('slot')
    .select(['practitioner', 'starts', 'ends'])
    .where('practice', '=', practice.id)
    .where('ends', '>', new Date(now).toISOString())
    .execute();
  const rows = demoTimes(practice, now, DAYS).flatMap(({ from, ...time }): SlotTable[] => {
    const service = entry.services.find(({ id }) => id === time.service);
    if (from <= now || !service?.practitioners.some((id) => id === time.practitioner)) return [];
    const [starts, ends] = [from, from + service.minutes * MINUTE].map((at) => new Date(at).toISOString()) as [string, string];
    const isTaken = there.some((slot) => slot.practitioner === time.practitioner && slot.starts < ends && slot.ends > starts);
    const place = time.kind === 'in-person' ? (service.places[0] ?? null) : null;
    return isTaken ? [] : [{ ...time, practice: practice.id, place, starts, ends, day: dayAt(from, practice.zone), version: 1 }];
  });
  // SQLite takes so many values at once and no more.
  for (let at = 0; at < rows.length; at += 500) {
    const some = rows.slice(at, at + 500);
    await database.insertInto('slot').values(some).onConflict((conflict) => conflict.doNothing()).execute();
  }
}

/** Sam has one visit in two weeks, one asked for, one behind him, one cancelled, and three times offered. */
async function samsVisits({ database, directory, record, now }: Seeding): Promise<void> {
  const subject = 'sam-okafor';
  const { practice } = record;
  const at = new Date(now).toISOString();
  const act = await beginAct(database, { directory, reader: softwareReader(record, directory), now: at });
  const dayFrom = (days: number) => openDay(record, dayAt(now, practice.zone), days);
  const slotsOf = (service: string, days: number) =>
    database
      .selectFrom('slot')
      .selectAll()
      .where('practice', '=', practice.id)
      .where('service', '=', service)
      .where('starts', '>', new Date(now + days * DAY).toISOString())
      .orderBy('starts')
      .orderBy('id');
  const past = (service: OfferedService, days: number, time: string) => {
    const from = momentOf(dayFrom(-days), time, practice.zone);
    const [starts, ends] = [from, from + service.minutes * MINUTE].map((moment) => new Date(moment).toISOString()) as [string, string];
    return { subject, starts, ends, sort_at: starts, kind: 'in-person', place: service.places[0] ?? null } as const;
  };
  const [pressure, doctor, skin] = (['blood-pressure', 'doctor-visit', 'skin-check'] as const).map((id) => serviceNamed(record, id)) as [
    OfferedService,
    OfferedService,
    OfferedService,
  ];
  await addAppointment(act, pressure, {
    ...past(pressure, 40, '10:00'),
    id: 'sam-cancelled',
    status: 'cancelled',
    practitioner: 'june-carter',
    note: 'You cancelled this visit.',
  });
  await addAppointment(act, doctor, {
    ...past(doctor, 25, '09:40'),
    id: 'sam-past',
    status: 'booked',
    practitioner: 'grace-lee',
    topic: 'Headaches in the morning.',
    instructions:
      'Take one lisinopril tablet each morning. Write your blood pressure down twice a week. Call us if you feel dizzy.',
  });
  await addAppointment(act, skin, {
    id: 'sam-asked',
    subject,
    status: 'requested',
    kind: 'in-person',
    topic: 'A spot on my back that has grown.',
    wishes: JSON.stringify([
      { day: dayFrom(8), half: 'morning' },
      { day: dayFrom(10), half: 'afternoon' },
    ]),
    answer_by: dueDate(at, practice, { businessDays: 1 }) ?? null,
    settled: 0,
  });
  const booked = await slotsOf(pressure.id, 14).executeTakeFirst();
  if (booked) {
    const said = { ...bookedAt(booked, pressure), topic: 'My ankles are swollen in the evening.' };
    await addAppointment(act, pressure, { ...said, id: 'sam-booked', subject });
  }
  const offered = await slotsOf(doctor.id, 3).limit(3).execute();
  if (offered.length > 0) {
    const offer = { id: 'sam-offer', practice: practice.id, subject, service: doctor.id, label: doctor.label, state: 'open' } as const;
    await database.insertInto('offer').values({ ...offer, until: null, appointment: null, moves: null, change: act.change }).execute();
    await database.insertInto('offer_slot').values(offered.map(({ id }) => ({ offer: offer.id, slot: id }))).execute();
  }
  const by_day = new Date(Date.parse(dayAt(now, practice.zone)) + 38 * DAY).toISOString().slice(0, 10);
  const wanted = { subject, service: doctor.id, by_day, asker: 'grace-lee' };
  await database.insertInto('wanted_visit').values(wanted).onConflict((conflict) => conflict.doNothing()).execute();
}

/** A weekday on which the practice is open, so many days after a day or later; before it, or earlier. */
function openDay({ practice }: PracticeRecord, day: string, days: number): string {
  const step = days < 0 ? -DAY : DAY;
  for (let at = Date.parse(day) + days * DAY; ; at += step) {
    const found = new Date(at).toISOString().slice(0, 10);
    const weekday = new Date(at).getUTCDay();
    if (weekday !== 0 && weekday !== 6 && !practice.holidays.includes(found)) return found;
  }
}
