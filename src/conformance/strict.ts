import type { Connection, PortName } from '../adapter/adapter.js';
import { Appointment } from '../model/appointment.js';
import { Changes } from '../model/change.js';
import { Measurement } from '../model/measurement.js';
import { Medication } from '../model/medication.js';
import { Entry, Message } from '../model/message.js';
import { pageOf } from '../model/page.js';
import { Person } from '../model/person.js';
import { Practice } from '../model/practice.js';
import { QueueItem } from '../model/queue-item.js';
import { Reason } from '../model/reason.js';
import { Receipt } from '../model/receipt.js';
import { ReleasePreferences, Visit } from '../model/release.js';
import { Result } from '../model/result.js';
import { Service } from '../model/service.js';
import { Session } from '../model/session.js';
import { SlotOffer } from '../model/slot-offer.js';
import { FreeDays, Hold, Slot } from '../model/slot.js';
import { Thread } from '../model/thread.js';
import { fail } from './assert.js';

type Schema = Parameters<typeof pageOf>[0];

/** What each method answers with. */
const ANSWERS: Readonly<Record<string, Schema>> = {
  'people.listCareTeam': pageOf(Person),
  'people.listStaff': pageOf(Person),
  'practice.readPractice': Practice,
  'practice.listReasons': pageOf(Reason),
  'contact.send': Receipt,
  'contact.listMedications': pageOf(Medication),
  'messages.listThreads': pageOf(Thread),
  'messages.readThread': Thread,
  'messages.listEntries': pageOf(Entry),
  'messages.send': Message,
  'messages.continue': Receipt,
  'messages.settle': Thread,
  'messages.amend': Message,
  'messages.retract': Message,
  'queue.list': pageOf(QueueItem),
  'queue.claim': Thread,
  'queue.route': Thread,
  'queue.close': Thread,
  'queue.logCall': Thread,
  'queue.pause': Practice,
  'queue.resume': Practice,
  'results.listResults': pageOf(Result),
  'results.readResult': Result,
  'results.listHistory': pageOf(Measurement),
  'results.uncover': Result,
  'results.readRelease': ReleasePreferences,
  'results.setRelease': ReleasePreferences,
  'results.noteVisit': Visit,
  'results.reportMistake': Result,
  'results.listReported': pageOf(Result),
  'results.reviewCorrection': Result,
  'appointments.listServices': pageOf(Service),
  'appointments.listFreeDays': FreeDays,
  'appointments.listSlots': pageOf(Slot),
  'appointments.hold': Hold,
  'appointments.extend': Hold,
  'appointments.book': Appointment,
  'appointments.request': Appointment,
  'appointments.listAppointments': pageOf(Appointment),
  'appointments.readAppointment': Appointment,
  'appointments.cancel': Appointment,
  'appointments.setTopic': Appointment,
  'appointments.setWaiting': Appointment,
  'appointments.readOffer': SlotOffer,
  'appointments.takeOffer': Appointment,
  'appointments.declineOffer': SlotOffer,
  'schedule.openSlots': pageOf(Slot),
  'schedule.listRequests': pageOf(Appointment),
  'schedule.confirm': Appointment,
  'schedule.decline': Appointment,
  'schedule.offer': SlotOffer,
  'changes.changesSince': Changes,
};

type Method = (...given: never[]) => unknown;

/** The same connection, with everything it answers held against the model, strictly. */
export function strictConnection(connection: Connection): Connection {
  checkStrictly(Session, connection, 'connect');
  const ports = Object.keys(connection).filter((name) => typeof connection[name as PortName] === 'object');
  const strict = ports
    .filter((name) => Object.keys(ANSWERS).some((call) => call.startsWith(`${name}.`)))
    .map((name) => [name, strictPort(name, connection[name as PortName]!)]);
  return { ...connection, ...(Object.fromEntries(strict) as Partial<Connection>) };
}

function strictPort(name: string, port: object): object {
  const parts = Object.entries(port).map(([method, value]: [string, unknown]) => {
    const schema = ANSWERS[`${name}.${method}`];
    if (!schema || typeof value !== 'function') return [method, value];
    const call = async (...given: never[]): Promise<unknown> => {
      const answer = await (value as Method).apply(port, given);
      checkStrictly(schema, answer, `${name}.${method}`);
      return answer;
    };
    return [method, call];
  });
  return Object.fromEntries(parts) as object;
}

/** Fails unless an answer is what the model says, with nothing that had to be read leniently. */
export function checkStrictly(schema: Schema, answer: unknown, call: string): void {
  const result = schema.safeParse(answer);
  if (!result.success) {
    const places = result.error.issues.map((issue) => issue.path.join('.'));
    fail(`${call} should answer as the model says, and does not at "${places.join('", "')}"`);
  }
  compare(answer, result.data, call);
  checkPeople(answer, call);
}

/** Fails where the model had to overlook something: an unknown word, a wrong optional part, a broken list. */
function compare(found: unknown, read: unknown, path: string): void {
  if (typeof read !== 'object' || read === null) {
    if (!Object.is(found, read)) fail(`${path} is not what the model says: it reads as ${String(read)}`);
    return;
  }
  const parts = found as Readonly<Record<string, unknown>>;
  if (Array.isArray(read) && !Array.isArray(found)) fail(`${path} should be a list`);
  for (const [name, part] of Object.entries(read)) {
    if (parts[name] !== undefined && parts[name] !== null) compare(parts[name], part, `${path}.${name}`);
  }
}

/** Fails where somebody has no name, or a member of staff no role in words and no practice. */
function checkPeople(value: unknown, path: string): void {
  if (typeof value !== 'object' || value === null) return;
  const { name, kind, title, practice } = value as Readonly<Record<string, unknown>>;
  if (typeof kind === 'string' && typeof name === 'string') {
    if (name.trim() === '') fail(`${path} should have a name`);
    if (kind === 'staff' && !(title && practice)) fail(`${path} should have a title and a practice`);
  }
  for (const [part, inner] of Object.entries(value)) checkPeople(inner, `${path}.${part}`);
}
