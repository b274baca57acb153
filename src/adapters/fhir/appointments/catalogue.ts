import type { CallOptions } from '../../../adapter/call-options.js';
import type { ServiceId } from '../../../model/appointment-id.js';
import type { Person } from '../../../model/person.js';
import type { Place, VisitKind } from '../../../model/service.js';
import type { FhirContext } from '../fhir-context.js';
import type { Resource } from '../json.js';
import { allOf } from '../paging.js';
import { unlessRefused } from '../result-members.js';
import { type Part, partOf, partsOf, present } from '../result-parts.js';
import { idIn, isId, referenceIn } from '../terms.js';
import { namedPerson } from './named-person.js';
import { kindIn, referencesTo, textOf, typesIn } from './visit-terms.js';

/** Whose times a Schedule has, and where. */
export interface Timetable {
  readonly id: string;
  readonly resource: Part;
  readonly practitioner: Person | undefined;
  readonly place: Place | undefined;
  readonly kind: VisitKind | undefined;
}

/** A HealthcareService and the schedules it has times in. */
export interface Offering {
  readonly id: ServiceId;
  readonly resource: Part;
  /** Its codes, `system|code`. */
  readonly types: readonly string[];
  readonly places: readonly Place[];
  readonly timetables: readonly Timetable[];
}

/** What a practice offers. */
export interface Catalogue {
  readonly offerings: ReadonlyMap<string, Offering>;
  readonly timetables: ReadonlyMap<string, Timetable>;
  /** By reference: `Location/1`. */
  readonly places: ReadonlyMap<string, Place>;
}

/** How many places are asked for in one address. */
const TOGETHER = 40;

/** Reads what a practice offers. What the server does not have, or not for this reader, is not offered. */
export async function readCatalogue(context: FhirContext, given: CallOptions): Promise<Catalogue> {
  const { http, directory, practice, capabilities } = context;
  const all = async (path: string): Promise<readonly Resource[]> => (await allOf(http, `${path}_count=100`, given)).matches;
  const of = idIn(practice.id, 'Organization');
  const hasSchedules = !capabilities.lack('Schedule.search-type', 'Slot.search-type', 'Slot.read');
  const [services, schedules] = await Promise.all([
    all(`HealthcareService?${of ? `organization=${of}&` : ''}`),
    hasSchedules ? all('Schedule?') : [],
  ]);
  const active = ({ active: isActive, id }: Part): boolean => isActive !== false && typeof id === 'string' && isId(id);
  const named = [...services.map(({ location }) => location), ...schedules.map(({ actor }) => actor)];
  const wanted = [...new Set(named.flatMap((list) => referencesTo(/^Location\//, list)))];
  const [locations] = await Promise.all([
    locationsOf(wanted, (path) => unlessRefused(all(path))),
    directory.learn(schedules.flatMap(({ actor }) => partsOf(actor)), given),
  ]);
  const places = new Map(locations.filter(active).flatMap((location) => placeOf(location) ?? []).map((place) => [`Location/${place.id}`, place]));
  const timetables = new Map(schedules.filter(active).map((schedule) => [String(schedule.id), timetableOf(schedule, places, context)]));
  const offerings = services.filter(active).map((resource): Offering => {
    const types = typesIn(resource.type);
    return {
      id: resource.id as ServiceId,
      resource,
      types,
      places: referencesTo(/^Location\//, resource.location).flatMap((reference) => places.get(reference) ?? []),
      timetables: [...timetables.values()].filter((timetable) => isFor(timetable, String(resource.id), types)),
    };
  });
  return { offerings: new Map(offerings.map((offering) => [offering.id, offering])), timetables, places };
}

async function locationsOf(
  references: readonly string[],
  read: (path: string) => Promise<readonly Resource[] | undefined>,
): Promise<readonly Resource[]> {
  const ids = references.map((reference) => reference.split('/')[1]!);
  const parts = Array.from({ length: Math.ceil(ids.length / TOGETHER) }, (_, part) => ids.slice(part * TOGETHER, (part + 1) * TOGETHER));
  return (await Promise.all(parts.map((part) => read(`Location?_id=${part.join(',')}&`)))).flatMap((found) => found ?? []);
}

function placeOf({ id, name, address, description, telecom }: Part): Place | undefined {
  const called = textOf(name);
  if (!called) return undefined;
  const { text, line, city, state, postalCode } = partOf(address);
  const lines = [...(Array.isArray(line) ? (line as unknown[]) : []), city, [state, postalCode].map(textOf).filter(Boolean).join(' ')];
  const phone = partsOf(telecom).find(({ system }) => system === 'phone');
  return present({
    id: id as Place['id'],
    name: called,
    address: textOf(text) ?? (lines.map(textOf).filter(Boolean).join(', ') || undefined),
    note: textOf(description),
    phone: textOf(phone?.value),
  });
}

function timetableOf(resource: Part, places: ReadonlyMap<string, Place>, context: FhirContext): Timetable {
  const actors = partsOf(resource.actor);
  const practitioner = actors.find((actor) => /^Practitioner(Role)?\//.test(referenceIn(actor) ?? ''));
  return {
    id: String(resource.id),
    resource,
    practitioner: practitioner && namedPerson(context, practitioner),
    place: referencesTo(/^Location\//, actors).map((reference) => places.get(reference)).find(Boolean),
    kind: kindIn(resource.serviceCategory, resource.serviceType, resource.specialty),
  };
}

/** Whether a schedule has times for a service: it names it, or has a code of it. One that says neither leaves it to its slots. */
function isFor({ resource: { actor, serviceType } }: Timetable, service: string, types: readonly string[]): boolean {
  const services = referencesTo(/^HealthcareService\//, actor);
  if (services.length > 0) return services.includes(`HealthcareService/${service}`);
  const own = typesIn(serviceType);
  return own.length === 0 || own.some((type) => types.includes(type));
}

/** Whether a schedule itself says what its times are for. Where it does not, each of its slots must. */
export const saysWhatFor = ({ resource: { actor, serviceType } }: Timetable): boolean =>
  typesIn(serviceType).length > 0 || referencesTo(/^HealthcareService\//, actor).length > 0;
