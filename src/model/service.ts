import * as z from 'zod/mini';
import { PlaceId, ServiceId } from './appointment-id.js';
import { CalendarDay } from './instant.js';
import { lineOfText, listOf, maybe, wholeNumber, wordOf } from './lenient.js';
import { Person } from './person.js';

/** How one meets. */
export const VisitKind = wordOf(['in-person', 'phone', 'video']);
export type VisitKind = z.infer<typeof VisitKind>;

/** Where one goes. */
export const Place = z.object({
  id: PlaceId,
  name: lineOfText(),
  /** As it stands on a letter, in one line: `214 Alder Street, Seattle, WA 98101`. */
  address: maybe(lineOfText()),
  /** How to find the door, in the practice's words: `Second floor. The lift is on the left.` */
  note: maybe(z.string()),
  phone: maybe(z.string()),
});
export type Place = z.infer<typeof Place>;

/** Half of a day, as people wish for it. Noon divides them, by the practice's clock. */
export const HalfDay = z.enum(['morning', 'afternoon']);
export type HalfDay = z.infer<typeof HalfDay>;

/** What one can wish for where one cannot book. */
export const RequestLimits = z.object({
  /** The first and the last day that can be wished for. */
  from: CalendarDay,
  to: CalendarDay,
  /** How many wishes at most: 1 to 3. */
  wishes: wholeNumber(1, 3),
  /** Days of the week that can be wished for, 1 for Monday to 7 for Sunday. None: each. */
  weekdays: listOf(wholeNumber(1, 7)),
  /** Days on which nothing can be wished for, whatever the week says. */
  closed: listOf(CalendarDay),
  halves: listOf(HalfDay),
  /** Within how many business days the practice has promised to answer. None: it has promised nothing. */
  answerDays: maybe(wholeNumber(1)),
});
export type RequestLimits = z.infer<typeof RequestLimits>;

/** What a visit can be booked or asked for, by one subject. */
export const Service = z.object({
  id: ServiceId,
  /** `Blood pressure check`. */
  label: lineOfText(),
  /** One line about it: `A nurse takes it twice, and talks it over with you.` */
  note: maybe(lineOfText()),
  minutes: maybe(wholeNumber(1)),
  /** The first is the usual one. */
  kinds: listOf(VisitKind),
  /** With whom it can be. None: the practice chooses. */
  practitioners: listOf(Person),
  /** Where it can be. None: it is not said. */
  places: listOf(Place),
  /** `direct`: a free time can be booked. `request`: one asks for a time, and the practice books. */
  booking: z.catch(z.enum(['direct', 'request']), 'request'),
  /** How one can ask for a time, also beside direct booking. None: one cannot. */
  request: maybe(RequestLimits),
  /** Whether one can wait for a time that becomes free. */
  hasWaitlist: z.catch(z.boolean(), false),
  /** How to get ready, in the practice's words. */
  preparation: maybe(z.string()),
  /** A clinician wants this visit to be by a day. */
  wanted: maybe(z.object({ by: CalendarDay, asker: maybe(Person) })),
});
export type Service = z.infer<typeof Service>;
