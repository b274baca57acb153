import * as z from 'zod/mini';
import { PracticeId } from './id.js';
import { CalendarDay, ClockTime } from './instant.js';
import { listOf, maybe } from './lenient.js';

/** One stretch of opening on one day of the week. A day may have several, one with none is closed. */
export const OpeningHours = z.object({
  /** 1 is Monday, 7 is Sunday (ISO 8601). */
  day: z.number().check(z.int(), z.gte(1), z.lte(7)),
  opens: ClockTime,
  closes: ClockTime,
});
export type OpeningHours = z.infer<typeof OpeningHours>;

/** A practice: who one writes to, when it is open, and how to reach it when writing is not the way. */
export const Practice = z.object({
  id: PracticeId,
  name: z.string(),
  /** IANA name, such as `America/Los_Angeles`. Opening hours and holidays are in this zone. */
  zone: z.string(),
  /** None means: no promise can be computed, and none is shown. */
  hours: listOf(OpeningHours),
  /** Days the practice is closed whatever the week says. */
  holidays: listOf(CalendarDay),
  /** As people dial it: digits, spaces and a leading plus, such as `+1 206 555 0142`. */
  phone: maybe(z.string()),
  /** The number for danger to life, such as `911`. */
  emergencyPhone: maybe(z.string()),
  /** A number that helps people who think of harming themselves, such as `988`. */
  crisisPhone: maybe(z.string()),
});
export type Practice = z.infer<typeof Practice>;
