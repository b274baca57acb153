import { MeasuredAt } from '../../model/measured-at.js';
import { Instant } from '../../model/instant.js';

/** Part of a resource, of which nothing is known yet. */
export type Part = Readonly<Record<string, unknown>>;

/** Something as a part: what is none has nothing in it. */
export const partOf = (value: unknown): Part => (typeof value === 'object' && value ? (value as Part) : {});

/** Something that may be there several times. One that stands alone is a list of one. */
export const partsOf = (value: unknown): readonly Part[] =>
  (Array.isArray(value) ? (value as unknown[]) : [value]).filter((part) => typeof part === 'object' && part).map(partOf);

/** A text with something in it, or a number as it was written. */
export function textOf(value: unknown): string | undefined {
  const text = typeof value === 'number' ? String(value) : value;
  return typeof text === 'string' && text.trim() ? text : undefined;
}

/** Words as one line would have them: those that are there, each once. */
export const wordsOf = (words: readonly (string | undefined)[], between = ', '): string | undefined =>
  [...new Set(words.filter(Boolean))].join(between) || undefined;

/** What a concept is called: in its own words, in its first coding's, or by its code. */
export function labelOf(concept: unknown): string | undefined {
  const { text, coding } = partOf(concept);
  const codings = partsOf(coding);
  const words = [text, ...codings.map(({ display }) => display), ...codings.map(({ code }) => code)];
  return words.map(textOf).find(Boolean);
}

/** All of a list of concepts. */
export const labelsOf = (concepts: unknown): string | undefined => wordsOf(partsOf(concepts).map(labelOf));

/** The codes of a concept in one system, or in all. */
export const codesOf = (concept: unknown, within?: string): string[] =>
  partsOf(partOf(concept).coding).flatMap(({ system, code }) => (within && system !== within ? [] : (textOf(code) ?? [])));

/** Where a reference leads: `Observation/1`, `#contained`. None: it names nobody, or somebody of another place. */
export const referenceOf = (value: unknown): string | undefined => textOf(partOf(value).reference);

/** What a table has for a word of a server's, which may be `constructor` too. */
export const lookUp = <T>(table: Readonly<Record<string, T>>, word: unknown): T | undefined =>
  typeof word === 'string' && Object.hasOwn(table, word) ? table[word] : undefined;

/** A time as exactly as it can be read: one without a zone, or of a minute that was never there, is its day. */
export function measuredAt(value: unknown): MeasuredAt | undefined {
  const text = textOf(value);
  return [text, text?.slice(0, 10)].find((time) => MeasuredAt.safeParse(time).success);
}

/** An instant, or none. */
export const instantOf = (value: unknown): Instant | undefined => Instant.safeParse(value).data;

/** What is there of an object: without the parts that are not. */
export function present<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as T;
}
