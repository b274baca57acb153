import { randomUUID } from 'node:crypto';
import type { Resource } from '@medplum/fhirtypes';

/** A resource as it is kept: with an id, a version, and the time it was last changed. Never changed in place. */
export type Kept = Resource & { readonly id: string };

/** All that a server holds. A copy costs no more than the maps, since what they hold never changes. */
export interface Records {
  /** Every resource, by its type and then its id. */
  readonly resources: Map<string, Map<string, Kept>>;
  /** Every version of every resource, oldest first. */
  readonly history: Map<string, Map<string, Kept[]>>;
  /** The last version of what was deleted, by `Type/id`. */
  readonly gone: Map<string, Kept>;
  /** What has been written since somebody was told. */
  readonly written: Resource[];
}

/** A server that holds nothing yet. */
export function noRecords(): Records {
  return { resources: new Map(), history: new Map(), gone: new Map(), written: [] };
}

/** What a server holds, to write to without changing the original. */
export function copyRecords({ resources, history, gone, written }: Records): Records {
  return {
    resources: new Map([...resources].map(([type, byId]) => [type, new Map(byId)])),
    history: new Map(
      [...history].map(([type, byId]) => [type, new Map([...byId].map(([id, versions]) => [id, [...versions]]))]),
    ),
    gone: new Map(gone),
    written: [...written],
  };
}

/** Puts back what was there, where others hold on to the same maps. */
export function restoreRecords(records: Records, before: Records): void {
  records.written.splice(0, Infinity, ...before.written);
  for (const name of ['resources', 'history', 'gone'] as const) {
    const map = records[name] as Map<string, unknown>;
    map.clear();
    for (const [key, value] of before[name]) map.set(key, value);
  }
}

/** Takes a resource in as it is, under its own id and without a check: real data is not always right. */
export function keep({ resources, history }: Records, resource: Resource): void {
  const { resourceType: type, id = randomUUID() } = resource;
  const kept: Kept = {
    ...resource,
    id,
    meta: { ...resource.meta, versionId: randomUUID(), lastUpdated: new Date().toISOString() },
  };
  mapIn(resources, type).set(id, kept);
  const versions = mapIn(history, type);
  versions.set(id, [...(versions.get(id) ?? []), kept]);
}

function mapIn<T>(maps: Map<string, Map<string, T>>, name: string): Map<string, T> {
  let map = maps.get(name);
  if (!map) maps.set(name, (map = new Map<string, T>()));
  return map;
}
