import './provider.js';
import type { ResultAskEvent } from '../controllers/result-events.js';
import { CareResultCard } from '../elements/result-card/result-card.js';
import { define } from './define.js';

define(CareResultCard);

declare global {
  interface HTMLElementTagNameMap {
    'care-result-card': CareResultCard;
  }
  interface HTMLElementEventMap {
    'care-result-ask': ResultAskEvent;
  }
}
