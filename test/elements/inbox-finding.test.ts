import { expect, html, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/define/inbox.js';
// Fetched by the page when it is needed; here at once, so that nothing waits for a network.
import '../../src/elements/inbox/finding/finding.js';
import { AdapterError } from '../../src/adapter/errors.js';
import { manyThreads } from '../../src/adapters/memory/many.js';
import { busyStreet } from '../../src/adapters/memory/scenarios.js';
import { sendMessage } from '../../src/client/messages.js';
import type { CareInbox } from '../../src/elements/inbox/inbox.js';
import type { ThreadId } from '../../src/model/id.js';
import {
  button,
  expectAccessible,
  find,
  listenToAnnouncements,
  open,
  shown,
  wordsOf,
} from '../support/conversation.js';
import { parts } from '../support/shown.js';
import { choose, inbox, look, rows, searchField, type } from './inbox-support.js';

describe('looking for a thread', function () {
  this.timeout(60_000);

  it('finds words in any message at Enter, counts what was found aloud, and goes back to all in one step', async () => {
    const { element } = await inbox();
    const { said, stop } = await listenToAnnouncements();
    await look(element, 'sofa moved');
    expect(rows(element)).to.deep.equal(['back-pain']);
    expect(wordsOf(element)).to.contain('1 message found');
    await expectAccessible(element);
    await waitUntil(() => said.length > 0, 'nothing was announced', { timeout: 3000 });
    stop();
    expect(said).to.deep.equal(['1 message found']);
    button(element, 'Show all messages').click();
    await shown();
    expect(rows(element).length).to.equal(3);
    expect(searchField(element).value).to.equal('');
    expect(element.shadowRoot!.activeElement).to.equal(searchField(element));
  });

  it('looks 300 ms after the last key, and not before', async () => {
    let asked = 0;
    const { element, clock } = await inbox({ before: ({ method }) => void (method === 'listThreads' && asked++) });
    for (const words of ['s', 'so', 'sof']) await type(element, words);
    await clock.advance(299);
    await shown();
    expect([asked, rows(element).length]).to.deep.equal([1, 3]);
    await clock.advance(1);
    await shown();
    expect([asked, rows(element)]).to.deep.equal([2, ['back-pain']]);
  });

  it('says so when nothing is found, with the way back', async () => {
    const { element } = await inbox();
    await look(element, 'unicorn');
    expect(wordsOf(element)).to.contain('Nothing found. Try fewer words, or other choices. Show all messages');
    expect(rows(element)).to.deep.equal([]);
    await expectAccessible(element);
  });

  it('F08 shows the newest search however late an older one is answered', async () => {
    const waiting: (() => void)[] = [];
    let isSlow = false;
    const { element } = await inbox({
      before: ({ method }) => (method === 'listThreads' && isSlow ? new Promise((resolve) => waiting.push(resolve)) : undefined),
    });
    isSlow = true;
    await look(element, 'sofa');
    await look(element, 'pharmacy');
    expect(wordsOf(element)).to.contain('Looking…');
    waiting[1]!();
    await shown();
    expect(rows(element)).to.deep.equal(['refill']);
    waiting[0]!();
    await shown();
    expect(rows(element)).to.deep.equal(['refill']);
  });

  it('keeps the words out of every attribute, address, history and event', async () => {
    const { element } = await open<CareInbox>(html`<care-inbox url-parameter="thread"></care-inbox>`);
    const heard: Event[] = [];
    for (const name of ['input', 'change', 'search', 'submit', 'care-thread-select']) {
      document.addEventListener(name, (event) => heard.push(event), { once: true });
    }
    searchField(element).focus();
    await sendKeys({ type: 'canary' });
    await look(element, 'canary');
    expect(wordsOf(element)).to.contain('Nothing found.');
    const attributes = find(element, '*').flatMap(({ attributes }) => [...attributes].map(({ value }) => value));
    expect(attributes.join()).not.to.contain('canary');
    expect(location.href + JSON.stringify(history.state)).not.to.contain('canary');
    expect(heard).to.deep.equal([]);
  });

  it('S14 keeps browsers from sending the words away, or keeping them', async () => {
    const { element } = await inbox();
    const settings = ['spellcheck', 'autocomplete', 'writingsuggestions', 'name'].map((name) => searchField(element).getAttribute(name));
    expect(settings).to.deep.equal(['false', 'off', 'false', null]);
  });

  it('narrows the list by who must act, what about and whom, all at once', async () => {
    const { element } = await inbox({ scenario: busyStreet });
    const all = rows(element).length;
    await choose(element, 'Where it stands', 'Closed');
    expect(rows(element)).to.have.members(['bill', 'work-form']);
    await expectAccessible(element);
    await choose(element, 'What about', 'A bill');
    expect(rows(element)).to.deep.equal(['bill']);
    await look(element, 'nowhere');
    expect(rows(element)).to.deep.equal([]);
    button(element, 'Show all messages').click();
    await shown();
    expect(rows(element).length).to.equal(all);
    expect(find<HTMLSelectElement>(element, 'select').map(({ value }) => value).join('')).to.equal('');
    expect(find<HTMLLabelElement>(element, '#filters label').map(wordsOf)).not.to.contain('Practice');
  });

  it('acts for the child whose threads a mother chooses to see', async () => {
    const { element, client } = await inbox({ me: 'rosa' });
    await choose(element, 'Person', 'Leo Delgado');
    expect(rows(element)).to.deep.equal(['leo-form']);
    expect(client.selection.subject).to.equal('leo-delgado');
    await choose(element, 'Person', 'June Carter');
    expect(rows(element)).to.deep.equal(['maya-cough']);
    expect(client.selection.subject).to.equal('leo-delgado');
  });

  it('reads from the practice’s side for staff', async () => {
    const { element } = await inbox({ me: 'june' });
    await choose(element, 'Where it stands', 'With the patient');
    expect(rows(element)).to.include('maya-cough').and.not.include('leo-form');
    await choose(element, 'Person', 'Sam Okafor');
    expect(rows(element)).to.deep.equal(['refill']);
  });

  it('keeps to what was chosen while it pages, and while others write', async () => {
    const { element, backend, clock } = await inbox({ scenario: manyThreads(240) });
    await choose(element, 'Where it stands', 'Open');
    const [first] = rows(element);
    expect(wordsOf(element)).to.contain('More than 50 messages found');
    // What was read, then the next page.
    for (const _ of [1, 2]) {
      button(element, 'Show more').click();
      await shown();
    }
    expect(rows(element).length).to.equal(100);
    const lee = await open(html`<p></p>`, { me: 'lee', backend, clock });
    const last = rows(element)[70] as ThreadId;
    const options = { signal: new AbortController().signal };
    await lee.client.use('queue', (queue) => queue.close({ thread: last, note: 'Done.' }, { ...options, key: 'close-it-now' as never, ifVersion: undefined }));
    await shown();
    expect(rows(element)).not.to.include(last);
    expect(rows(element)[0]).to.equal(first);
    sendMessage(lee.client, { thread: rows(element)[60] as ThreadId, body: 'From further down.' });
    await shown();
    expect(wordsOf(parts(element, 'thread')[0]!)).to.contain('From further down.');
    expect(rows(element).length).to.equal(99);
  });

  it('says nothing of old threads when all are shown again', async () => {
    const { element } = await inbox();
    await look(element, 'sofa');
    const { said, stop } = await listenToAnnouncements();
    button(element, 'Show all messages').click();
    await shown();
    await new Promise((resolve) => setTimeout(resolve, 300));
    stop();
    expect(said).to.deep.equal([]);
  });

  it('says so when it cannot look now, shows no rows of something else, and looks again', async () => {
    let isDown = false;
    const { element } = await inbox({
      before: ({ method }) => {
        if (method === 'listThreads' && isDown) throw new AdapterError('unavailable', 'down');
      },
    });
    isDown = true;
    await look(element, 'sofa');
    expect(wordsOf(element)).to.contain('We cannot reach the practice right now.');
    expect([rows(element), searchField(element).value]).to.deep.equal([[], 'sofa']);
    isDown = false;
    button(element, 'Try again').click();
    await shown();
    expect(rows(element)).to.deep.equal(['back-pain']);
  });

  it('leads back to all threads from a backend that cannot search', async () => {
    let isSearching = false;
    const { element } = await inbox({
      before: ({ method }) => {
        if (method === 'listThreads' && isSearching) throw new AdapterError('unsupported', 'no search');
      },
    });
    isSearching = true;
    await look(element, 'sofa');
    expect(wordsOf(element)).to.contain('This practice does not offer this online.');
    isSearching = false;
    button(element, 'Show all messages').click();
    await shown();
    expect(rows(element).length).to.equal(3);
  });

  it('F23 looks for nobody else’s words, and shows them to nobody else', async () => {
    const { element, signIn } = await inbox({ me: 'rosa' });
    await look(element, 'cough');
    expect(rows(element)).to.deep.equal(['maya-cough']);
    await signIn('sam');
    expect(rows(element).length).to.equal(3);
    expect([searchField(element).value, wordsOf(element).includes('found')]).to.deep.equal(['', false]);
  });

  it('keeps the open thread and the focus while one looks', async () => {
    const { element } = await open<CareInbox>(html`<care-inbox thread="bill"></care-inbox>`);
    const pane = find(element, 'care-thread')[0];
    searchField(element).focus();
    await look(element, 'sofa');
    expect(find(element, 'care-thread')[0]).to.equal(pane);
    expect(element.shadowRoot!.activeElement).to.equal(searchField(element));
  });

  it('says of what is over how it ended', async () => {
    const { element } = await inbox({ scenario: busyStreet });
    const words = Object.fromEntries((parts(element, 'thread') as HTMLButtonElement[]).map((row) => [row.value, wordsOf(row)]));
    expect(words['work-form']).to.match(/Ended\. Nobody wrote for long$/);
    expect(words['bill']).to.match(/Closed\. Goes on in a newer message$/);
  });

  it('scrolls nothing sideways at 320 px, and gives every finger 44 px', async () => {
    const { element } = await inbox({ width: '320px', scenario: busyStreet });
    await choose(element, 'Where it stands', 'Closed');
    for (const target of find(element, '.search :is(input, select, button)')) {
      expect(target.getBoundingClientRect().height).to.be.at.least(44);
      expect(target.getBoundingClientRect().right).to.be.at.most(element.getBoundingClientRect().right);
    }
  });
});
