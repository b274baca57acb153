import type { AppointmentId, OfferId, PlaceId, ServiceId, SlotId } from '../../model/appointment-id.js';
import type { Appointment, CareNeed, TimeWish } from '../../model/appointment.js';
import type { PersonId } from '../../model/id.js';
import type { CalendarDay } from '../../model/instant.js';
import type { Page } from '../../model/page.js';
import type { Service, VisitKind } from '../../model/service.js';
import type { SlotOffer } from '../../model/slot-offer.js';
import type { FreeDays, Hold, Slot } from '../../model/slot.js';
import type { CallOptions, VersionedWriteOptions, WriteOptions } from '../call-options.js';

/** What a visit is to be: for whom, what, with whom, how and where. What is left out may be any. */
export interface VisitChoice {
  readonly subject: PersonId;
  readonly service: ServiceId;
  readonly practitioner?: PersonId | undefined;
  readonly kind?: VisitKind | undefined;
  readonly place?: PlaceId | undefined;
}

/** A visit at a free time. */
export interface Booking {
  readonly subject: PersonId;
  readonly service: ServiceId;
  readonly slot: SlotId;
  /** What the patient wants to talk about. */
  readonly topic?: string | undefined;
  /** The appointment that is given up once this one is booked, and not before. */
  readonly moves?: AppointmentId | undefined;
}

/** A visit at a time that the practice finds. */
export interface VisitRequest extends VisitChoice {
  /** Days and halves of days that would suit, the best first: 1 to 3 of them. None: it waits for any time, on the waitlist. */
  readonly wishes: readonly TimeWish[];
  readonly topic?: string | undefined;
  /** The appointment that it is to take the place of. It stays until the practice has booked. */
  readonly moves?: AppointmentId | undefined;
}

/**
 * Booking, asking for, moving and cancelling visits. A slot that another has meanwhile taken rejects with `conflict` and
 * the field `slot`; nothing has changed then.
 */
export interface AppointmentsPort {
  /** What a subject's visits can be for, in the order they are offered. */
  listServices(query: { readonly subject: PersonId }, options: CallOptions): Promise<Page<Service>>;

  /** Which days of a stretch have free times, both ends included, at most 62 days. Days are the practice's. */
  listFreeDays(
    query: VisitChoice & { readonly from: CalendarDay; readonly to: CalendarDay },
    options: CallOptions,
  ): Promise<FreeDays>;

  /** The free times of a day, earliest first. What the reader holds is among them. */
  listSlots(
    query: VisitChoice & { readonly day: CalendarDay; readonly after?: string | undefined },
    options: CallOptions,
  ): Promise<Page<Slot>>;

  /** Keeps a slot while its reader fills in. Whoever held another one lets go of that. */
  hold(which: { readonly slot: SlotId; readonly subject: PersonId }, options: WriteOptions): Promise<Hold>;

  /** Keeps a slot longer. Rejects with `conflict` and the field `slot` when it is no longer held. */
  extend(which: { readonly slot: SlotId }, options: WriteOptions): Promise<Hold>;

  /** Gives a held slot back. One that is not held is left alone. */
  release(which: { readonly slot: SlotId }, options: WriteOptions): Promise<void>;

  /** Books. With `moves` it is one act: either both have changed, or neither. */
  book(booking: Booking, options: WriteOptions): Promise<Appointment>;

  request(request: VisitRequest, options: WriteOptions): Promise<Appointment>;

  /** Coming: soonest first, what has no time yet before that. Past, cancelled, declined: latest first. */
  listAppointments(
    query: { readonly subject: PersonId; readonly when: 'coming' | 'past'; readonly after?: string | undefined },
    options: CallOptions,
  ): Promise<Page<Appointment>>;

  readAppointment(appointment: AppointmentId, options: CallOptions): Promise<Appointment>;

  /** Cancels a visit, or takes a request back. */
  cancel(
    which: { readonly appointment: AppointmentId; readonly care: CareNeed },
    options: VersionedWriteOptions,
  ): Promise<Appointment>;

  /** Says what the patient wants to talk about; an empty text takes it away. */
  setTopic(
    which: { readonly appointment: AppointmentId; readonly topic: string },
    options: VersionedWriteOptions,
  ): Promise<Appointment>;

  /** Waits for an earlier time than the booked one, or no longer does. */
  setWaiting(
    which: { readonly appointment: AppointmentId; readonly waits: boolean },
    options: VersionedWriteOptions,
  ): Promise<Appointment>;

  readOffer(offer: OfferId, options: CallOptions): Promise<SlotOffer>;

  /** Books a slot of an offer, giving up the appointment that it `moves`. */
  takeOffer(
    which: { readonly offer: OfferId; readonly slot: SlotId; readonly topic?: string | undefined },
    options: WriteOptions,
  ): Promise<Appointment>;

  declineOffer(which: { readonly offer: OfferId }, options: WriteOptions): Promise<SlotOffer>;
}
