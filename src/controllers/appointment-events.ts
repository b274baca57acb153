import type { AppointmentId } from '../model/appointment-id.js';
import type { PersonId } from '../model/id.js';
import { ActEvent } from './act-event.js';

/** A visit is about to be booked, asked for, moved or cancelled. The page can prevent it, or prepare with `waitUntil()`. */
export class AppointmentActEvent extends ActEvent {
  readonly act: 'book' | 'request' | 'move' | 'cancel';

  constructor(act: AppointmentActEvent['act']) {
    super('care-appointment-act');
    this.act = act;
  }
}

/** A visit has been booked, asked for, moved or cancelled. Carries ids and nothing that somebody wrote. */
export class AppointmentChangedEvent extends Event {
  readonly act: AppointmentActEvent['act'];
  readonly appointmentId: AppointmentId;
  readonly subjectId: PersonId;

  constructor(act: AppointmentActEvent['act'], appointmentId: AppointmentId, subjectId: PersonId) {
    super('care-appointment-changed', { bubbles: true, composed: true });
    this.act = act;
    this.appointmentId = appointmentId;
    this.subjectId = subjectId;
  }
}
