import './provider.js';
import type { VisitRequestEvent } from '../controllers/visit-request-event.js';
import type { ContactSendEvent, ContactSentEvent } from '../elements/contact-form/contact-events.js';
import { CareContactForm } from '../elements/contact-form/contact-form.js';
import { define } from './define.js';

define(CareContactForm);

declare global {
  interface HTMLElementTagNameMap {
    'care-contact-form': CareContactForm;
  }
  interface HTMLElementEventMap {
    'care-contact-send': ContactSendEvent;
    'care-contact-sent': ContactSentEvent;
    'care-visit-request': VisitRequestEvent;
  }
}
