import { createHash } from 'node:crypto';
import type * as z from 'zod/mini';
import { Problem } from './problems.js';

/** Where a page ended: the sort keys of its last row. */
type SortKeys = readonly (string | number)[];

/** A bookmark in one list. It hides nothing, and the check keeps one list's bookmark out of another. */
export function encodeCursor(list: string, keys: SortKeys): string {
  const text = Buffer.from(JSON.stringify(keys)).toString('base64url');
  return `${text}.${checkOf(list, text)}`;
}

/**
 * The sort keys of a bookmark this server made for this list. Anything else is `invalid`.
 *
 * @param field - The parameter it came in.
 * @param keys - What the list sorts by.
 */
export function decodeCursor<T extends z.ZodMiniType>(
  list: string,
  cursor: string,
  { field, keys }: { field: string; keys: T },
): z.output<T> {
  const [text = '', check] = cursor.split('.');
  if (check !== checkOf(list, text)) throw new Problem('invalid', { status: 400, field });
  return keys.parse(JSON.parse(Buffer.from(text, 'base64url').toString()));
}

function checkOf(list: string, text: string): string {
  return createHash('sha256').update(`${list} ${text}`).digest('base64url').slice(0, 8);
}
