import { expect, fixtureCleanup, html, waitUntil } from '@open-wc/testing';
import '../../src/define/inbox.js';
import '../../src/elements/inbox/url-parameter.js';
import { busyStreet } from '../../src/adapters/memory/scenarios.js';
import { ThreadSelectEvent } from '../../src/controllers/thread-select-event.js';
import type { CareInbox } from '../../src/elements/inbox/inbox.js';
import type { CareThread } from '../../src/elements/thread/thread.js';
import type { ThreadId } from '../../src/model/id.js';
import { button, expectAccessible, find, open, type Opening, shown, wordsOf } from '../support/conversation.js';
import { parts } from '../support/shown.js';

const START = location.href;
const inbox = async (opening?: Opening) => {
  const reading = await open<CareInbox>(html`<care-inbox url-parameter="message"></care-inbox>`, opening);
  // What keeps the address is fetched by those who want it kept, and draws the inbox again.
  await shown();
  return reading;
};
const row = (element: CareInbox, id: string) => (parts(element, 'thread') as HTMLButtonElement[]).find(({ value }) => value === id)!;
const pane = (element: CareInbox) => find<CareThread>(element, 'care-thread')[0];
const address = () => location.search + location.hash;

/** Goes back or forth in the page's history. */
async function go(step: number): Promise<void> {
  const moved = new Promise((resolve) => addEventListener('popstate', resolve, { once: true }));
  history.go(step);
  await moved;
  await shown();
}

describe('a thread in the page’s address', function () {
  this.timeout(60_000);

  beforeEach(() => history.replaceState({ host: 1 }, '', '?lang=a%20b&flag&q=#top'));
  afterEach(() => {
    fixtureCleanup();
    history.replaceState(null, '', START);
  });

  it('is kept when it is opened, with the page’s own parameters and state as they were', async () => {
    const { element } = await inbox();
    const before = history.length;
    row(element, 'refill').click();
    await shown();
    expect(address()).to.equal('?lang=a%20b&flag&q=&message=refill#top');
    // A tab keeps no more than fifty, and earlier tests may have had the same tab.
    expect([history.state, history.length]).to.deep.equal([{ host: 1 }, Math.min(before + 1, 50)]);
  });

  it('closes at Back, opens at Forth, and takes the focus along', async () => {
    const { element } = await inbox({ width: '320px' });
    row(element, 'back-pain').click();
    await shown();
    await go(-1);
    expect([element.thread, address()]).to.deep.equal([undefined, '?lang=a%20b&flag&q=#top']);
    expect(element.shadowRoot!.activeElement).to.equal(row(element, 'back-pain'));
    await go(1);
    expect(element.thread).to.equal('back-pain');
    expect(pane(element)!.shadowRoot!.activeElement?.localName).to.equal('h2');
    button(element, 'All messages').click();
    await shown();
    expect(address()).to.equal('?lang=a%20b&flag&q=#top');
    await go(-1);
    expect(element.thread).to.equal('back-pain');
  });

  it('is opened again after a reload', async () => {
    history.replaceState(null, '', '?message=bill');
    const { element } = await inbox();
    expect(element.thread).to.equal('bill');
    await waitUntil(() => wordsOf(element).includes('Thank you, Ana.'), 'it was not opened', { timeout: 4000 });
    expect(location.search).to.equal('?message=bill');
  });

  it('says so when there is no such thread, with the way back', async () => {
    history.replaceState(null, '', '?message=nowhere');
    const { element } = await inbox({ width: '320px' });
    expect(wordsOf(element)).to.contain('This is not here any more.');
    await expectAccessible(element);
    button(element, 'All messages').click();
    await shown();
    expect(row(element, 'refill').checkVisibility()).to.equal(true);
  });

  it('I13 passes over what cannot be an id, and a name that cannot be one', async () => {
    for (const search of ['?message=', `?message=${'x'.repeat(201)}`, '?message', '?%E0%A4%A=1&message=%E0%A4%A']) {
      history.replaceState(null, '', search);
      const { element } = await inbox();
      expect(element.thread ?? '', search).to.have.length.below(10);
      expect(location.search).to.equal(search);
      fixtureCleanup();
    }
    for (const name of ['', 'a b', 'a=b', '#', 'x'.repeat(41)]) {
      history.replaceState(null, '', '?a=refill');
      const { element } = await open<CareInbox>(html`<care-inbox url-parameter=${name}></care-inbox>`);
      await new Promise((resolve) => setTimeout(resolve, 100));
      row(element, 'refill').click();
      await shown();
      expect(location.search, name).to.equal('?a=refill');
      fixtureCleanup();
    }
  });

  it('is left alone without the attribute', async () => {
    history.replaceState(null, '', '?message=bill');
    const { element } = await open<CareInbox>(html`<care-inbox></care-inbox>`);
    row(element, 'refill').click();
    await shown();
    expect([element.thread, location.search]).to.deep.equal(['refill', '?message=bill']);
  });

  it('F23 goes when somebody else signs in', async () => {
    const { element, signIn } = await inbox({ me: 'rosa' });
    row(element, 'leo-form').click();
    await shown();
    expect(location.search).to.contain('leo-form');
    await signIn('sam');
    expect([element.thread, location.search.includes('leo-form')]).to.deep.equal([undefined, false]);
  });
});

describe('a thread that another one leads to', function () {
  this.timeout(60_000);

  const leadTo = (element: CareInbox, id: string): boolean =>
    pane(element)!.shadowRoot!.querySelector('h2')!.dispatchEvent(new ThreadSelectEvent(id as ThreadId));

  it('opens as if its row had been chosen: one event, and the focus goes along', async () => {
    const { element } = await open<CareInbox>(html`<care-inbox thread="bill"></care-inbox>`, { scenario: busyStreet });
    const heard: EventTarget[] = [];
    document.body.addEventListener('care-thread-select', (event) => heard.push(event.target!), { once: true });
    expect(leadTo(element, 'bill-again')).to.equal(false);
    await shown();
    expect([element.thread, heard]).to.deep.equal(['bill-again', [element]]);
    expect(pane(element)!.shadowRoot!.activeElement?.localName).to.equal('h2');
    expect(row(element, 'bill-again').getAttribute('aria-current')).to.equal('true');
  });

  it('is left to the page where the page prevents it', async () => {
    const { element } = await open<CareInbox>(html`<care-inbox thread="bill"></care-inbox>`, { scenario: busyStreet });
    element.addEventListener('care-thread-select', (event) => event.preventDefault());
    leadTo(element, 'bill-again');
    await shown();
    expect([element.thread, pane(element)!.thread]).to.deep.equal(['bill', 'bill']);
  });
});
