import './provider.js';
import type { AppointmentActEvent, AppointmentChangedEvent } from '../controllers/appointment-events.js';
import { CareAppointments } from '../elements/appointments/appointments.js';
import { define } from './define.js';

// Most look at their visits and move none: what picks another time comes when it is wanted.
CareAppointments.picker = () => import('./appointment-picker.js');
define(CareAppointments);

declare global {
  interface HTMLElementTagNameMap {
    'care-appointments': CareAppointments;
  }
  interface HTMLElementEventMap {
    'care-appointment-act': AppointmentActEvent;
    'care-appointment-changed': AppointmentChangedEvent;
  }
}
