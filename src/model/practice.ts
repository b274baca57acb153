import * as z from 'zod/mini';
import { PracticeId } from './id.js';
import { CalendarDay, ClockTime, Instant } from './instant.js';
import { lineOfText, listOf, maybe, wholeNumber, wordOf } from './lenient.js';

/** One stretch of opening on one day of the week. A day may have several, one with none is closed. */
export const OpeningHours = z.object({
  /** 1 is Monday, 7 is Sunday (ISO 8601). */
  day: wholeNumber(1, 7),
  opens: ClockTime,
  closes: ClockTime,
});
export type OpeningHours = z.infer<typeof OpeningHours>;

/** Whether a practice takes messages. Read it with {@link messagingAt}, which knows the time. */
export const Messaging = z.object({
  /** `paused`: not for now. `off`: never; there is another way. */
  state: wordOf(['open', 'paused', 'off']),
  /** Until when it is paused. None: until somebody says otherwise. */
  until: maybe(Instant),
  /** Why, or what to do instead, in the practice's words. */
  note: maybe(z.string()),
  /** Whether messages are taken while the practice is closed. */
  outsideHours: z.catch(z.enum(['taken', 'refused']), 'taken'),
});
export type Messaging = z.infer<typeof Messaging>;

/** A practice: who one writes to, when it is open, and how to reach it when writing is not the way. */
export const Practice = z.object({
  id: PracticeId,
  name: lineOfText(),
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
  /** None: it takes messages at any time. */
  messaging: maybe(Messaging),
});
export type Practice = z.infer<typeof Practice>;
