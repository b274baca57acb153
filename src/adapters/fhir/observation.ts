import type { Measurement } from '../../model/measurement.js';
import { flagOf } from './observation-flag.js';
import { rangesOf } from './observation-range.js';
import { valueOf } from './observation-value.js';
import { labelOf, type Part, partOf, partsOf, present, referenceOf, textOf } from './result-parts.js';

/** Finds what a reference leads to, among what came with it and what is contained. */
export type Find = (reference: string) => Part | undefined;

/** How deep panels within panels are read. Real ones have one or two levels. */
export const DEEPEST = 5;
/** How many measurements one result shows. */
const MOST = 500;

/** What a test is known by: its LOINC code where it has one. Measurements of one code make a trend. */
export function codeOf(code: unknown): string | undefined {
  const codings = partsOf(partOf(code).coding).filter((coding) => textOf(coding.code));
  const best = codings.find(({ system }) => system === 'http://loinc.org') ?? codings[0];
  return best && `${textOf(best.system) ?? ''}|${textOf(best.code)}`;
}

/** The observations that a resource lists, with their members, each once and itself not among them. */
export function measurementsOf(whole: Part, find: Find): Measurement[] {
  const nameOf = ({ resourceType, id }: Part): string => `${String(resourceType)}/${String(id)}`;
  const seen = new Set([nameOf(whole)]);
  const found: Measurement[] = [];
  const walk = (listed: readonly Part[], depth: number, group?: string): void => {
    for (const reference of listed) {
      const to = referenceOf(reference) ?? '';
      const name = textOf(reference.display);
      const observation = find(to);
      const known = observation ? nameOf(observation) : to;
      if (!(known || name) || seen.has(known) || found.length >= MOST) continue;
      if (known) seen.add(known);
      if (observation?.resourceType !== 'Observation') {
        // What may not be read, or is no more, is still a part of it.
        found.push(present({ name: name ?? '', group, value: { kind: 'absent', reason: 'unknown' }, ranges: [] }));
        continue;
      }
      // What was entered by mistake says nothing.
      if (observation.status === 'entered-in-error') continue;
      found.push(...measured(observation, name, group));
      if (depth < DEEPEST) walk(partsOf(observation.hasMember), depth + 1, labelOf(observation.code) ?? group);
    }
  };
  walk([whole.result, whole.hasMember].flatMap(partsOf), 0);
  return found.slice(0, MOST);
}

/** One observation, then its components. A panel that says nothing itself only gives them its name. */
export function measured(observation: Part, name?: string, group?: string): Measurement[] {
  const components = partsOf(observation.component);
  const own = measurement(observation, name, group);
  const isPanel = components.length + partsOf(observation.hasMember).length > 0;
  const saysMore = (own.value && own.value.kind !== 'absent') || own.flag || own.flagText;
  const parts = components.map((component) => measurement(component, undefined, labelOf(observation.code) ?? name));
  return isPanel && !saysMore ? parts : [own, ...parts];
}

function measurement(observation: Part, name?: string, group?: string): Measurement {
  return present({
    name: labelOf(observation.code) ?? name ?? '',
    code: codeOf(observation.code),
    group,
    value: valueOf(observation),
    ...flagOf(observation.interpretation),
    ranges: rangesOf(observation.referenceRange, partOf(observation.valueQuantity)),
    method: labelOf(observation.method),
  });
}
