import './provider.js';
import { CareComposer } from '../elements/composer/composer.js';
import type { MessageSendEvent, MessageSentEvent } from '../controllers/message-events.js';
import type { ThreadSelectEvent } from '../controllers/thread-select-event.js';
import type { VisitRequestEvent } from '../controllers/visit-request-event.js';
import { define } from './define.js';

define(CareComposer);

declare global {
  interface HTMLElementTagNameMap {
    'care-composer': CareComposer;
  }
  interface HTMLElementEventMap {
    'care-message-send': MessageSendEvent;
    'care-message-sent': MessageSentEvent;
    'care-thread-select': ThreadSelectEvent;
    'care-visit-request': VisitRequestEvent;
  }
  // Whoever books visits on a page listens in one place.
  interface DocumentEventMap {
    'care-visit-request': VisitRequestEvent;
  }
}
