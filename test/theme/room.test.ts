import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define/inbox.js';
import '../../src/define/contact-form.js';
import { memoryAdapter, memoryBackend } from '../../src/adapters/memory/memory-adapter.js';
import { alderStreet, SIGN_INS } from '../../src/adapters/memory/scenarios.js';
import { shown } from '../support/conversation.js';

const adapter = () => memoryAdapter({ backend: memoryBackend(alderStreet), me: SIGN_INS.sam });
const root = document.documentElement;

/** Whether the inbox shows list and thread side by side at a width. */
async function isTwoPanes(width: string): Promise<boolean> {
  const page = await fixture<HTMLElement>(html`<div><care-provider .adapter=${adapter()}><care-inbox></care-inbox></care-provider></div>`);
  page.style.inlineSize = width;
  await shown();
  const panes = page.querySelector('care-inbox')!.shadowRoot!.querySelector('.inbox')!;
  return getComputedStyle(panes).display === 'grid';
}

describe('the room elements have', function () {
  this.timeout(20_000);
  afterEach(() => root.removeAttribute('style'));

  it('makes two panes from 45 times the size all sizes hang on, and one below', async () => {
    expect(await isTwoPanes('722px')).to.equal(true);
    expect(await isTwoPanes('718px')).to.equal(false);
  });

  it('is measured alike on a page whose root is 62.5%', async () => {
    root.style.fontSize = '62.5%';
    root.style.setProperty('--care-rem', '1.6rem');
    expect(await isTwoPanes('600px')).to.equal(false);
    expect(await isTwoPanes('722px')).to.equal(true);
  });

  it('is measured in the reader’s own size of type', async () => {
    root.style.fontSize = '200%';
    expect(await isTwoPanes('1400px')).to.equal(false);
    expect(await isTwoPanes('1450px')).to.equal(true);
  });

  for (const where of ['float: left', 'display: inline-block', 'position: fixed; inset-inline-start: 0', 'display: flex']) {
    it(`is never none where the page leaves the width to what is inside: ${where}`, async () => {
      const page = await fixture<HTMLElement>(html`<div>
        <care-provider .adapter=${adapter()}><care-contact-form></care-contact-form></care-provider>
      </div>`);
      page.style.cssText = where;
      await shown();
      const form = page.querySelector('care-contact-form')!;
      expect(form.getBoundingClientRect().width).to.be.within(250, innerWidth);
    });
  }

  it('is no more than a narrow column of the page has', async () => {
    const page = await fixture<HTMLElement>(html`<div>
      <care-provider .adapter=${adapter()}><care-contact-form></care-contact-form></care-provider>
    </div>`);
    page.style.cssText = 'display: flex; inline-size: 200px';
    await shown();
    expect(page.scrollWidth).to.equal(200);
  });

  it('is never none in a dialog, and no more than a narrow page has', async () => {
    const dialog = await fixture<HTMLDialogElement>(html`<dialog>
      <care-provider .adapter=${adapter()}><care-contact-form></care-contact-form></care-provider>
    </dialog>`);
    dialog.showModal();
    await shown();
    expect(dialog.getBoundingClientRect().width).to.be.within(250, innerWidth);
    root.style.fontSize = '400%';
    expect(dialog.scrollWidth).to.be.at.most(dialog.clientWidth);
  });

  it('is enough around a line of a talk for the ring of what has the focus in it', async () => {
    const provider = await fixture<HTMLElement>(html`<care-provider .adapter=${adapter()}>
      <care-thread thread="refill"></care-thread>
    </care-provider>`);
    await shown();
    const talk = provider.querySelector('care-thread')!.shadowRoot!.querySelector('.talk > ol > li')!;
    const { contentVisibility, overflowClipMargin } = getComputedStyle(talk) as CSSStyleDeclaration & { overflowClipMargin: string };
    expect(contentVisibility).to.equal('auto');
    // 3 px wide, 2 px off the edge.
    expect(parseFloat(overflowClipMargin)).to.be.at.least(5);
  });
});
