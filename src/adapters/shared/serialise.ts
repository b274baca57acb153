/** What JSON can say. `undefined` parts of an object are left out. */
export type Json = string | number | boolean | null | undefined | readonly Json[] | { readonly [part: string]: Json };

/**
 * JSON text of a value: the bytes of `JSON.stringify` on a clean page, on any page. Scripts of another age put a
 * `toJSON` on the prototypes of arrays and objects, and `JSON.stringify` obeys it (row S03).
 */
export function serialise(value: Json): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : 'null';
  if (typeof value !== 'object' || value === null) return value === undefined ? 'null' : String(value);
  // Plain loops: the same scripts also replace what arrays and their iterators do.
  let text = '';
  if (isList(value)) {
    for (let at = 0; at < value.length; at++) text += (at ? ',' : '') + serialise(value[at]);
    return `[${text}]`;
  }
  const parts = Object.keys(value);
  for (let at = 0; at < parts.length; at++) {
    const part = value[parts[at]!];
    if (part !== undefined) text += `${text && ','}${JSON.stringify(parts[at])}:${serialise(part)}`;
  }
  return `{${text}}`;
}

// `Array.isArray` does not narrow a readonly array.
const isList = (value: object): value is readonly Json[] => Array.isArray(value);
