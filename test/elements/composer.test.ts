import { expect, html, oneEvent, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/define/thread.js';
import { AdapterError } from '../../src/adapter/errors.js';
import type { CareComposer } from '../../src/elements/composer/composer.js';
import type { MessageSendEvent, MessageSentEvent } from '../../src/controllers/message-events.js';
import { alderStreet, answeredRefill } from '../../src/adapters/memory/scenarios.js';
import { closeThread } from '../../src/client/queue.js';
import { readThread } from '../../src/client/messages.js';
import type { CareThread } from '../../src/elements/thread/thread.js';
import type { ThreadId } from '../../src/model/id.js';
import {
  button,
  expectAccessible,
  field,
  find,
  listenToAnnouncements,
  open,
  type Opening,
  type Reading,
  send,
  shown,
  wordsOf,
  write,
} from '../support/conversation.js';
import { parts } from '../support/shown.js';

const options = { signal: new AbortController().signal };
const composer = (id: string, opening?: Opening) =>
  open<CareComposer>(html`<care-composer thread=${id}></care-composer>`, opening);
const inThread = (id: string, opening?: Opening) => open<CareThread>(html`<care-thread thread=${id}></care-thread>`, opening);
const sent = ({ backend }: Reading<HTMLElement>, body: string) => backend.messages().filter((it) => it.body === body).length;

describe('<care-composer>', function () {
  this.timeout(10_000);

  it('says to whom a reply goes, who may open it first, and by when there is an answer', async () => {
    const { element } = await composer('refill');
    expect(wordsOf(find(element, 'label')[0]!)).to.equal('Reply to Dr. Grace Lee');
    const form = await composer('leo-form', { me: 'rosa' });
    expect(wordsOf(find(form.element, 'label')[0]!)).to.equal(
      'Reply to Alder Street Family Practice You write as Rosa Delgado, about Leo Delgado. Answer by Saturday, 12 pm.',
    );
    await expectAccessible(element);
  });

  it('sends, empties the field and says so before and after, with ids and nothing else', async () => {
    const reading = await composer('refill');
    const { element } = reading;
    const before = oneEvent(element, 'care-message-send') as unknown as Promise<MessageSendEvent>;
    const after = oneEvent(element, 'care-message-sent') as unknown as Promise<MessageSentEvent>;
    await send(element, 'Thank you.');
    expect((await before).threadId).to.equal('refill');
    const { threadId, messageId, ...rest } = { ...(await after) };
    expect([threadId, messageId]).to.deep.equal(['refill', reading.backend.messages().at(-1)!.id]);
    expect(Object.keys(rest).filter((key) => key !== 'isTrusted')).to.deep.equal([]);
    expect(field(element).value).to.equal('');
    expect(sent(reading, 'Thank you.')).to.equal(1);
  });

  it('sends with Ctrl and Enter too', async () => {
    const reading = await composer('refill');
    field(reading.element).focus();
    await sendKeys({ type: 'Thank you.' });
    await sendKeys({ down: 'Control' });
    await sendKeys({ press: 'Enter' });
    await sendKeys({ up: 'Control' });
    await shown();
    expect(sent(reading, 'Thank you.')).to.equal(1);
  });

  it('holds 751 characters of 750, says "1 over" and announces it, and cuts nothing', async () => {
    const reading = await composer('refill');
    const { element } = reading;
    const { said, stop } = await listenToAnnouncements();
    await write(element, 'x'.repeat(750));
    expect(wordsOf(element)).to.contain('0 characters left');
    await write(element, 'x'.repeat(751));
    expect(wordsOf(element)).to.contain('1 over').and.to.contain('Nothing is cut.');
    await waitUntil(() => said.length > 0, 'nothing was announced', { timeout: 3000 });
    stop();
    expect(said).to.deep.equal(['1 over']);
    await expectAccessible(element);
    button(element, 'Send').click();
    await shown();
    expect(wordsOf(element)).to.contain('1 character over 750. Nothing is cut. Shorten it to send it.');
    expect(element.shadowRoot!.activeElement).to.equal(field(element));
    expect(field(element).value.length).to.equal(751);
    expect(sent(reading, 'x'.repeat(751))).to.equal(0);
  });

  it('sets staff no budget', async () => {
    const { element } = await composer('maya-cough', { me: 'june' });
    await write(element, 'x'.repeat(751));
    expect(parts(element, 'budget')).to.deep.equal([]);
    expect(wordsOf(find(element, 'label')[0]!)).to.equal('Reply about Maya Delgado');
  });

  it('says what is missing when there is nothing to send', async () => {
    const { element } = await composer('refill');
    button(element, 'Send').click();
    await shown();
    expect(wordsOf(element)).to.contain('Write your message first.');
  });

  it('keeps what is being written while it comes and goes', async () => {
    const { element } = await inThread('refill');
    await write(element, 'Half a sen');
    element.thread = 'bill' as ThreadId;
    await shown();
    element.thread = 'refill' as ThreadId;
    await shown();
    expect(field(element).value).to.equal('Half a sen');
  });

  it('S14 keeps browsers from sending the words away to check them, unless the page allows it', async () => {
    const { element } = await composer('refill');
    const settings = () => ['spellcheck', 'autocomplete', 'writingsuggestions'].map((name) => field(element).getAttribute(name));
    expect(settings()).to.deep.equal(['false', 'off', 'false']);
    element.setAttribute('spellcheck', 'true');
    element.requestUpdate();
    await shown();
    expect(settings()).to.deep.equal(['true', 'off', 'false']);
  });

  it('leaves the thread’s lines alone while one types', async () => {
    const { element } = await inThread('refill');
    let redrawn = 0;
    new MutationObserver(() => redrawn++).observe(element.shadowRoot!, { subtree: true, childList: true, characterData: true });
    await write(element, 'Typing');
    expect(redrawn).to.equal(0);
  });

  it('goes back to the draft when the page prevents it, or prepares a step that fails', async () => {
    const reading = await composer('refill');
    const { element } = reading;
    element.addEventListener('care-message-send', (event) => event.preventDefault(), { once: true });
    await send(element, 'Thank you.');
    expect(wordsOf(element)).to.contain('This page stopped it. Your words are kept.');
    element.addEventListener('care-message-send', (event) => (event as MessageSendEvent).waitUntil(Promise.reject(new Error())), {
      once: true,
    });
    button(element, 'Send').click();
    await shown();
    expect(field(element).value).to.equal('Thank you.');
    expect(sent(reading, 'Thank you.')).to.equal(0);
    button(element, 'Send').click();
    await shown();
    expect(sent(reading, 'Thank you.')).to.equal(1);
  });

  it('F01 keeps what is sent offline, says so at once, and sends it once on return', async () => {
    const reading = await inThread('refill');
    const { element, network } = reading;
    network.set(false);
    await send(element, 'Thank you.');
    expect(parts(element, 'state').map(wordsOf).at(-1)).to.equal('Waiting to send. You are offline');
    expect(wordsOf(element)).to.contain('You are offline. You can read and write.');
    await expectAccessible(element);
    network.set(true);
    await shown();
    expect(parts(element, 'state').map(wordsOf).at(-1)).to.match(/^Sent .*/);
    expect(sent(reading, 'Thank you.')).to.equal(1);
    expect(wordsOf(element)).not.to.contain('You are offline');
  });

  it('F03 is not sure while an answer is lost, in one bubble from first to last, with one effect', async () => {
    let lost = 2;
    const reading = await inThread('refill', {
      // With them it would be found in the thread before it is sent again.
      without: ['changes'],
      after: ({ method }) => {
        if (method === 'send' && lost-- > 0) throw new AdapterError('unknown-outcome', 'no answer');
      },
    });
    const { element, clock } = reading;
    await send(element, 'Thank you.');
    const bubble = () => find(element, 'li').filter((line) => wordsOf(line).includes('Thank you.'));
    const [line] = bubble();
    expect(bubble().length).to.equal(1);
    expect(wordsOf(line!)).to.contain('We are not sure this was sent. Checking…');
    expect(getComputedStyle(find(line!, '.words')[0]!).outlineStyle).to.equal('dashed');
    await expectAccessible(element);
    await clock.advance(60_000);
    await shown();
    expect(bubble()).to.deep.equal([line]);
    expect(wordsOf(line!)).to.match(/Sent .*Nobody has opened it yet/);
    expect(sent(reading, 'Thank you.')).to.equal(1);
  });

  it('keeps a refused reply to be sent again, or to be changed in the field', async () => {
    let isRefused = true;
    const reading = await inThread('refill', {
      before: ({ method }) => {
        if (method === 'send' && isRefused) throw new AdapterError('invalid', 'no');
      },
    });
    const { element } = reading;
    await send(element, 'First words.');
    expect(wordsOf(element)).to.contain('Not sent. The practice could not take it. Your words are kept.');
    await expectAccessible(element);
    await write(element, 'Second words.');
    button(element, 'Change it').click();
    await shown();
    expect(field(element).value).to.equal('Second words.\n\nFirst words.');
    expect(find(element, 'li.refused').length).to.equal(0);
    button(element, 'Send').click();
    await shown();
    isRefused = false;
    button(element, 'Send again').click();
    await shown();
    expect(sent(reading, 'Second words.\n\nFirst words.')).to.equal(1);
  });

  it('promises an answer only while the practice has to give one', async () => {
    const due = { ...answeredRefill, turn: 'patient' as const, dueAt: '2026-11-28T22:40:00Z' };
    const { element } = await composer('refill', { scenario: { ...alderStreet, threads: [due] } });
    expect(wordsOf(find(element, 'label')[0]!)).not.to.contain('Answer by');
  });

  it('keeps a reply when the session has ended, and offers to sign in', async () => {
    let isSignedOut = true;
    const reading = await inThread('refill', {
      before: ({ method }) => {
        if (method === 'send' && isSignedOut) throw new AdapterError('auth-required', 'ended');
      },
    });
    const { element, client } = reading;
    await send(element, 'Thank you.');
    expect(wordsOf(element)).to.contain('Kept here. Sign in again to send it');
    await expectAccessible(element);
    setTimeout(() => button(element, 'Sign in').click());
    await oneEvent(element, 'care-sign-in');
    isSignedOut = false;
    client.renew();
    await shown();
    expect(sent(reading, 'Thank you.')).to.equal(1);
  });

  it('shows words and a way on where a thread is closed, and what was being written', async () => {
    const reading = await composer('refill');
    const { element, backend, clock } = reading;
    await write(element, 'Half a sen');
    field(element).focus();
    const { said, stop } = await listenToAnnouncements();
    const lee = await open(html`<p></p>`, { me: 'lee', backend, clock });
    await closeThread(lee.client, await readThread(lee.client, 'refill' as ThreadId, options), { note: 'Done.' }, options);
    await shown();
    expect(find(element, 'textarea').length).to.equal(0);
    expect(wordsOf(element)).to.contain('This conversation is closed.').and.to.contain('Half a sen');
    expect(wordsOf(element)).to.contain('Call +1 206 555 0142');
    expect(wordsOf(element.shadowRoot!.activeElement!)).to.equal('This conversation is closed.');
    // The focus reads it: said aloud too, it would be heard twice.
    await new Promise((resolve) => setTimeout(resolve, 300));
    stop();
    expect(said).to.deep.equal([]);
    await expectAccessible(element);
  });

  it('shows no field where nobody answers messages, but the number to call', async () => {
    for (const without of [['messages'], ['messages.send']]) {
      const { element } = await composer('refill', { without });
      expect(find(element, 'textarea').length).to.equal(0);
      expect(wordsOf(element)).to.contain('does not answer messages here.').and.to.contain('Call +1 206 555 0142');
      await expectAccessible(element);
    }
  });
});
