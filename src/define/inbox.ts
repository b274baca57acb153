import './provider.js';
import './thread.js';
import { CareInbox } from '../elements/inbox/inbox.js';
import { define } from './define.js';

define(CareInbox);

declare global {
  interface HTMLElementTagNameMap {
    'care-inbox': CareInbox;
  }
}
