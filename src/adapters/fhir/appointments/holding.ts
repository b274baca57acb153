import type { CallOptions } from '../../../adapter/call-options.js';
import { AdapterError } from '../../../adapter/errors.js';
import type { AppointmentsPort } from '../../../adapter/ports/appointments.js';
import type { Hold } from '../../../model/slot.js';
import type { Json } from '../../shared/serialise.js';
import { allOf } from '../paging.js';
import { instantOf, type Part } from '../result-parts.js';
import { extensionOf } from '../terms.js';
import { giveUp, wasFaster } from './act.js';
import { patientOf } from './appointment.js';
import { slotOf } from './slot.js';
import { appointmentIn } from './taking.js';
import { isHold } from './visit-terms.js';
import { checkSubject, conflict, readOne, type VisitContext } from './visit-context.js';

/** How often a hold can begin anew, where a server says how often it has. */
const EXTENSIONS = 3;

/** What a reader keeps while they fill in: where the server has `$hold`, an appointment that is pending. */
export interface Holds {
  readonly port: Pick<AppointmentsPort, 'hold' | 'extend' | 'release'>;
  /** Lets go of all but one, which has been booked. */
  letGo(booked: string, given: CallOptions): Promise<void>;
}

/** What a server refuses, or cannot be reached for, may stay as it is: a hold runs out by itself. */
function unlessOurs(error: unknown): void {
  if (!(error instanceof AdapterError)) throw error;
}

/**
 * The holds of a session. `held` are the slots that are kept, by id, each until when: it is read by whoever lists what is
 * free.
 */
export function createHolds(context: VisitContext, held: Map<string, number>): Holds {
  const { http } = context;

  /** The reader's own hold of a slot, as the server has it now. */
  async function holdOf(slot: string, given: CallOptions): Promise<Part | undefined> {
    const { matches } = await allOf(http, `Appointment?slot=Slot/${slot}&status=pending&_count=50`, given);
    return matches.find((each) => isHold(each) && context.subjects.some(({ id }) => id === patientOf(each)));
  }

  async function keep(slotId: string, appointment: Part, given: CallOptions): Promise<Hold> {
    const parameters = { resourceType: 'Parameters', parameter: [{ name: 'appt-resource', resource: appointment as Json }] };
    let kept: Part | undefined;
    try {
      kept = appointmentIn(await http.post(parameters, given, true, 'Appointment/$hold'));
    } catch (error) {
      throw wasFaster(error) ? conflict('slot') : error;
    }
    const [time, count] = extensionOf(kept, 'hold')?.split(' ') ?? [];
    const until = instantOf(time);
    // Nobody is shown a time to fill in by that the server does not promise.
    if (!until) throw new AdapterError('unsupported', 'fhir: it is not said until when a slot is held');
    const resource = await readOne(context, 'Slot', slotId, given);
    const slot = slotOf(resource, await context.catalogue(given));
    if (!slot) throw conflict('slot');
    held.clear();
    held.set(slotId, Date.parse(until));
    return { slot, until, left: Math.max(0, Math.round(Date.parse(until) - http.now())), canExtend: Number(count ?? 0) < EXTENSIONS };
  }

  const letGoOf = async (slot: string, given: CallOptions): Promise<void> => {
    const hold = await holdOf(slot, given);
    held.delete(slot);
    if (hold) await giveUp(context, String(hold.id), given, ({ status }) => (status === 'pending' ? { parts: { status: 'entered-in-error' } } : undefined));
  };

  return {
    port: {
      async hold({ slot: slotId, subject }, given) {
        await checkSubject(context, subject, given);
        const slot = await readOne(context, 'Slot', slotId, given);
        const told = slotOf(slot, await context.catalogue(given));
        if (!told || Date.parse(told.starts) <= http.now()) throw conflict('slot');
        const { starts: start, ends: end } = told;
        const participant = [{ actor: { reference: subject }, status: 'accepted' }];
        return keep(slotId, { resourceType: 'Appointment', status: 'proposed', slot: [{ reference: `Slot/${slotId}` }], start, end, participant }, given);
      },
      async extend({ slot }, given) {
        given.signal.throwIfAborted();
        const hold = await holdOf(slot, given);
        if (!hold) throw conflict('slot');
        return keep(slot, hold, given);
      },
      async release({ slot }, given) {
        given.signal.throwIfAborted();
        await letGoOf(slot, given);
      },
    },
    async letGo(booked, given) {
      for (const slot of held.keys()) {
        // It is booked: that a hold cannot be let go of, even for want of a session, is nothing to be told instead.
        if (slot !== booked) await letGoOf(slot, given).catch(unlessOurs);
        held.delete(slot);
      }
    },
  };
}
