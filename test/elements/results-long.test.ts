import { aTimeout, expect, html, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/define/results.js';
import '../../src/elements/result-card/body/card-body.js';
import '../../src/elements/results/body/list-body.js';
import { manyResults } from '../../src/adapters/memory/scenarios.js';
import type { CareResults } from '../../src/elements/results/results.js';
import { button, expectAccessible, find, open, shown, wordsOf } from '../support/conversation.js';

async function results(count: number) {
  const reading = await open<CareResults>(html`<care-results></care-results>`, { scenario: manyResults(count, 12) });
  await frames(4);
  return reading;
}

/** Waits until what scrolling has begun is drawn and measured. */
async function frames(count: number): Promise<void> {
  for (let frame = 0; frame < count; frame++) {
    await Promise.race([new Promise(requestAnimationFrame), aTimeout(100)]);
    await shown();
  }
}

const rows = (element: CareResults) => find(element, '.results > li');
const cards = (element: CareResults) => find(element, 'care-result-card') as (HTMLElement & { result?: { id: string } })[];

describe('<care-results> with many results', function () {
  this.timeout(30_000);

  it('draws what is in sight and a little more, and says where in the list each stands', async () => {
    const { element } = await results(500);
    expect(rows(element).length).to.be.within(2, 8);
    expect(rows(element)[0]!.getAttribute('aria-posinset')).to.equal('1');
    expect(element.scrollHeight).to.be.above(10_000);
    await expectAccessible(element);
  });

  it('draws all of a short list', async () => {
    const { element } = await results(49);
    expect(rows(element).length).to.equal(49);
  });

  it('reads on near the end, to the last one', async () => {
    const { element } = await results(120);
    for (let page = 0; page < 12 && !cards(element).some(({ result }) => result?.id === 'many-119'); page++) {
      scrollTo(0, document.documentElement.scrollHeight);
      await frames(4);
    }
    expect(cards(element).at(-1)!.result!.id).to.equal('many-119');
    expect(rows(element).at(-1)!.getAttribute('aria-setsize')).to.equal('120');
    expect(rows(element).length).to.be.below(15);
  });

  it('moves nothing under the reader’s eyes when a height was guessed wrong', async () => {
    const { element } = await results(120);
    scrollTo(0, 9000);
    // Histories are read as their cards come near.
    for (let [still, height] = [0, 0]; still < 8; ) {
      await frames(1);
      still = height === document.documentElement.scrollHeight ? still + 1 : 0;
      height = document.documentElement.scrollHeight;
    }
    const seen = cards(element).find((card) => card.getBoundingClientRect().top > 100)!;
    const before = seen.getBoundingClientRect().top;
    // A row above what is in sight grows.
    const above = rows(element).findLast((row) => row.getBoundingClientRect().bottom < 0)!;
    above.style.paddingBlockStart = '300px';
    const isStill = () => Math.abs(seen.getBoundingClientRect().top - before) < 2;
    expect(isStill()).to.equal(false);
    // Before it is painted: a tab behind another is painted late.
    await waitUntil(isStill, 'it moved', { timeout: 10_000 });
  });

  it('A04 goes on from result to result by keyboard, and comes back the same way', async () => {
    const { element } = await results(120);
    button(element, 'Print or save').focus();
    const seen = new Set<string>();
    const current = () => (element.shadowRoot!.activeElement as (typeof cards extends (...args: never) => (infer C)[] ? C : never) | null)?.result?.id;
    for (let step = 0; step < 60 && seen.size < 8; step++) {
      await sendKeys({ press: 'Tab' });
      await frames(1);
      const id = current();
      if (id) seen.add(id);
    }
    expect([...seen]).to.deep.equal(Array.from({ length: 8 }, (_, place) => `many-${place}`));
    const back = new Set<string>();
    for (let step = 0; step < 60 && !back.has('many-0'); step++) {
      await sendKeys({ down: 'Shift' });
      await sendKeys({ press: 'Tab' });
      await sendKeys({ up: 'Shift' });
      await frames(1);
      const id = current();
      if (id) back.add(id);
    }
    expect([...back].at(-1)).to.equal('many-0');
  });

  it('A04 keeps what has the focus, however far the reader scrolls', async () => {
    const { element } = await results(120);
    const mistake = find<HTMLButtonElement>(cards(element)[1]!, 'button').find((found) => wordsOf(found) === 'Report a mistake')!;
    mistake.focus();
    const { activeElement } = element.shadowRoot!;
    scrollTo(0, 12_000);
    await frames(6);
    expect(element.shadowRoot!.activeElement).to.equal(activeElement);
    expect(rows(element).length).to.be.below(15);
    await waitUntil(() => cards(element).some((card) => card.getBoundingClientRect().top > 0 && card.getBoundingClientRect().top < innerHeight));
  });
});
