import { expect } from '@open-wc/testing';
import '../../src/define/thread.js';
import { sendMessage } from '../../src/client/messages.js';
import type { CareThread } from '../../src/elements/thread/thread.js';
import type { ResultId, ThreadId } from '../../src/model/id.js';
import { button, expectAccessible, find, open, openThread, shown, wordsOf } from '../support/conversation.js';
import { html } from '@open-wc/testing';
import { parts } from '../support/shown.js';

const cards = (element: CareThread) => parts(element, 'enclosed').map(wordsOf);
const details = (element: CareThread) => find<HTMLDetailsElement>(element, '.enclosed details')[0]!;

/** Dr. Lee sends Sam a result in a message. */
async function sent(me: 'sam' | 'lee' = 'sam') {
  const reading = await openThread('refill', { me });
  const { backend, clock } = reading;
  const lee = me === 'lee' ? reading : await open(html`<p></p>`, { me: 'lee', backend, clock });
  sendMessage(lee.client, { thread: 'refill' as ThreadId, body: 'See here.', cards: [{ kind: 'result', result: 'alt-2026-11-18' as ResultId }] });
  await shown();
  await shown();
  return reading;
}

describe('a result in a thread', function () {
  this.timeout(20_000);

  // First: what is defined once stays defined.
  it('is called by its name where the page cannot show results', async () => {
    const { element } = await sent();
    expect(cards(element).at(-1)).to.match(/^Test result Liver test \(ALT\), November \d+, 2026$/);
    expect(find(element, '.enclosed details').length).to.equal(0);
    await expectAccessible(element);
  });

  it('shows what it says at a press, to patients and staff, and reads nothing before', async () => {
    await import('../../src/define/result-card.js');
    for (const me of ['sam', 'lee'] as const) {
      const { element } = await sent(me);
      expect(find(element, 'care-result-card').length).to.equal(0);
      details(element).querySelector('summary')!.click();
      await shown();
      await shown();
      const card = find(element, 'care-result-card')[0]!;
      expect(card.getAttribute('result-id')).to.equal('alt-2026-11-18');
      expect(card.hasAttribute('compact')).to.equal(true);
      expect(wordsOf(card)).to.contain('Liver test (ALT)');
      await expectAccessible(element);
      details(element).querySelector('summary')!.click();
      await shown();
      expect(find(element, 'care-result-card').length).to.equal(0);
    }
  });

  it('F23 keeps open what was pressed while the talk goes on, and shows it to nobody who signs in next', async () => {
    const { element, signIn, client } = await sent();
    details(element).querySelector('summary')!.click();
    await shown();
    sendMessage(client, { thread: 'refill' as ThreadId, body: 'Thank you.' });
    await shown();
    expect(details(element).open).to.equal(true);
    await signIn('rosa');
    expect(wordsOf(element)).not.to.contain('Liver');
  });

  it('stands in the record by its name', async () => {
    const { element } = await sent();
    let text = '';
    const { createObjectURL } = URL;
    const { click } = HTMLAnchorElement.prototype;
    let blob: Blob | undefined;
    URL.createObjectURL = (made) => createObjectURL.call(URL, (blob = made as Blob));
    HTMLAnchorElement.prototype.click = () => {};
    (parts(element, 'more')[0] as HTMLDetailsElement).open = true;
    await shown();
    button(element, 'Download as text').click();
    for (let turn = 0; turn < 10 && !blob; turn++) await shown();
    Object.assign(URL, { createObjectURL });
    HTMLAnchorElement.prototype.click = click;
    text = await blob!.text();
    expect(text).to.match(/See here\.\nLiver test \(ALT\), November \d+, 2026/);
  });
});
