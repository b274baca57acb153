import { CareProvider } from '../elements/provider/provider.js';
import { define } from './define.js';

define(CareProvider);

declare global {
  interface HTMLElementTagNameMap {
    'care-provider': CareProvider;
  }
}
