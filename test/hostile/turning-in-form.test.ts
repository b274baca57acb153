import { html } from '@open-wc/testing';
import '../../src/define/contact-form.js';
import { triesTurningTexts } from './turning-texts.js';

describe('texts that turn, in the form', function () {
  this.timeout(60_000);
  triesTurningTexts('form', html`<care-contact-form></care-contact-form>`);
});
