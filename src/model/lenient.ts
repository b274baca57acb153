import * as z from 'zod/mini';

// Backends drift (row F13). A wrong optional part must not sink the whole: it reads as missing.

/** A part that may be missing; one that is wrong counts as missing too. */
export function maybe<T extends z.ZodMiniType>(schema: T) {
  return z.catch(z.optional(schema), undefined);
}

/** A word from a list that may grow: one this version does not know reads as `other`. */
export function wordOf<const T extends readonly string[]>(words: T) {
  return z.catch(z.enum([...words, 'other'] as [...T, 'other']), 'other');
}

/** Several of something; a broken list reads as empty. */
export function listOf<T extends z.ZodMiniType>(schema: T) {
  return z.catch(z.array(schema), () => []);
}

/**
 * A name, a title, the beginning of a message. What is far longer than any of these is cut, so that one wrong entry of a
 * backend does not fill a page, a hundred times over in a list (row I06).
 */
export function lineOfText() {
  return z.string().check(z.overwrite((text) => text.slice(0, 1000)));
}

/** A whole number within bounds. */
export function wholeNumber(from: number, to = Infinity) {
  return z.number().check(z.refine((number) => Number.isSafeInteger(number) && number >= from && number <= to));
}
