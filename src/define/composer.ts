import './provider.js';
import { CareComposer } from '../elements/composer/composer.js';
import type { MessageSendEvent, MessageSentEvent } from '../elements/composer/composer-events.js';
import { define } from './define.js';

define(CareComposer);

declare global {
  interface HTMLElementTagNameMap {
    'care-composer': CareComposer;
  }
  interface HTMLElementEventMap {
    'care-message-send': MessageSendEvent;
    'care-message-sent': MessageSentEvent;
  }
}
