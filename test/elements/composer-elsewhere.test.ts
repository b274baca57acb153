import { expect, waitUntil } from '@open-wc/testing';
import '../../src/define/inbox.js';
import type { MessageSendEvent } from '../../src/controllers/message-events.js';
import type { VisitRequestEvent } from '../../src/controllers/visit-request-event.js';
import type { ThreadId } from '../../src/model/id.js';
import { button, field, listenToAnnouncements, send, shown, wordsOf, write } from '../support/conversation.js';
import { composer, fetched, leo, maya } from './composer-support.js';

/** Makes the page prepare the next reply until it is told how that went. */
function preparing(element: HTMLElement): { done(): void; fail(): void } {
  let done!: () => void;
  let fail!: () => void;
  const promise = new Promise<void>((resolve, reject) => {
    done = resolve;
    fail = () => reject(new Error());
  });
  element.addEventListener('care-message-send', (event) => (event as MessageSendEvent).waitUntil(promise), { once: true });
  return { done, fail };
}

describe('a reply whose thread is left while it goes out', function () {
  this.timeout(10_000);

  it('sends it to its own thread, and lets one write and send in the other meanwhile', async () => {
    const { element, backend } = await composer('refill');
    const page = preparing(element);
    await send(element, 'For the refill.');
    expect(field(element).readOnly).to.equal(true);
    element.thread = 'back-pain' as ThreadId;
    await shown();
    expect(field(element).readOnly).to.equal(false);
    await send(element, 'For the back.');
    await write(element, 'One more for the back.');
    page.done();
    await shown();
    const at = (body: string) => backend.messages().filter((message) => message.body === body).map(({ thread }) => thread);
    expect([at('For the refill.'), at('For the back.')]).to.deep.equal([['refill'], ['back-pain']]);
    expect(field(element).value).to.equal('One more for the back.');
  });

  it('says only aloud that the page stopped it, and leaves the other thread and the focus alone', async () => {
    const { element } = await composer('refill');
    const page = preparing(element);
    await send(element, 'For the refill.');
    element.thread = 'back-pain' as ThreadId;
    await shown();
    const { said, stop } = await listenToAnnouncements();
    const elsewhere = document.body.appendChild(document.createElement('button'));
    elsewhere.focus();
    page.fail();
    await waitUntil(() => said.length > 0, 'nothing was announced', { timeout: 3000 });
    stop();
    expect(said.join()).to.contain('Not sent. This page stopped it.');
    expect(wordsOf(element)).not.to.contain('Not sent.');
    expect(document.activeElement).to.equal(elsewhere);
    elsewhere.remove();
    element.thread = 'refill' as ThreadId;
    await shown();
    expect([field(element).value, field(element).readOnly]).to.deep.equal(['For the refill.', false]);
  });

  it('asks nothing about one child in the thread of another, and keeps the words', async () => {
    const { element, client, backend } = await composer('leo-form', { me: 'rosa' });
    client.selection.choose(maya);
    await write(element, 'He has a cough.');
    button(element, 'Send').click();
    element.thread = 'maya-cough' as ThreadId;
    await shown();
    await shown();
    expect(wordsOf(element)).not.to.contain('You had chosen').and.not.to.contain('Not sent');
    expect(field(element).readOnly).to.equal(false);
    element.thread = 'leo-form' as ThreadId;
    await shown();
    expect([field(element).value, field(element).readOnly]).to.deep.equal(['He has a cough.', false]);
    expect(backend.messages().some(({ body }) => body === 'He has a cough.')).to.equal(false);
    client.selection.choose(leo);
    button(element, 'Send').click();
    await shown();
    expect(backend.messages().some(({ body }) => body === 'He has a cough.')).to.equal(true);
  });

  it('F23 hands the words for a visit only to who wrote them, from the thread they were written in', async () => {
    const { element, signIn } = await composer('refill');
    const words = 'x'.repeat(751);
    await write(element, words);
    await fetched(element, 'Book a visit about this');
    let wish!: VisitRequestEvent;
    element.addEventListener('care-visit-request', (event) => {
      event.preventDefault();
      wish = event;
    });
    button(element, 'Book a visit').click();
    element.thread = 'back-pain' as ThreadId;
    await shown();
    await write(element, 'Of the back.');
    expect(wish.readText()).to.equal(words);
    await signIn('rosa');
    expect(wish.readText()).to.equal('');
  });
});
