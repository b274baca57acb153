import type { AppointmentId, PlaceId, ServiceId, SlotId } from '../../model/appointment-id.js';
import type { Appointment } from '../../model/appointment.js';
import type { PersonId } from '../../model/id.js';
import type { Instant } from '../../model/instant.js';
import type { Page } from '../../model/page.js';
import type { VisitKind } from '../../model/service.js';
import type { SlotOffer } from '../../model/slot-offer.js';
import type { Slot } from '../../model/slot.js';
import type { CallOptions, VersionedWriteOptions, WriteOptions } from '../call-options.js';

/** The practice's side of appointments. For staff. */
export interface SchedulePort {
  /** Opens times for booking: at most 50 at once, all as long as the service takes. A time that is open already stays one. */
  openSlots(
    times: {
      readonly service: ServiceId;
      readonly practitioner: PersonId;
      readonly kind: VisitKind;
      readonly place?: PlaceId | undefined;
      readonly starts: readonly Instant[];
    },
    options: WriteOptions,
  ): Promise<Page<Slot>>;

  /** What patients have asked for or wait for and is not booked, longest waiting first. */
  listRequests(query: { readonly after?: string | undefined }, options: CallOptions): Promise<Page<Appointment>>;

  /** Books a slot for a request. What it is to take the place of is given up by that. */
  confirm(
    which: { readonly appointment: AppointmentId; readonly slot: SlotId },
    options: VersionedWriteOptions,
  ): Promise<Appointment>;

  /** Says that no time could be found, and why or what to do instead. */
  decline(
    which: { readonly appointment: AppointmentId; readonly note: string },
    options: VersionedWriteOptions,
  ): Promise<Appointment>;

  /** Offers slots to a subject: 1 to 5. The offer is then shown by a card in a message, or on the appointment it `moves`. */
  offer(
    offer: {
      readonly subject: PersonId;
      readonly service: ServiceId;
      readonly slots: readonly SlotId[];
      readonly until?: Instant | undefined;
      readonly moves?: AppointmentId | undefined;
    },
    options: WriteOptions,
  ): Promise<SlotOffer>;
}
