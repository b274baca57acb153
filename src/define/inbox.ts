import './provider.js';
import './thread.js';
import { CareInbox } from '../elements/inbox/inbox.js';
import type { ThreadSelectEvent } from '../controllers/thread-select-event.js';
import { define } from './define.js';

define(CareInbox);

declare global {
  interface HTMLElementTagNameMap {
    'care-inbox': CareInbox;
  }
  interface HTMLElementEventMap {
    'care-thread-select': ThreadSelectEvent;
  }
}
