import './provider.js';
import './composer.js';
import type { AppointmentActEvent, AppointmentChangedEvent } from '../controllers/appointment-events.js';
import { CareThread } from '../elements/thread/thread.js';
import type { ThreadOverdueEvent } from '../elements/thread/thread-events.js';
import type { MessageSendEvent, MessageSentEvent } from '../controllers/message-events.js';
import type { ThreadSelectEvent } from '../controllers/thread-select-event.js';
import type { VisitRequestEvent } from '../controllers/visit-request-event.js';
import { define } from './define.js';

define(CareThread);

declare global {
  interface HTMLElementTagNameMap {
    'care-thread': CareThread;
  }
  interface HTMLElementEventMap {
    'care-appointment-act': AppointmentActEvent;
    'care-appointment-changed': AppointmentChangedEvent;
    'care-message-send': MessageSendEvent;
    'care-message-sent': MessageSentEvent;
    'care-thread-overdue': ThreadOverdueEvent;
    'care-thread-select': ThreadSelectEvent;
    'care-visit-request': VisitRequestEvent;
  }
}
