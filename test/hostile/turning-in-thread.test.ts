import { html } from '@open-wc/testing';
import '../../src/define/thread.js';
import { triesTurningTexts } from './turning-texts.js';

describe('texts that turn, in the thread', function () {
  this.timeout(60_000);
  triesTurningTexts('thread', html`<care-thread thread="refill"></care-thread>`);
});
