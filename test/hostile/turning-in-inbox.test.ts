import { html } from '@open-wc/testing';
import '../../src/define/inbox.js';
import { triesTurningTexts } from './turning-texts.js';

describe('texts that turn, in the inbox', function () {
  this.timeout(60_000);
  triesTurningTexts('inbox', html`<care-inbox thread="refill"></care-inbox>`);
});
