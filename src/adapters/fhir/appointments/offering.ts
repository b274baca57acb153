import type { WriteOptions } from '../../../adapter/call-options.js';
import { AdapterError } from '../../../adapter/errors.js';
import type { SchedulePort } from '../../../adapter/ports/schedule.js';
import { Instant } from '../../../model/instant.js';
import type { SlotOffer } from '../../../model/slot-offer.js';
import { wrongAt } from '../../shared/written-text.js';
import { foundIn, transact } from '../bundle.js';
import { fingerprint, post } from '../changing-thread.js';
import { keysOf } from '../communication.js';
import type { Resource } from '../json.js';
import { concept, KEYS } from '../terms.js';
import { keyed } from '../written-message.js';
import { patientOf } from './appointment.js';
import { offeringOf } from './free-times.js';
import { readResource } from './listing.js';
import { freeSlot, tellOffer } from './offers.js';
import { labelIn } from './service.js';
import { isFor } from './slot.js';
import { conflict, readOne, type VisitContext } from './visit-context.js';
import { afterwards } from './written.js';

const MOST = 5;

/** Offers times to somebody: a task for them, that they can take or decline. */
export async function makeOffer(context: VisitContext, offer: Parameters<SchedulePort['offer']>[0], given: WriteOptions): Promise<SlotOffer> {
  const { subject, service, slots, until, moves } = offer;
  const { http, me, directory } = context;
  const words = fingerprint(['slot-offer', subject, service, slots, until, moves]);
  const made = async (): Promise<Resource | undefined> => {
    const path = `Task?identifier=${encodeURIComponent(`${KEYS}|${given.key}`)}`;
    const [task] = foundIn(await http.read(path, given, JSON.parse), 'Task').matches;
    const asked = task && keysOf(task).find(({ key }) => key === given.key)?.request;
    if (asked !== undefined && asked !== words) throw conflict();
    return task;
  };
  const there = await made();
  if (there) return afterwards(tellOffer(context, there, given));
  const offering = await offeringOf(context, offer, given);
  const catalogue = await context.catalogue(given);
  if (slots.length < 1 || slots.length > MOST || new Set(slots).size < slots.length) throw wrongAt('slots');
  if (until !== undefined && !(Instant.safeParse(until).success && Date.parse(until) > http.now())) throw wrongAt('until');
  for (const [place, id] of slots.entries()) {
    const slot = await readOne(context, 'Slot', id, given).catch((error: unknown) => {
      if (error instanceof AdapterError && /^(not-found|gone)$/.test(error.code)) throw conflict(`slots.${place}`);
      throw error;
    });
    if (!isFor(slot, offering)) throw wrongAt(`slots.${place}`);
    if (!freeSlot(context, slot, catalogue, offering)) throw conflict(`slots.${place}`);
  }
  if (moves !== undefined && patientOf(await readResource(context, moves, given)) !== subject) throw wrongAt('moves');
  await directory.learn([subject], given);
  const input = (word: string, reference: string) => ({ type: concept('slot-offer', word), valueReference: { reference } });
  const task = {
    resourceType: 'Task',
    identifier: [keyed(given.key, words)],
    status: 'requested',
    intent: 'proposal',
    code: concept('task', 'slot-offer', 'Times that are offered'),
    focus: { reference: `HealthcareService/${service}`, display: labelIn(offering.resource) ?? '' },
    for: { reference: subject, display: directory.person(subject)?.name ?? '' },
    requester: { reference: me.id, display: me.name },
    authoredOn: new Date(http.now()).toISOString(),
    ...(until && { restriction: { period: { end: until } } }),
    input: [...slots.map((id) => input('slot', `Slot/${id}`)), ...(moves ? [input('moves', `Appointment/${moves}`)] : [])],
  };
  await transact(http, [post(task)], given);
  const written = await afterwards(made());
  if (!written) throw new AdapterError('unknown-outcome', 'what was offered is not there');
  return afterwards(tellOffer(context, written, given));
}
