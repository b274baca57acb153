import { listServices } from '../../client/appointments.js';
import type { Client } from '../../client/client.js';
import { readPractice } from '../../client/practice.js';
import type { PlaceId, ServiceId } from '../../model/appointment-id.js';
import type { Appointment } from '../../model/appointment.js';
import type { PersonId } from '../../model/id.js';
import type { Subject } from '../../model/person.js';
import type { Service, VisitKind } from '../../model/service.js';
import type { Surroundings } from '../shared/surroundings.js';

/** For whom what can be booked. */
export interface PickerSetting extends Surroundings {
  readonly subjects: readonly Subject[];
  /** Whose visit it is to be. None: somebody has to be chosen first. */
  readonly subject: PersonId | undefined;
  readonly services: readonly Service[];
  /** The visit that is to be moved. */
  readonly moved: Appointment | undefined;
  /** What the backend can do beside showing times. */
  readonly can: { readonly book: boolean; readonly hold: boolean; readonly extend: boolean; readonly request: boolean };
}

/** What is narrowed down, besides the subject. An empty one: any. */
export interface Narrowed {
  readonly service?: ServiceId;
  readonly kind?: VisitKind;
  readonly practitioner?: PersonId | '';
  readonly place?: PlaceId | '';
}

/** Reads what can be booked for whom the page asks, or else for whom the reader has chosen. */
export async function readSetting(
  client: Client,
  [asked, chosen, moves]: readonly string[],
  signal: AbortSignal,
): Promise<PickerSetting> {
  const options = { signal };
  const practising = readPractice(client, options).catch(() => undefined);
  const { me, subjects, appointments: port } = await client.connect();
  const isStaff = me.kind === 'staff';
  const moved = moves && !isStaff ? await (await import('./more/moved.js')).readMoved(client, moves, signal) : undefined;
  const subject = moved?.subject.id ?? ((asked as PersonId) || subjectOf(subjects, chosen));
  const [practice, services] = await Promise.all([
    practising,
    // Without the port the call says why there is none.
    subject && !isStaff ? listServices(client, subject, options) : undefined,
  ]);
  return {
    ...{ me, practice, subjects, subject, moved },
    services: services?.items ?? [],
    can: {
      book: Boolean(port?.book),
      hold: Boolean(port?.hold && port.release),
      extend: Boolean(port?.extend),
      request: Boolean(port?.request),
    },
  };
}

/** The one chosen, or the reader themselves, or the only one there is. */
function subjectOf(subjects: readonly Subject[], chosen: string | undefined): PersonId | undefined {
  const first = subjects.length === 1 || subjects[0]?.relationship === 'self' ? subjects[0] : undefined;
  return (subjects.find(({ id }) => id === chosen) ?? first)?.id;
}
