import { expect, html, waitUntil } from '@open-wc/testing';
import '../../src/define/inbox.js';
import { AdapterError, type AdapterErrorCode } from '../../src/adapter/errors.js';
import { alderStreet, busyStreet, pausedPractice } from '../../src/adapters/memory/scenarios.js';
import type { ThreadSelectEvent } from '../../src/controllers/thread-select-event.js';
import type { MessageSentEvent } from '../../src/controllers/message-events.js';
import type { CareInbox } from '../../src/elements/inbox/inbox.js';
import type { CareThread } from '../../src/elements/thread/thread.js';
import { button, expectAccessible, field, find, open, send, shown, wordsOf } from '../support/conversation.js';
import { composer, fetched, maya, watchLeaving } from './composer-support.js';

describe('a thread that is over', function () {
  this.timeout(10_000);

  const CONTINUE = 'Continue this conversation';
  const goOn = async (element: Element, words: string): Promise<void> => {
    await fetched(element, CONTINUE);
    button(element, CONTINUE).click();
    await shown();
    await send(element, words);
  };

  it('says that it is closed, or ended by itself, and offers to go on', async () => {
    const { element } = await composer('bill');
    await fetched(element, CONTINUE);
    expect(wordsOf(element)).to.contain('This conversation is closed. Something new about this?');
    expect(find(element, 'textarea').length).to.equal(0);
    await expectAccessible(element);
    const expired = await composer('work-form', { scenario: busyStreet });
    await fetched(expired.element, 'This conversation has ended. Nobody wrote in it for long.');
    button(expired.element, CONTINUE).click();
    await shown();
    expect(wordsOf(find(expired.element, 'label')[0]!)).to.equal('Write to Alder Street Family Practice about this');
    expect(expired.element.shadowRoot!.activeElement).to.equal(field(expired.element));
    await expectAccessible(expired.element);
  });

  it('goes on in a new thread, told with its id and nothing else, and is linked to it', async () => {
    const { element, backend } = await composer('bill');
    const events: Event[] = [];
    for (const type of ['care-message-sent', 'care-thread-select']) element.addEventListener(type, (event) => events.push(event));
    await goOn(element, 'It came again.');
    await fetched(element, 'This conversation goes on in a newer one.');
    const message = backend.messages().find(({ body }) => body === 'It came again.')!;
    const [sent, select] = events as [MessageSentEvent, ThreadSelectEvent];
    expect([sent.threadId, sent.messageId, select.threadId]).to.deep.equal([message.thread, message.id, message.thread]);
    expect(message.thread).not.to.equal('bill');
    // Alone it stays where it is; the newer one is one press away.
    expect(element.thread).to.equal('bill');
    expect(wordsOf(element.shadowRoot!.activeElement!)).to.equal('This conversation goes on in a newer one.');
    await expectAccessible(element);
    button(element, 'Open the newer one').click();
    await shown();
    expect(element.thread).to.equal(message.thread);
    expect(find(element, 'textarea').length).to.equal(1);
  });

  it('opens the new thread where an inbox or a thread is around, and takes the focus along', async () => {
    const { element } = await open<CareInbox>(html`<care-inbox thread="bill"></care-inbox>`);
    const selected: string[] = [];
    element.addEventListener('care-thread-select', (event) => selected.push(event.threadId));
    await goOn(element, 'It came again.');
    await waitUntil(() => element.thread !== 'bill', 'it did not open', { timeout: 4000 });
    await shown();
    expect(selected).to.deep.equal([element.thread]);
    expect(wordsOf(find(element, 'care-thread')[0]!)).to.contain('It came again.');
    expect(find<CareThread>(element, 'care-thread')[0]!.shadowRoot!.activeElement?.localName).to.equal('h2');
    const alone = await open<CareThread>(html`<care-thread thread="bill"></care-thread>`);
    await goOn(alone.element, 'And again.');
    await waitUntil(() => alone.element.thread !== 'bill', 'it did not open', { timeout: 4000 });
  });

  it('leads on to the newer thread where it goes on already, and offers no second one', async () => {
    const { element } = await composer('bill', { scenario: busyStreet });
    await fetched(element, 'Open the newer one');
    expect(wordsOf(element)).not.to.contain(CONTINUE);
    const selected = new Promise<string>((resolve) => {
      element.addEventListener('care-thread-select', (event) => {
        event.preventDefault();
        resolve(event.threadId);
      });
    });
    button(element, 'Open the newer one').click();
    expect([await selected, element.thread]).to.deep.equal(['bill-again', 'bill']);
  });

  it('F02 is not sure while an answer is lost, offers no second one meanwhile, and has one effect', async () => {
    let lost = 2;
    const { element, backend, clock } = await composer('bill', {
      without: ['changes'],
      after: ({ method }) => {
        if (method === 'continue' && lost-- > 0) throw new AdapterError('unknown-outcome', 'no answer');
      },
    });
    await goOn(element, 'It came again.');
    await fetched(element, 'We are not sure this was sent. Checking…');
    expect(wordsOf(element)).to.contain('It came again.').and.not.to.contain(CONTINUE).and.not.to.contain('Send again');
    expect(getComputedStyle(find(element, '.kept')[0]!).outlineStyle).to.equal('dashed');
    await expectAccessible(element);
    await clock.advance(60_000);
    await fetched(element, 'This conversation goes on in a newer one.');
    expect(backend.messages().filter(({ body }) => body === 'It came again.').length).to.equal(1);
  });

  it('F11 keeps the words of a refused one, to be copied, changed or sent again', async () => {
    let code: AdapterErrorCode | undefined = 'conflict';
    const { element, backend, reports } = await composer('bill', {
      before: ({ method }) => {
        if (method === 'continue' && code) throw new AdapterError(code, 'no');
      },
    });
    await goOn(element, 'It came again.');
    await fetched(element, 'Not sent. The practice takes no message here now. Your words are kept.');
    expect(wordsOf(element)).to.contain('It came again.');
    expect(JSON.stringify(reports)).to.contain('conflict').and.not.to.contain('came again');
    await expectAccessible(element);
    code = undefined;
    button(element, 'Change it').click();
    await shown();
    expect(field(element).value).to.equal('It came again.');
    expect(element.shadowRoot!.activeElement).to.equal(field(element));
    button(element, 'Send').click();
    await fetched(element, 'This conversation goes on in a newer one.');
    expect(backend.messages().filter(({ body }) => body === 'It came again.').length).to.equal(1);
  });

  it('asks the same before it goes on about another child', async () => {
    const closed = { ...alderStreet.threads.find(({ id }) => id === 'leo-form')!, state: 'closed' as const };
    const { left, before, listen } = watchLeaving();
    const { element, client } = await composer('leo-form', { me: 'rosa', before, scenario: { ...alderStreet, threads: [closed] } });
    listen(element);
    client.selection.choose(maya);
    await goOn(element, 'The school asks again.');
    await fetched(element, 'This is about Leo Delgado.');
    expect(left).to.deep.equal([]);
    button(element, 'Send it about Leo Delgado').click();
    await fetched(element, 'This conversation goes on in a newer one.');
    expect(left).to.deep.equal(['care-message-send', 'continue']);
  });

  it('offers nobody who works at the practice to go on, and no patient while the practice is paused', async () => {
    const staff = await composer('bill', { me: 'ana' });
    await fetched(staff.element, 'Nobody can reply here any more.');
    const paused = await composer('bill', { scenario: pausedPractice });
    await fetched(paused.element, 'We take no messages right now.');
    expect(wordsOf(staff.element) + wordsOf(paused.element)).not.to.contain(CONTINUE);
  });
});
