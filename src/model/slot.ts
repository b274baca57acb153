import * as z from 'zod/mini';
import { SlotId } from './appointment-id.js';
import { CalendarDay, Instant } from './instant.js';
import { listOf, maybe, wholeNumber } from './lenient.js';
import { Person } from './person.js';
import { Place, VisitKind } from './service.js';

/** A time that can be booked. */
export const Slot = z.object({
  id: SlotId,
  /** Changes whenever it is taken or given back. None: the backend has no versions. */
  version: maybe(z.string()),
  starts: Instant,
  ends: Instant,
  kind: VisitKind,
  practitioner: maybe(Person),
  place: maybe(Place),
});
export type Slot = z.infer<typeof Slot>;

/** A slot that is kept for one person while they fill in. */
export const Hold = z.object({
  slot: Slot,
  /** When it is given back, by the backend's clock. */
  until: Instant,
  /** How long it is kept, in milliseconds from the answer: what is counted down, whatever the device's clock says. */
  left: wholeNumber(0),
  /** Whether it can be kept longer. */
  canExtend: z.catch(z.boolean(), false),
});
export type Hold = z.infer<typeof Hold>;

/** On which days something is free. */
export const FreeDays = z.object({
  /** The days of the stretch asked for that have free slots, earliest first, and how many. Days are the practice's. */
  days: listOf(z.object({ day: CalendarDay, count: wholeNumber(1) })),
  /** The first day with a free slot from the beginning of the stretch on, also when it is after the stretch. */
  first: maybe(CalendarDay),
  /** When more times open. */
  opensAt: maybe(Instant),
  /** The last day that can be booked at all. None: it is not said. */
  last: maybe(CalendarDay),
});
export type FreeDays = z.infer<typeof FreeDays>;
