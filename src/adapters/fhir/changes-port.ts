import type { ChangesPort } from '../../adapter/ports/changes.js';
import type { AppointmentId } from '../../model/appointment-id.js';
import type { Change } from '../../model/change.js';
import type { ResultId, ThreadId } from '../../model/id.js';
import { Instant } from '../../model/instant.js';
import { wrongAt } from '../shared/written-text.js';
import { orThrow, searches } from './bundle.js';
import { type FhirContext, patientsIn } from './fhir-context.js';
import { at, codeIn, type Resource, textAt } from './json.js';
import { WATCHED } from './offer.js';
import { allOf } from './paging.js';
import { idIn, OURS, referenceIn, versionOf } from './terms.js';

/** How long a change may take until a search finds it, in milliseconds: so far each look reaches back. */
const OVERLAP = 5_000;

/** Noticing what others do, by asking: a server's own hints may be missed, and this is not. */
export function changesPort(context: FhirContext): Pick<ChangesPort, 'changesSince'> {
  const { http, capabilities } = context;
  const types = WATCHED.filter((type) => capabilities.lack(`${type}.search-type`) === undefined);
  const addressOf = (type: string): string => `${type}?_sort=-_lastUpdated${patientsIn(context)}`;

  return {
    async changesSince(since, given) {
      given.signal.throwIfAborted();
      // A bookmark: how far it goes, and which versions near its end were told.
      const [time, ...told] = since?.split(' ') ?? [];
      if (time !== undefined && !Instant.safeParse(time).success) throw wrongAt('since');
      let reached = Date.parse(time ?? '');
      if (time === undefined) {
        const newest = await searches(http, types.map((type) => `${addressOf(type)}&_count=1`), given, capabilities.batch);
        reached = Math.max(0, ...newest.flatMap((found) => orThrow(found).matches.map(timeOf)));
      }
      const from = new Date(reached - OVERLAP).toISOString();
      const found = await Promise.all(
        types.map((type) => allOf(http, `${addressOf(type)}&_count=200&_lastUpdated=ge${from}`, given)),
      );
      const all = found.flatMap(({ matches }) => matches);
      const fresh = time === undefined ? [] : all.filter((resource) => !told.includes(versionIn(resource)));
      const end = Math.max(reached, ...all.map(timeOf));
      const near = all.filter((resource) => timeOf(resource) >= end - OVERLAP).map(versionIn);
      return { changes: onceEach(fresh.flatMap(changeIn)), next: [new Date(end).toISOString(), ...near].join(' ') };
    },
  };
}

const timeOf = (resource: Resource): number => Date.parse(textAt(resource, 'meta.lastUpdated') ?? '') || 0;

const versionIn = (resource: Resource): string => `${String(resource.id)}/${versionOf(resource) ?? textAt(resource, 'meta.lastUpdated')}`;

/** Where to look again for a changed resource. */
function changeIn(resource: Resource): Change | [] {
  const { resourceType: type, id } = resource;
  if (type === 'DiagnosticReport' || type === 'Observation') return { kind: 'result', result: `${type}/${String(id)}` as ResultId };
  if (type === 'Appointment') return { kind: 'appointment', appointment: String(id) as AppointmentId };
  // An offer of times, for an appointment or for none.
  if (type === 'Task' && codeIn(resource.code, `${OURS}task`) === 'slot-offer') return { kind: 'appointment' };
  // When results are shown: all of them may be others now.
  if (type === 'Consent') return { kind: 'result' };
  const part = type === 'Task' ? resource.focus : at(resource, 'partOf.0');
  const about = referenceIn(part);
  if (about && /^(DiagnosticReport|Observation)\//.test(about)) return { kind: 'result', result: about as ResultId };
  const thread = idIn(part, 'Communication') ?? (type === 'Communication' && part === undefined ? String(id) : undefined);
  return thread === undefined ? [] : { kind: 'thread', thread: thread as ThreadId };
}

const onceEach = (changes: readonly Change[]): Change[] => [
  ...new Map(changes.map((change) => [`${change.kind} ${change.thread ?? change.result ?? change.appointment}`, change])).values(),
];
