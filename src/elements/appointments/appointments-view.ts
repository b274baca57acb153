import type { Client } from '../../client/client.js';
import { listAppointments } from '../../client/appointments.js';
import { type PagedList, withMore } from '../../client/paged-list.js';
import { readPractice } from '../../client/practice.js';
import type { Appointment } from '../../model/appointment.js';
import type { PersonId } from '../../model/id.js';
import type { Subject } from '../../model/person.js';
import type { Surroundings } from '../shared/surroundings.js';

/** All that the list of visits shows at once. */
export interface AppointmentsView extends Surroundings {
  /** For whom the reader may look. Nobody for staff, who may look at everybody. */
  readonly subjects: readonly Subject[];
  /** Whose visits these are. None: somebody has to be chosen first. */
  readonly subject: PersonId | undefined;
  readonly coming: PagedList<Appointment>;
  /** What the reader can do here at all; whether with one visit, that says itself. */
  readonly can: Readonly<Record<Act, boolean>>;
  /** When it was read, by the client's clock. */
  readonly readAt: number;
}

type Act = 'book' | 'cancel' | 'setTopic' | 'setWaiting' | 'readOffer';

const ACTS: readonly Act[] = ['book', 'cancel', 'setTopic', 'setWaiting', 'readOffer'];

/** More visits than this are nobody's: a list without end is not followed to it. */
const MANY = 200;

export const visitId = ({ id }: Appointment): string => id;

/** Whose visits, read by whom: what one has begun is nothing to the next. */
export const viewKey = ({ me, subject }: AppointmentsView): string => JSON.stringify([me.id, subject]);

/** Reads what is to come for whom the page asks, or else for whom the reader has chosen. */
export async function readAppointments(
  client: Client,
  [asked, chosen]: readonly string[],
  signal: AbortSignal,
): Promise<AppointmentsView> {
  const options = { signal };
  const [{ me, subjects, appointments: port }, practice] = await Promise.all([
    client.connect(),
    readPractice(client, options).catch(() => undefined),
  ]);
  const subject = asked ? (asked as PersonId) : subjectOf(subjects, chosen);
  let coming: PagedList<Appointment> = { items: [], unreadable: 0 };
  if (subject) {
    const query = { subject, when: 'coming' } as const;
    do {
      coming = withMore(coming, await listAppointments(client, { ...query, after: coming.next }, options), visitId);
    } while (coming.next !== undefined && coming.items.length < MANY);
  }
  const isPatient = me.kind !== 'staff';
  const can = Object.fromEntries(ACTS.map((act) => [act, isPatient && Boolean(port?.[act])])) as AppointmentsView['can'];
  return { me, practice, subjects, subject, coming, can, readAt: client.clock.now() };
}

/** The one chosen, or the reader themselves, or the only one there is. */
function subjectOf(subjects: readonly Subject[], chosen: string | undefined): PersonId | undefined {
  const first = subjects.length === 1 || subjects[0]?.relationship === 'self' ? subjects[0] : undefined;
  return (subjects.find(({ id }) => id === chosen) ?? first)?.id;
}
