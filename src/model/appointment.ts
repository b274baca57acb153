import * as z from 'zod/mini';
import { AppointmentId, OfferId, ServiceId } from './appointment-id.js';
import { PracticeId } from './id.js';
import { CalendarDay, Instant } from './instant.js';
import { lineOfText, listOf, maybe, wordOf } from './lenient.js';
import { Person } from './person.js';
import { HalfDay, Place, VisitKind } from './service.js';

/** A day and half of it that would suit. */
export const TimeWish = z.object({ day: CalendarDay, half: HalfDay });
export type TimeWish = z.infer<typeof TimeWish>;

/** A visit: asked for, waited for, booked, or past. */
export const Appointment = z.object({
  id: AppointmentId,
  /** Changes with what it says. None: the backend has no versions. */
  version: maybe(z.string()),
  practice: z.object({ id: PracticeId, name: lineOfText() }),
  /** The zone it takes place in, when that is not the zone of the practice that is connected. */
  zone: maybe(z.string()),
  subject: Person,
  /**
   * `requested`: the practice looks for a time. `waiting`: on the waitlist, with no time so far. `done`, `missed`: past.
   * `declined`: the practice found no time, and says why. `withdrawn`: it was entered by mistake.
   */
  status: wordOf(['requested', 'waiting', 'booked', 'cancelled', 'declined', 'done', 'missed', 'withdrawn']),
  /** What it is for, and what that is called. */
  service: maybe(ServiceId),
  label: lineOfText(),
  /** None while there is no time. */
  starts: maybe(Instant),
  ends: maybe(Instant),
  kind: maybe(VisitKind),
  practitioner: maybe(Person),
  place: maybe(Place),
  /** Where a video visit takes place: an `https` address. */
  videoUrl: maybe(z.string()),
  /** How to get ready, in the practice's words. */
  preparation: maybe(z.string()),
  /** What the patient wants to talk about, in their words. The clinician reads it. */
  topic: maybe(z.string()),
  /** The times asked for. */
  wishes: listOf(TimeWish),
  /** Of a request: by when the practice answers, if it promises that. */
  answerBy: maybe(Instant),
  /** Whether the patient waits for an earlier time than the booked one. */
  waits: z.catch(z.boolean(), false),
  /** Times that the practice offers for it, to be taken or not. */
  offer: maybe(OfferId),
  /** Whether the patient may move it, and cancel it, here. Where not, they call. */
  canMove: z.catch(z.boolean(), false),
  canCancel: z.catch(z.boolean(), false),
  /** What the practice says to it: why it was declined or cancelled, what to know. */
  note: maybe(z.string()),
  /** What to do after the visit, in the practice's words. */
  instructions: maybe(z.string()),
  /** Of one that was moved: the appointment that took its place. */
  movedTo: maybe(AppointmentId),
});
export type Appointment = z.infer<typeof Appointment>;

/** What became of the care when somebody cancels. `unsure`: they do not know yet. */
export const CareNeed = z.enum(['still', 'no-longer', 'elsewhere', 'unsure']);
export type CareNeed = z.infer<typeof CareNeed>;
