import * as z from 'zod/mini';

/**
 * When something was measured, as exactly as the lab says and never more so: a year, a month, a day, or an instant
 * with its offset (FHIR R4 `dateTime`, 2.24.0.1).
 */
export const MeasuredAt = z.string().check(
  z.regex(/^\d{4}(-(0[1-9]|1[0-2])(-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?)?)?$/),
  z.refine((text) => {
    if (text.length < 10) return true;
    // `2026-02-30` parses in some engines and comes back as March.
    const date = new Date(`${text.slice(0, 10)}T00:00:00Z`);
    return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text.slice(0, 10)) && !Number.isNaN(Date.parse(text));
  }),
);
export type MeasuredAt = z.infer<typeof MeasuredAt>;
