import { PersonId, PlaceId, ServiceId } from 'carethread/model';
import * as z from 'zod/mini';
import { words } from './story.js';

const wholeNumber = (from: number, to: number) => z.int().check(z.gte(from), z.lte(to));

/** Where visits take place. */
export const OfferedPlace = z.strictObject({
  id: PlaceId,
  name: words,
  address: z.optional(words),
  note: z.optional(words),
  phone: z.optional(words),
});

/** What a visit can be for. */
export const OfferedService = z.strictObject({
  id: ServiceId,
  label: words,
  note: z.optional(words),
  minutes: wholeNumber(5, 480),
  kinds: z.array(z.enum(['in-person', 'phone', 'video'])).check(z.minLength(1)),
  practitioners: z.array(PersonId).check(z.minLength(1)),
  places: z._default(z.array(PlaceId), []),
  /** `direct`: a free time can be booked. `request`: one asks for a time, and the practice books. */
  booking: z.enum(['direct', 'request']),
  /** What one can wish for, in days from today. */
  request: z.optional(
    z.strictObject({
      fromDays: wholeNumber(0, 365),
      toDays: wholeNumber(0, 365),
      wishes: wholeNumber(1, 3),
      weekdays: z._default(z.array(wholeNumber(1, 7)), []),
      halves: z._default(z.array(z.enum(['morning', 'afternoon'])), ['morning', 'afternoon']),
    }),
  ),
  hasWaitlist: z._default(z.boolean(), false),
  preparation: z.optional(words),
  /** It is for those who are younger than so many years. None: for everybody. */
  under: z.optional(wholeNumber(1, 130)),
  /** How many hours before its start a visit can still be moved or cancelled. */
  cancelBefore: z._default(wholeNumber(0, 720), 24),
  /** Where its video visits take place. */
  videoUrl: z.optional(z.string().check(z.regex(/^https:\/\/\S+$/))),
});
export type OfferedService = z.infer<typeof OfferedService>;
