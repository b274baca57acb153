import './provider.js';
import type { AppointmentActEvent, AppointmentChangedEvent } from '../controllers/appointment-events.js';
import { CareAppointmentPicker } from '../elements/appointment-picker/appointment-picker.js';
import { define } from './define.js';

define(CareAppointmentPicker);

declare global {
  interface HTMLElementTagNameMap {
    'care-appointment-picker': CareAppointmentPicker;
  }
  interface HTMLElementEventMap {
    'care-appointment-act': AppointmentActEvent;
    'care-appointment-changed': AppointmentChangedEvent;
  }
}
