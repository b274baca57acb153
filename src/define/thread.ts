import './provider.js';
import './composer.js';
import { CareThread } from '../elements/thread/thread.js';
import { define } from './define.js';

define(CareThread);

declare global {
  interface HTMLElementTagNameMap {
    'care-thread': CareThread;
  }
}
