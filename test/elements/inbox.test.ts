import { aTimeout, expect, html, oneEvent, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/define/inbox.js';
import { deepActiveElement } from '../../src/a11y/focus.js';
import { AdapterError } from '../../src/adapter/errors.js';
import { manyMessages, manyThreads } from '../../src/adapters/memory/many.js';
import { alderStreet, emptyPractice, leoForm } from '../../src/adapters/memory/scenarios.js';
import type { CareInbox } from '../../src/elements/inbox/inbox.js';
import type { ThreadSelectEvent } from '../../src/controllers/thread-select-event.js';
import type { CareThread } from '../../src/elements/thread/thread.js';
import type { ThreadId } from '../../src/model/id.js';
import { sendMessage } from '../../src/client/messages.js';
import { button, expectAccessible, find, listenToAnnouncements, open, type Opening, seen, shown, wordsOf } from '../support/conversation.js';
import { parts } from '../support/shown.js';

const inbox = (opening?: Opening) => open<CareInbox>(html`<care-inbox></care-inbox>`, opening);
const rows = (element: CareInbox) => parts(element, 'thread') as HTMLButtonElement[];
/** Asks for what was read and is not drawn yet, then for the next page. */
async function showPage(element: CareInbox): Promise<void> {
  for (const _ of ['read', 'next']) {
    button(element, 'Show more').click();
    await shown();
  }
}
const thread = (element: CareInbox) => element.shadowRoot!.querySelector<CareThread>('care-thread');

describe('<care-inbox>', function () {
  this.timeout(10_000);

  it('lists the threads newest first: what about, with whom, and who must act', async () => {
    const { element } = await inbox();
    expect(rows(element).map(({ value }) => value)).to.deep.equal(['refill', 'back-pain', 'bill']);
    const [refill, question, bill] = rows(element).map(wordsOf);
    expect(refill).to.match(/^A medicine refill .* Dr\. Grace Lee, family physician .*1 new message .*Your turn$/);
    expect(question).to.contain('You: It started two weeks ago').and.to.match(/Late\. You can call us$/);
    expect(bill).to.match(/Closed$/);
    await expectAccessible(element);
  });

  it('says whose care a thread is about, when it is not the reader’s', async () => {
    const { element } = await inbox({ me: 'rosa' });
    const [form, cough] = rows(element).map(wordsOf);
    expect(form).to.contain('About Leo Delgado').and.to.contain('With the practice, due Saturday, 12 pm');
    expect(cough).to.contain('June Carter, nurse. About Maya Delgado');
  });

  it('reads from the practice’s side for staff', async () => {
    const { element } = await inbox({ me: 'june' });
    const words = rows(element).map(wordsOf);
    expect(words[0]).to.match(/^Sam Okafor .*A medicine refill\. With Dr\. Grace Lee .*With the patient$/);
    expect(words[1]).to.match(/^Leo Delgado .*Nobody has it yet .*Waiting, due Saturday, 12 pm$/);
    expect(words.join()).not.to.contain('call us');
    await expectAccessible(element);
  });

  it('says which thread was chosen, and nothing of what is in it', async () => {
    const { element } = await inbox();
    setTimeout(() => rows(element)[0]!.click());
    const event = (await oneEvent(element, 'care-thread-select')) as ThreadSelectEvent;
    expect(event.threadId).to.equal('refill');
    expect(Object.keys(event).filter((key) => key !== 'isTrusted')).to.deep.equal(['threadId']);
  });

  it('I13 opens no thread for an empty attribute, and says that one is offline', async () => {
    const { element, network } = await open<CareInbox>(html`<care-inbox thread=""></care-inbox>`);
    expect(thread(element)).to.equal(null);
    expect(wordsOf(element)).to.include('Choose a message to read it here.');
    network.set(false);
    await shown();
    expect(wordsOf(element)).to.include('You are offline.');
  });

  it('opens the chosen thread beside the list where there is room', async () => {
    const { element } = await inbox();
    rows(element)[0]!.click();
    await shown();
    expect(element.thread).to.equal('refill');
    expect(rows(element)[0]!.getAttribute('aria-current')).to.equal('true');
    expect(wordsOf(thread(element)!)).to.contain('I have sent the pharmacy a new prescription');
    expect(rows(element)[0]!.checkVisibility()).to.equal(true);
    await expectAccessible(element);
  });

  it('moves the focus nowhere later on because an open thread was chosen again', async () => {
    const { element } = await inbox();
    rows(element)[0]!.click();
    await shown();
    rows(element)[0]!.click();
    await shown();
    rows(element)[0]!.focus();
    element.parentElement!.parentElement!.style.inlineSize = '320px';
    const elsewhere = element.parentElement!.appendChild(document.createElement('button'));
    elsewhere.focus();
    element.requestUpdate();
    await shown();
    expect(document.activeElement).to.equal(elsewhere);
  });

  it('leaves the opening to the page where the page prevents it', async () => {
    const { element } = await inbox();
    element.addEventListener('care-thread-select', (event) => event.preventDefault());
    rows(element)[0]!.click();
    await shown();
    expect(thread(element)).to.equal(null);
  });

  it('shows list or thread where it is narrow, and takes the focus along both ways', async () => {
    const { element } = await inbox({ width: '320px' });
    rows(element)[1]!.focus();
    await sendKeys({ press: 'Enter' });
    await shown();
    expect(rows(element)[1]!.checkVisibility()).to.equal(false);
    const title = thread(element)!.shadowRoot!.activeElement!;
    expect(wordsOf(title)).to.equal('A medical question');
    await expectAccessible(element);
    button(element, 'All messages').click();
    await shown();
    expect((element.shadowRoot!.activeElement as HTMLButtonElement).value).to.equal('back-pain');
  });

  it('is read, answered and left by keyboard alone', async () => {
    const { element, backend } = await inbox({ width: '320px' });
    for (const _ of ['the words', 'the filters', 'the first row']) await sendKeys({ press: 'Tab' });
    expect((element.shadowRoot!.activeElement as HTMLButtonElement).value).to.equal('refill');
    await sendKeys({ press: 'Enter' });
    await shown();
    // What else a thread offers stands before its reply.
    for (let step = 0; step < 5 && deepActiveElement()?.localName !== 'textarea'; step++) await sendKeys({ press: 'Tab' });
    await sendKeys({ type: 'Thank you.' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Enter' });
    await shown();
    expect(backend.messages().filter(({ body }) => body === 'Thank you.').length).to.equal(1);
    expect(wordsOf(thread(element)!)).to.contain('Thank you.');
  });

  it('draws the beginning of a long list, all that was read at a press, then page by page, and more near the end', async () => {
    const { element } = await inbox({ scenario: manyThreads(120) });
    expect(rows(element).length).to.equal(12);
    button(element, 'Show more').click();
    await shown();
    expect(rows(element).length).to.equal(50);
    button(element, 'Show more').click();
    await shown();
    expect(rows(element).length).to.equal(100);
    const more = button(element, 'Show more');
    more.scrollIntoView();
    await seen(more);
    expect(rows(element).length).to.equal(120);
    expect(new Set(rows(element).map(({ value }) => value)).size).to.equal(120);
  });

  it('says nothing of older threads as they are paged in', async () => {
    const { said, stop } = await listenToAnnouncements();
    const scenario = manyThreads(120);
    const { element, backend, clock } = await inbox({ scenario });
    await showPage(element);
    expect(rows(element).length).to.equal(100);
    await aTimeout(1500);
    expect(said).to.deep.equal([]);
    const doctor = await open(html`<p></p>`, { me: 'lee', backend, clock });
    sendMessage(doctor.client, { thread: 'thread-119' as ThreadId, body: 'From further down.' });
    await shown();
    await waitUntil(() => said.length > 0, 'nothing was announced', { timeout: 3000 });
    stop();
    expect(said).to.deep.equal(['New message from Dr. Grace Lee']);
  });

  it('F23 shows who signs in next no thread and no row of somebody else, and tells their old messages as no news', async () => {
    const { element, signIn } = await inbox({ me: 'rosa' });
    rows(element)[0]!.click();
    await shown();
    const { said, stop } = await listenToAnnouncements();
    await signIn('sam');
    expect([element.thread, thread(element)]).to.deep.equal([undefined, null]);
    expect(rows(element).map(({ value }) => value)).to.deep.equal(['refill', 'back-pain', 'bill']);
    await aTimeout(300);
    stop();
    expect(said).to.deep.equal([]);
  });

  it('brings the first new message into view when a thread is opened', async () => {
    const { element } = await inbox({ scenario: manyMessages(40) });
    element.style.marginBlockStart = `${innerHeight - 200}px`;
    rows(element)[0]!.click();
    await shown();
    const first = parts(thread(element)!, 'message')[1]!.closest('li')!.getBoundingClientRect();
    expect(first.bottom).to.be.at.most(innerHeight + 1);
  });

  it('keeps the focus when there is no more to show', async () => {
    const { element } = await inbox({ scenario: manyThreads(60) });
    button(element, 'Show more').focus({ preventScroll: true });
    await showPage(element);
    expect(rows(element).length).to.equal(60);
    expect(element.shadowRoot!.activeElement).to.equal(find(element, '.threads')[0]);
  });

  it('stays usable when the next page does not come', async () => {
    let calls = 0;
    const { element } = await inbox({
      scenario: manyThreads(60),
      before: ({ method }) => {
        if (method === 'listThreads' && ++calls === 2) throw new AdapterError('unavailable', 'down');
      },
    });
    await showPage(element);
    expect(wordsOf(element)).to.contain('We could not get more.');
    button(element, 'Show more').click();
    await shown();
    expect(rows(element).length).to.equal(60);
  });

  it('shows live what another reader does, in the row that was there, and says who wrote', async () => {
    const { element, backend, clock } = await inbox();
    const doctor = await open(html`<care-inbox></care-inbox>`, { me: 'lee', backend, clock });
    const row = rows(element).find(({ value }) => value === 'back-pain')!;
    const { said, stop } = await listenToAnnouncements();
    await clock.advance(60_000);
    sendMessage(doctor.client, { thread: 'back-pain' as ThreadId, body: 'Not before Thursday.' });
    await shown();
    expect(rows(element)[0]).to.equal(row);
    expect(wordsOf(row)).to.contain('Not before Thursday.').and.to.contain('1 new message').and.to.contain('Your turn');
    await waitUntil(() => said.length > 0, 'nothing was announced', { timeout: 3000 });
    stop();
    expect(said.join()).to.contain('New message from Dr. Grace Lee').and.not.to.contain('Thursday');
  });

  it('says that an answer is late as soon as its time has passed', async () => {
    const due = { ...leoForm, dueAt: '2026-11-23T22:40:00Z' };
    const { element, clock } = await inbox({ me: 'rosa', scenario: { ...alderStreet, threads: [due] } });
    expect(wordsOf(element)).to.contain('With the practice, due Monday, 2:40 pm').and.not.to.contain('Late');
    await clock.advance(6 * 60_000);
    await shown();
    expect(wordsOf(rows(element)[0]!)).to.contain('Late. You can call us');
  });

  it('says in the row that a reply waits, and that one was refused', async () => {
    const { element, client, network } = await inbox({
      before: ({ method }) => {
        if (method === 'send') throw new AdapterError('invalid', 'no');
      },
    });
    network.set(false);
    sendMessage(client, { thread: 'refill' as ThreadId, body: 'Thank you.' });
    await shown();
    expect(wordsOf(rows(element)[0]!)).to.contain('Waiting to send, 1 message');
    network.set(true);
    await shown();
    expect(wordsOf(rows(element)[0]!)).to.contain('Not sent. Your words are kept');
  });

  it('scrolls nothing sideways at 320 px, and gives every finger 44 px', async () => {
    const { element } = await inbox({ width: '320px', me: 'rosa' });
    for (const step of ['list', 'thread']) {
      for (const target of find(element, 'button, a')) {
        const { width, height } = target.getBoundingClientRect();
        if (width > 0) expect(height, `${step}: ${wordsOf(target)}`).to.be.at.least(44);
      }
      // A snippet ends where its row ends, and is cut there.
      for (const part of find(element, ':not(.snippet *)')) {
        expect(part.getBoundingClientRect().right, `${step}: ${part.localName}`).to.be.at.most(
          element.getBoundingClientRect().right + 0.5,
        );
      }
      rows(element)[0]!.click();
      await shown();
    }
  });

  it('shows nothing to read as what will be here, in words that the page can replace', async () => {
    const { element } = await inbox({ scenario: emptyPractice });
    expect(wordsOf(element)).to.contain('No messages yet');
    await expectAccessible(element);
    const own = await open(html`<care-inbox><p slot="empty">Write to us.</p></care-inbox>`, { scenario: emptyPractice });
    expect(find(own.element, 'slot').length).to.equal(1);
    expect(wordsOf(own.element.querySelector('p')!)).to.equal('Write to us.');
  });
});
