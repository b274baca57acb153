import './provider.js';
import { CareComposer } from '../elements/composer/composer.js';
import { define } from './define.js';

define(CareComposer);

declare global {
  interface HTMLElementTagNameMap {
    'care-composer': CareComposer;
  }
}
