import type { Resource } from '@medplum/fhirtypes';
import { evalFhirPath, pathOf } from './engine.js';

/** One of the parameters a search is sorted by. */
export interface SortRule {
  readonly code: string;
  readonly descending?: boolean;
}

type SortKey = number | string | undefined;

// Finding a key costs more than comparing two, and a version never changes.
const keys = new WeakMap<Resource, Map<string, SortKey>>();

/** Sorts by the first rule, equals by the next; times by the instant they mean, and what has no key last. */
export function sortResources<R extends Resource>(resources: R[], rules: readonly SortRule[] = []): R[] {
  return resources.sort((one, other) => {
    for (const { code, descending } of rules) {
      const [a, b] = [keyOf(one, code), keyOf(other, code)];
      if (a === b) continue;
      if (a === undefined) return 1;
      if (b === undefined) return -1;
      return a < b === !descending ? -1 : 1;
    }
    return 0;
  });
}

function keyOf(resource: Resource, code: string): SortKey {
  let found = keys.get(resource);
  if (!found) keys.set(resource, (found = new Map<string, SortKey>()));
  if (!found.has(code)) found.set(code, findKey(resource, code));
  return found.get(code);
}

function findKey(resource: Resource, code: string): SortKey {
  const path = pathOf(resource.resourceType, code);
  const value: unknown = path === undefined ? undefined : evalFhirPath(path, resource)[0];
  if (typeof value === 'number') return value;
  const text = typeof value === 'string' ? value : textOf(value);
  return text !== undefined && /^\d{4}(-|$)/.test(text) ? Date.parse(text) : text;
}

/** What a period, a concept or a reference is sorted by. */
function textOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { start, end, text, coding, reference } = value as {
    start?: string;
    end?: string;
    text?: string;
    coding?: { code?: string }[];
    reference?: string;
  };
  return start ?? end ?? text ?? coding?.[0]?.code ?? reference;
}
