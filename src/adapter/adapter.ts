import type { Person, Subject } from '../model/person.js';
import type { CallOptions } from './call-options.js';
import type { AdapterErrorCode } from './errors.js';
import type { AppointmentsPort } from './ports/appointments.js';
import type { AttachmentsPort } from './ports/attachments.js';
import type { ChangesPort } from './ports/changes.js';
import type { ContactPort } from './ports/contact.js';
import type { MessagesPort } from './ports/messages.js';
import type { PeoplePort } from './ports/people.js';
import type { PracticePort } from './ports/practice.js';
import type { QueuePort } from './ports/queue.js';
import type { ResultsPort } from './ports/results.js';
import type { SchedulePort } from './ports/schedule.js';

/** What a backend may offer. Every port is optional, and a missing one is the whole flag. */
export interface Ports {
  readonly people?: PeoplePort | undefined;
  readonly practice?: PracticePort | undefined;
  readonly contact?: ContactPort | undefined;
  readonly messages?: MessagesPort | undefined;
  readonly queue?: QueuePort | undefined;
  readonly results?: ResultsPort | undefined;
  readonly attachments?: AttachmentsPort | undefined;
  readonly appointments?: AppointmentsPort | undefined;
  readonly schedule?: SchedulePort | undefined;
  readonly changes?: ChangesPort | undefined;
}

export type PortName = keyof Ports;

/** Every method of every port. A connection has each of them or says in `missing` why not. */
export const PORT_METHODS = {
  people: ['listCareTeam', 'listStaff'],
  practice: ['readPractice', 'listReasons'],
  contact: ['send', 'listMedications'],
  messages: ['listThreads', 'readThread', 'listEntries', 'send', 'markRead', 'continue', 'settle', 'amend', 'retract'],
  queue: ['list', 'claim', 'route', 'close', 'logCall', 'pause', 'resume'],
  results: [
    'listResults',
    'readResult',
    'listHistory',
    'uncover',
    'readRelease',
    'setRelease',
    'noteVisit',
    'reportMistake',
    'listReported',
    'reviewCorrection',
  ],
  attachments: ['open'],
  appointments: [
    'listServices',
    'listFreeDays',
    'listSlots',
    'hold',
    'extend',
    'release',
    'book',
    'request',
    'listAppointments',
    'readAppointment',
    'cancel',
    'setTopic',
    'setWaiting',
    'readOffer',
    'takeOffer',
    'declineOffer',
  ],
  schedule: ['openSlots', 'listRequests', 'confirm', 'decline', 'offer'],
  changes: ['changesSince', 'watch'],
} as const satisfies { readonly [P in PortName]: readonly (keyof NonNullable<Ports[P]>)[] };

/** Why something is not there, and the number to call instead if there is one. */
export interface Absence {
  readonly code: AdapterErrorCode;
  readonly phone?: string | undefined;
}

/** What one session on one backend can do. A plain object: a host may keep it, wrap it, or pass it on. */
export interface Connection extends Ports {
  readonly me: Person;
  /** Whose care the reader may write and read about; themselves first when they are a patient. */
  readonly subjects: readonly Subject[];
  /** A port (`queue`) or method (`changes.watch`) that is not there. Each is either there or here, never both. */
  readonly missing: Readonly<Record<string, Absence>>;
}

/** A backend, translated. Made by a factory such as `restAdapter()`. */
export interface Adapter {
  /** Names the kind of backend in reports: `rest`, `memory`. */
  readonly name: string;
  /** Opens a session: who I am, whom I may act for, what there is. Rejects with an {@link AdapterError}. */
  connect(options: CallOptions): Promise<Connection>;
}
