import { expect, html } from '@open-wc/testing';
import '../../src/define/inbox.js';
import { AdapterError } from '../../src/adapter/errors.js';
import type { VisitRequestEvent } from '../../src/controllers/visit-request-event.js';
import type { CareThread } from '../../src/elements/thread/thread.js';
import type { ThreadId } from '../../src/model/id.js';
import { button, expectAccessible, field, open, send, shown, wordsOf, write } from '../support/conversation.js';
import { parts } from '../support/shown.js';
import { composer, fetched } from './composer-support.js';

describe('a reply on its way from a composer that stands alone', function () {
  this.timeout(10_000);

  it('F10 explains a refusal because the thread was closed, keeps the words to be copied, and offers the way on', async () => {
    const { element, backend, clock } = await composer('refill', { without: ['changes'] });
    const lee = await open(html`<p></p>`, { me: 'lee', backend, clock });
    const options = { signal: new AbortController().signal };
    await lee.client.use('queue', (queue) => queue.close({ thread: 'refill' as ThreadId, note: 'Done.' }, { ...options, key: 'close-it-now' as never, ifVersion: undefined }));
    await send(element, 'One more thing.');
    await fetched(element, 'Continue this conversation');
    expect(wordsOf(element)).to.contain('One more thing. Not sent.').and.to.contain('This conversation is closed.');
    button(element, 'Change it').click();
    await shown();
    button(element, 'Send').click();
    await fetched(element, 'This conversation goes on in a newer one.');
    expect(backend.messages().filter(({ body }) => body === 'One more thing.').length).to.equal(1);
  });

  it('shows what waits and what was refused, which a thread around it would show', async () => {
    const { element, network } = await composer('refill', {
      before: ({ method }) => {
        if (method === 'send') throw new AdapterError('invalid', 'no');
      },
    });
    network.set(false);
    field(element).focus();
    await send(element, 'Thank you.');
    await fetched(element, 'Waiting to send. You are offline');
    expect(parts(element, 'state').length).to.equal(1);
    network.set(true);
    await fetched(element, 'Not sent. The practice could not take it. Your words are kept.');
    expect(wordsOf(element)).to.contain('Thank you.');
    const around = await open<CareThread>(html`<care-thread thread="refill"></care-thread>`);
    around.network.set(false);
    await send(around.element, 'Thank you.');
    expect(wordsOf(around.element).split('Waiting to send').length).to.equal(2);
  });
});

describe('a reply that is too long', function () {
  this.timeout(10_000);

  it('offers a visit, and hands the words to whoever takes it, in no field of the event', async () => {
    const { element } = await composer('refill');
    await write(element, 'x'.repeat(751));
    await fetched(element, 'Book a visit about this');
    const taken = new Promise<VisitRequestEvent>((resolve) => {
      element.addEventListener('care-visit-request', (event) => {
        event.preventDefault();
        resolve(event);
      });
    });
    button(element, 'Book a visit').click();
    const event = await taken;
    expect([event.subject, event.reason, event.threadId]).to.deep.equal(['sam-okafor', 'refill', 'refill']);
    expect(event.readText()).to.equal('x'.repeat(751));
    expect(JSON.stringify({ ...event })).not.to.contain('xxx');
    await shown();
    expect(wordsOf(element)).not.to.contain('Call us to book');
    expect(field(element).value.length).to.equal(751);
  });

  it('says to call where nobody on the page books visits', async () => {
    const { element } = await composer('refill');
    await write(element, 'x'.repeat(751));
    await fetched(element, 'Book a visit about this');
    button(element, 'Book a visit').click();
    await shown();
    expect(wordsOf(element)).to.contain('Call us to book a visit. What you wrote stays here.').and.to.contain('Call +1 206 555 0142');
    await expectAccessible(element);
  });
});
