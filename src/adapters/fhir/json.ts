// Everything a server says is a stranger's: it is looked at by path, and what is of another type is not there.

/** What stands at a path such as `restriction.period.end` or `coding.0.code`. Undefined where there is nothing. */
export function at(value: unknown, path: string): unknown {
  let found = value;
  for (const part of path.split('.')) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, part)) return undefined;
    found = (found as Readonly<Record<string, unknown>>)[part];
  }
  return found;
}

/** The text at a path, if it is one and not empty. */
export function textAt(value: unknown, path: string): string | undefined {
  const text = at(value, path);
  return typeof text === 'string' && text !== '' ? text : undefined;
}

/** The list at a path; empty for whatever is none. */
export function listAt(value: unknown, path: string): readonly unknown[] {
  const list = at(value, path);
  return Array.isArray(list) ? list : [];
}

/** A resource, unchecked but for being an object with a type. */
export interface Resource {
  readonly resourceType: string;
  readonly id?: unknown;
  readonly subject?: unknown;
  readonly topic?: unknown;
  readonly [part: string]: unknown;
}

export const isResource = (value: unknown): value is Resource => textAt(value, 'resourceType') !== undefined;

/** What a concept is called: in its own words, or in those of its first code that has any. */
export function wordsOf(concept: unknown): string | undefined {
  return textAt(concept, 'text') ?? listAt(concept, 'coding').map((coding) => textAt(coding, 'display')).find(Boolean);
}

/** The code that a concept, or one of several, has in a system. */
export function codeIn(concepts: unknown, system: string): string | undefined {
  const codings = [concepts].flat().flatMap((concept) => listAt(concept, 'coding'));
  return textAt(codings.find((coding) => textAt(coding, 'system') === system), 'code');
}
