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
  /** What was asked for, and no time was found, while the days that were wished for are still to come. */
  readonly declined: readonly Appointment[];
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
  const declined = subject ? readDeclined(client, subject, signal) : [];
  if (subject) {
    const query = { subject, when: 'coming' } as const;
    do {
      coming = withMore(coming, await listAppointments(client, { ...query, after: coming.next }, options), visitId);
    } while (coming.next !== undefined && coming.items.length < MANY);
  }
  const isPatient = me.kind !== 'staff';
  const can = Object.fromEntries(ACTS.map((act) => [act, isPatient && Boolean(port?.[act])])) as AppointmentsView['can'];
  return { me, practice, subjects, subject, coming, declined: await declined, can, readAt: client.clock.now() };
}

/** An answer to a request must not hide behind the visits that are over. It is left out where it cannot be read. */
async function readDeclined(client: Client, subject: PersonId, signal: AbortSignal): Promise<readonly Appointment[]> {
  const past = await listAppointments(client, { subject, when: 'past' }, { signal }).catch(() => undefined);
  // A day less, so that it does not matter where on earth today is.
  const today = new Date(client.clock.now() - 86_400_000).toISOString().slice(0, 10);
  return past?.items.filter(({ status, wishes }) => status === 'declined' && wishes.some(({ day }) => day >= today)) ?? [];
}

/** The one chosen, or the reader themselves, or the only one there is. */
function subjectOf(subjects: readonly Subject[], chosen: string | undefined): PersonId | undefined {
  const first = subjects.length === 1 || subjects[0]?.relationship === 'self' ? subjects[0] : undefined;
  return (subjects.find(({ id }) => id === chosen) ?? first)?.id;
}
