import type { VisitChoice } from '../../../adapter/ports/appointments.js';
import type { Slot } from '../../../model/slot.js';
import { instantOf, type Part, present } from '../result-parts.js';
import { idIn, isId, versionOf } from '../terms.js';
import { type Catalogue, type Offering, saysWhatFor } from './catalogue.js';
import { KINDS, kindIn, kindsIn, typesIn } from './visit-terms.js';

/** A Slot as it is told: with what its schedule says of all its times. None where it does not say from when to when. */
export function slotOf(resource: Part, { timetables }: Pick<Catalogue, 'timetables'>, offering?: Offering): Slot | undefined {
  const [starts, ends] = [instantOf(resource.start), instantOf(resource.end)];
  if (!starts || !ends || Date.parse(ends) <= Date.parse(starts) || typeof resource.id !== 'string' || !isId(resource.id)) return undefined;
  const timetable = timetables.get(idIn(resource.schedule, 'Schedule') ?? '');
  const place = timetable?.place ?? (offering?.places.length === 1 ? offering.places[0] : undefined);
  const own = offering && kindsIn(offering.resource.characteristic);
  const kind = kindIn(resource.appointmentType, resource.serviceCategory, resource.serviceType) ?? timetable?.kind;
  // Where there is one way to meet, or somewhere to go, that is how.
  const met = kind ?? (own?.length === 1 ? own[0]! : place ? 'in-person' : 'other');
  return present({
    id: resource.id as Slot['id'],
    version: versionOf(resource),
    starts,
    ends,
    kind: met,
    practitioner: timetable?.practitioner,
    // Nobody goes anywhere for a call.
    place: met === 'phone' || met === 'video' ? undefined : place,
  });
}

/** Whether a Slot is for a service: by its own words where it has any, else by its schedule's. */
export function isFor(resource: Part, { types, timetables }: Offering): boolean {
  const timetable = timetables.find((each) => each.id === idIn(resource.schedule, 'Schedule'));
  if (!timetable) return false;
  const own = typesIn(resource.serviceType).filter((type) => !type.startsWith(`${KINDS}|`));
  if (own.length > 0) return own.some((type) => types.includes(type));
  return saysWhatFor(timetable);
}

/** Whether a slot is what somebody has chosen. */
export const isChosen = ({ practitioner, kind, place }: Slot, choice: Omit<VisitChoice, 'subject' | 'service'>): boolean =>
  (!choice.practitioner || practitioner?.id === choice.practitioner) &&
  (!choice.kind || kind === choice.kind) &&
  (!choice.place || place?.id === choice.place);
