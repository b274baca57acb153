import type { OfferId, ServiceId, SlotId } from '../../../model/appointment-id.js';
import type { Appointment } from '../../../model/appointment.js';
import type { PersonId } from '../../../model/id.js';
import type { Instant } from '../../../model/instant.js';
import type { Service } from '../../../model/service.js';
import type { SlotOffer } from '../../../model/slot-offer.js';
import type { Slot } from '../../../model/slot.js';

/** What visits there can be, and are. */
export interface ScenarioVisits {
  /** In the order they are offered. */
  readonly services: readonly ScenarioService[];
  /** In any order. Those that an appointment or an offer names are among them. */
  readonly slots: readonly ScenarioSlot[];
  /** The oldest first. */
  readonly appointments?: readonly ScenarioAppointment[] | undefined;
  readonly offers?: readonly ScenarioOffer[] | undefined;
}

/** A service, for everybody who may book it. */
export interface ScenarioService extends Omit<Service, 'wanted'> {
  /** For whom it is. None: for everybody. */
  readonly subjects?: readonly PersonId[] | undefined;
  /** For whom a clinician wants it, by their id. */
  readonly wanted?: Readonly<Record<string, Service['wanted']>> | undefined;
  /** How many hours before the start a visit can still be moved or cancelled. None: 24. */
  readonly cancelBefore?: number | undefined;
  /** When more times open. */
  readonly opensAt?: Instant | undefined;
  /** Where its video visits take place. */
  readonly videoUrl?: string | undefined;
}

/** A time that can be booked, for one service. */
export interface ScenarioSlot extends Omit<Slot, 'version'> {
  readonly service: ServiceId;
}

/** An appointment as it stands. Its practice is the scenario's; whether it can be moved is known from its time. */
export interface ScenarioAppointment extends Omit<Appointment, 'version' | 'practice' | 'canMove' | 'canCancel'> {
  /** The slot it has taken. None: it has its time without one. */
  readonly slot?: SlotId | undefined;
  /** Of a request: the appointment it is to take the place of. */
  readonly moves?: Appointment['id'] | undefined;
}

/** An offer as it was made. Whether it is still open is known from the clock and its slots. */
export interface ScenarioOffer extends Omit<SlotOffer, 'id' | 'slots' | 'state' | 'service'> {
  readonly id: OfferId;
  readonly service: ServiceId;
  readonly slots: readonly SlotId[];
  /** Whether it was declined, or what it was for has got its time otherwise. */
  readonly isEnded?: boolean | undefined;
}
