import { expect, fixtureCleanup, html } from '@open-wc/testing';
import { busyStreet, SIGN_INS } from '../../src/adapters/memory/scenarios.js';
import '../../src/define/all.js';
import { find, open, write } from '../support/conversation.js';
import { watchForEscapes } from '../support/escapes.js';
import { sidewaysIn } from './layout.js';
import { saying } from './saying.js';

const VIEWS = {
  inbox: html`<care-inbox thread="refill"></care-inbox>`,
  thread: html`<care-thread thread="refill"></care-thread>`,
  composer: html`<care-composer thread="refill"></care-composer>`,
};

/** Bodies of a megabyte and more (row I06). */
const BIG: Readonly<Record<string, string>> = {
  'a megabyte': 'Words and more words. '.repeat(48_000),
  'a megabyte without spaces': 'W'.repeat(1_048_576),
  '100,000 families': '👩‍👩‍👧‍👦'.repeat(100_000),
  '500,000 line ends': '\n'.repeat(500_000),
  'a megabyte that turns': 'א\u202Eb '.repeat(262_144),
};

describe('texts that do not end', function () {
  this.timeout(60_000);
  let watch: ReturnType<typeof watchForEscapes>;
  beforeEach(() => (watch = watchForEscapes()));
  afterEach(() => {
    watch.stop();
    expect(watch.escaped).to.deep.equal([]);
  });

  for (const [name, text] of Object.entries(BIG)) {
    it(`I06 shows the beginning of ${name} at first, wherever it is read, and scrolls nothing sideways`, async () => {
      for (const view of ['inbox', 'thread'] as const) {
        const adapter = saying(busyStreet, SIGN_INS.sam, text, ['body', 'snippet', 'value', 'title', 'name']);
        const { element } = await open(VIEWS[view], { adapter, width: '320px' });
        const all = () => find(element, '.care').reduce((sum, { textContent }) => sum + textContent.length, 0);
        expect(all(), view).to.be.lessThan(200_000);
        expect(sidewaysIn(element), view).to.deep.equal([]);
        fixtureCleanup();
      }
    });
  }

  it('I06 lets a megabyte be written, and says how much is over, at the cost of one count', async () => {
    const { element } = await open(VIEWS.composer, { width: '320px' });
    await write(element, 'W'.repeat(1_048_576));
    expect(element.shadowRoot!.textContent).to.match(/1,?047,?826/);
    expect(sidewaysIn(element)).to.deep.equal([]);
  });
});
