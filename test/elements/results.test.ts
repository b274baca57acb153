import { expect, html } from '@open-wc/testing';
import '../../src/define/results.js';
import type { CareResults } from '../../src/elements/results/results.js';
import { expectAccessible, open, type Opening, shown, wordsOf } from '../support/conversation.js';
import { parts } from '../support/shown.js';

const results = (opening?: Opening) => open<CareResults>(html`<care-results></care-results>`, opening);
const rows = (element: CareResults) => parts(element, 'result');

describe('<care-results>', function () {
  this.timeout(10_000);

  it('lists the reader’s results, and says how far the list goes', async () => {
    const { element } = await results();
    await shown();
    expect(wordsOf(parts(element, 'title')[0]!)).to.equal('Your results');
    expect(wordsOf(parts(element, 'source')[0]!)).to.equal(
      'From Alder Street Family Practice. Results from hospitals and other doctors are not here.',
    );
    expect(rows(element).length).to.be.greaterThan(5);
    await expectAccessible(element);
  });
});
