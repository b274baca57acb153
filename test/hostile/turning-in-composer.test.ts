import { expect, fixtureCleanup, html } from '@open-wc/testing';
import '../../src/define/composer.js';
import { field, open, write } from '../support/conversation.js';
import { sidewaysIn } from './layout.js';
import { triesTurningTexts, TURNING } from './turning-texts.js';

const template = html`<care-composer thread="refill"></care-composer>`;

describe('texts that turn, in the composer', function () {
  this.timeout(60_000);
  triesTurningTexts('composer', template);

  it('I05 in what somebody writes stay in its field', async () => {
    for (const [name, text] of Object.entries(TURNING)) {
      const { element } = await open(template, { width: '320px' });
      await write(element, text.repeat(20));
      expect(field(element).value, name).to.equal(text.repeat(20));
      expect(sidewaysIn(element), name).to.deep.equal([]);
      fixtureCleanup();
    }
  });
});
