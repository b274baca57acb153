import * as z from 'zod/mini';
import { ResultId } from './id.js';
import { lineOfText, listOf, maybe, wordOf } from './lenient.js';
import { MeasuredAt } from './measured-at.js';

/** A number as the lab wrote it, with its zeros: `5.60`. A string, because a JSON number would be another one. */
export const Decimal = z.string().check(
  z.regex(/^-?\d{1,30}(\.\d{1,30})?([eE][+-]?\d{1,3})?$/),
  z.refine((text) => Number.isFinite(Number(text))),
);
export type Decimal = z.infer<typeof Decimal>;

/**
 * What was found. One of several kinds, and the parts of that kind. A kind without its parts cannot be read, and is
 * said to be so: it is never zero, and never normal.
 */
export const Value = z.object({
  kind: wordOf(['amount', 'span', 'ratio', 'text', 'yes-no', 'date', 'absent']),
  /** Of an amount. */
  number: maybe(Decimal),
  /** Of an amount that is only known to be above or below. None: it is exact. */
  comparator: z.optional(wordOf(['<', '<=', '>=', '>'])),
  /** Of a span: from and to. */
  low: maybe(Decimal),
  high: maybe(Decimal),
  /** Of an amount or a span, as people read it: `units per liter`, `mg/dL`. */
  unit: maybe(lineOfText()),
  /** Of a ratio (`1:64`) or a text (`No growth`), in the lab's words. */
  text: maybe(z.string()),
  /** Of a yes or no. */
  yes: maybe(z.boolean()),
  /** Of a date. */
  date: maybe(MeasuredAt),
  /** Of what is absent: why (after FHIR's data-absent-reason). */
  reason: z.optional(
    wordOf(['unknown', 'asked-declined', 'masked', 'not-applicable', 'unsupported', 'error', 'not-performed', 'not-permitted']),
  ),
});
export type Value = z.infer<typeof Value>;

/** What is usual for a test, or for some people. A bound that is missing is open; with neither, the text says it. */
export const ReferenceRange = z.object({
  // Not `maybe`: a range whose upper bound cannot be read is not a range without one.
  low: z.optional(Decimal),
  high: z.optional(Decimal),
  text: maybe(lineOfText()),
  /** For whom or what it holds, when there are several: `women`, `after a meal`. */
  appliesTo: maybe(lineOfText()),
});
export type ReferenceRange = z.infer<typeof ReferenceRange>;

/** One thing that was measured. */
export const Measurement = z.object({
  /** `ALT`, `Systolic`. */
  name: lineOfText(),
  /** What is measured, as the backend knows it. Measurements of one code make a trend. Opaque. */
  code: maybe(z.string()),
  /** What it is part of, when a result has several such: `Blood pressure`. */
  group: maybe(lineOfText()),
  /** None: the backend gave none, and said nothing of why. */
  value: maybe(Value),
  /** Where it lies, as the lab says. None: the lab does not say, and nobody else does. */
  flag: z.optional(wordOf(['usual', 'low', 'high', 'very-low', 'very-high', 'unusual', 'very-unusual'])),
  /** What the lab says of it in a word of its own, such as `Reactive`. */
  flagText: maybe(lineOfText()),
  /** Empty: the lab gives none. One that cannot be read has neither bound nor text. */
  ranges: listOf(z.catch(ReferenceRange, () => ({}))),
  /** Beyond which numbers the practice is concerned. Its own marks, not the lab's. */
  concern: maybe(z.object({ low: z.optional(Decimal), high: z.optional(Decimal) })),
  /** What it means, in the practice's words: `For this test that means you are protected.` */
  meaning: maybe(z.string()),
  /** How it was measured. Values of two methods are not compared. */
  method: maybe(lineOfText()),
  /** Of one in a history: its result, and when it was taken. */
  result: maybe(ResultId),
  takenAt: maybe(MeasuredAt),
});
export type Measurement = z.infer<typeof Measurement>;
