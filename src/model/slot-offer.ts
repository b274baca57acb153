import * as z from 'zod/mini';
import { AppointmentId, OfferId, ServiceId } from './appointment-id.js';
import { Instant } from './instant.js';
import { lineOfText, listOf, maybe, wordOf } from './lenient.js';
import { Person } from './person.js';
import { Slot } from './slot.js';

/** Times that a practice offers to one subject: in a message, or to somebody on the waitlist. Others may take them first. */
export const SlotOffer = z.object({
  id: OfferId,
  subject: Person,
  service: maybe(ServiceId),
  /** What the visit is for: `Blood pressure check`. */
  label: lineOfText(),
  /** `ended`: it ran out, was declined, or others have taken all of it. */
  state: wordOf(['open', 'taken', 'ended']),
  /** What can still be taken, earliest first. Empty unless it is open. */
  slots: listOf(Slot),
  /** Until when it can be taken. None: as long as the times are free. */
  until: maybe(Instant),
  /** Of one that was taken: the appointment it became. */
  appointment: maybe(AppointmentId),
  /** The appointment that is given up when this is taken: an earlier time for it. */
  moves: maybe(AppointmentId),
});
export type SlotOffer = z.infer<typeof SlotOffer>;
