import { at, listAt, textAt } from './json.js';

/** What our own codes and extensions are named under. Nothing is fetched from there. */
export const OURS = 'https://carethread.dev/fhir/';
/** The system of keys: one identifier for each act of sending. */
export const KEYS = `${OURS}key`;

/** A code of ours as a concept, with words for whoever does not know it. */
export const concept = (system: string, code: string, text?: string) => ({
  coding: [{ system: OURS + system, code, ...(text && { display: text }) }],
  ...(text && { text }),
});

/** An extension of ours. */
export const extension = (name: string, valueString: string) => ({ url: OURS + name, valueString });

/** What an extension of ours says, or whom it refers to. */
export function extensionOf(value: unknown, name: string): string | undefined {
  const found = extensionsOf(value, name)[0];
  return textAt(found, 'valueString') ?? textAt(found, 'valueReference.reference');
}

/** All extensions of ours with a name. */
export const extensionsOf = (value: unknown, name: string): readonly unknown[] =>
  listAt(value, 'extension').filter((each) => textAt(each, 'url') === OURS + name);

/** What we wrote as JSON into an extension. Whoever else writes there is not believed: the client checks it. */
export function dataOf(value: unknown, name: string): unknown {
  try {
    return JSON.parse(extensionOf(value, name) ?? 'null');
  } catch {
    return null;
  }
}

/** A search value of a code of ours. */
export const coded = (system: string, code: string): string => encodeURIComponent(`${OURS}${system}|${code}`);

/** Where a reference leads, as `Type/id`: without the server's address and without a version. */
export function referenceIn(value: unknown): string | undefined {
  const reference = textAt(value, 'reference') ?? (typeof value === 'string' ? value : undefined);
  return /(?:^|\/)([A-Z]\w+\/[\w.-]{1,64})(?:\/_history\/[^/]+)?$/.exec(reference ?? '')?.[1];
}

/** The id alone, of a reference of a type. */
export const idIn = (value: unknown, type: string): string | undefined => {
  const [found, id] = referenceIn(value)?.split('/') ?? [];
  return found === type ? id : undefined;
};

/** An id that FHIR allows. Any other is nobody's, and no part of an address. */
export const isId = (id: string): boolean => /^[\w.-]{1,64}$/.test(id);

/** The version a resource has, as it is given back in `If-Match`. */
export const versionOf = (resource: unknown): string | undefined => {
  const version = at(resource, 'meta.versionId');
  return typeof version === 'string' || typeof version === 'number' ? String(version) : undefined;
};
