import * as z from 'zod/mini';

/** A point in time: RFC 3339 with an offset, such as `2026-11-23T14:34:00Z`. Never a local time. */
export const Instant = z.string().check(
  z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/),
  z.refine((text) => !Number.isNaN(Date.parse(text))),
);
export type Instant = z.infer<typeof Instant>;

/** A calendar day with no zone, such as `2026-11-26`. */
export const CalendarDay = z.string().check(
  z.regex(/^\d{4}-\d\d-\d\d$/),
  z.refine((text) => {
    const date = new Date(`${text}T00:00:00Z`);
    // `2026-02-30` parses in some engines and comes back as March.
    return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
  }),
);
export type CalendarDay = z.infer<typeof CalendarDay>;

/** A time of day on a wall clock, `00:00` to `24:00`. */
export const ClockTime = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/));
export type ClockTime = z.infer<typeof ClockTime>;
