import './provider.js';
import './result-card.js';
import { CareResults } from '../elements/results/results.js';
import { define } from './define.js';

define(CareResults);

declare global {
  interface HTMLElementTagNameMap {
    'care-results': CareResults;
  }
}
