import { expect } from '@open-wc/testing';
import type { Adapter } from '../../src/adapter/adapter.js';
import { AdapterError } from '../../src/adapter/errors.js';
import type { ContactPort } from '../../src/adapter/ports/contact.js';
import { memoryAdapter } from '../../src/adapters/memory/memory-adapter.js';
import { SIGN_INS } from '../../src/adapters/memory/scenarios.js';
import '../../src/define/contact-form.js';
import type { ContactSendEvent, ContactSentEvent } from '../../src/elements/contact-form/contact-events.js';
import type { PersonId } from '../../src/model/id.js';
import { expectAccessible } from '../support/conversation.js';
import { settled } from '../support/shown.js';
import { failing, FormOnPage } from '../support/contact-form.js';

/** Does one thing the first time it is called, and nothing after. */
function once(act: () => void | Promise<void>): (call: { method: string; port: string }) => void | Promise<void> {
  let done = false;
  return ({ port, method }) => {
    if (done || port !== 'contact' || method !== 'send') return;
    done = true;
    return act();
  };
}

describe('<care-contact-form> sending', function () {
  this.timeout(20_000);

  it('says what happens next, by whom and by when, and the heading takes the focus', async () => {
    const page = await FormOnPage.open();
    await page.fillIn();
    await page.press();
    expect(page.root.activeElement?.textContent).to.equal('Your message is sent.');
    expect(page.text).to.contain('You will hear back by Wednesday, 6 pm.').and.to.contain('Ana Morales');
    await expectAccessible(page.element);
  });

  it('says the due date of the receipt, and does not compute it again', async () => {
    const memory = new FormOnPage();
    const adapter: Adapter = {
      name: 'later',
      async connect(options) {
        const connection = await memory.client.connect();
        options.signal.throwIfAborted();
        const contact: ContactPort = {
          ...connection.contact!,
          async send(request, write) {
            const { thread, message } = await connection.contact!.send(request, write);
            return { thread: { ...thread, dueAt: '2026-11-27T20:00:00Z' }, message };
          },
        };
        return { ...connection, contact };
      },
    };
    const page = await FormOnPage.open({ adapter });
    await page.fillIn();
    await page.press();
    expect(page.text).to.contain('You will hear back by Friday, 12 pm.');
  });

  it('sends once, however often it is pressed', async () => {
    let answer = () => {};
    const page = await FormOnPage.open({ before: once(() => new Promise((resolve) => (answer = resolve))) });
    await page.fillIn();
    page.send.click();
    page.send.click();
    await settled(page.element);
    expect(page.send.innerText).to.equal('Sending…');
    await expectAccessible(page.element);
    await page.press();
    answer();
    await settled(page.element);
    expect(page.backend.messages().length).to.equal(1);
  });

  it('sends the fields, whom it is about, and lines as they were written', async () => {
    const page = await FormOnPage.open();
    await page.fillIn('one\ntwo');
    await page.choose('Maya Delgado');
    await page.press();
    const [message] = page.backend.messages();
    expect(message!.body).to.equal('one\ntwo');
    expect(message!.onBehalfOf?.name).to.equal('Maya Delgado');
    expect(message!.answers.map(({ value }) => value)).to.deep.equal(['Lisinopril 10 mg', '1 to 3']);
  });

  it('F01 shows what waits for the network, keeps the words, and sends them once it is back', async () => {
    const page = await FormOnPage.open();
    await page.fillIn();
    page.network.set(false);
    await page.press();
    expect(page.text).to.contain('Waiting to send. You are offline.');
    expect(await page.announced('Waiting to send. You are offline.')).to.equal(true);
    expect(page.body.value).to.equal('I have three tablets.');
    await expectAccessible(page.element);
    page.network.set(true);
    await settled(page.element);
    expect(page.text).to.contain('Your message is sent.');
    expect(page.backend.messages().length).to.equal(1);
  });

  it('F01 lets a message that waits be changed first', async () => {
    const page = await FormOnPage.open();
    await page.fillIn();
    page.network.set(false);
    await page.press();
    await page.press(page.find('button', 'Change it'));
    expect(page.root.activeElement).to.equal(page.body);
    await page.write(page.body, 'I have two tablets.');
    page.network.set(true);
    await page.press();
    expect(page.backend.messages().map(({ body }) => body)).to.deep.equal(['I have two tablets.']);
  });

  it('F03 says that it is not sure when the answer was lost, and ends with the one message there is', async () => {
    const lost = once(() => {
      throw new AdapterError('unknown-outcome', 'the answer was lost');
    });
    const page = await FormOnPage.open({ after: lost });
    await page.fillIn();
    await page.press();
    expect(page.text).to.contain('We are not sure this was sent. Checking…').and.not.to.contain('Not sent');
    expect(page.backend.messages().length).to.equal(1);
    await expectAccessible(page.element);
    await page.clock.advance(60_000);
    await settled(page.element);
    expect(page.text).to.contain('Your message is sent.');
    expect(page.backend.messages().length).to.equal(1);
  });

  it('F28 goes on sending when the element is taken out, and shows how far it is when put back', async () => {
    let answer = () => {};
    const page = await FormOnPage.open({ before: once(() => new Promise((resolve) => (answer = resolve))) });
    await page.fillIn();
    await page.press();
    page.element.remove();
    await page.show();
    expect(page.send.innerText).to.equal('Sending…');
    page.element.remove();
    answer();
    await page.show();
    expect(page.text).to.contain('Your message is sent.');
    expect(page.backend.messages().length).to.equal(1);
  });

  it('keeps the words when the practice refuses them, at the field it names, and sends the changed ones', async () => {
    const refuse = once(() => {
      throw new AdapterError('invalid', 'no', { field: 'answers.0.value' });
    });
    const page = await FormOnPage.open({ before: refuse });
    await page.fillIn();
    await page.press();
    expect(page.text).to.contain('Not sent.').and.to.contain('Your words are kept');
    const medicine = page.control('Which medicine?');
    expect(medicine.getAttribute('aria-invalid')).to.equal('true');
    expect(medicine.value).to.equal('Lisinopril 10 mg');
    await expectAccessible(page.element);
    await page.write(medicine, 'Lisinopril 20 mg');
    await page.press();
    expect(page.backend.messages().map(({ answers }) => answers[0]?.value)).to.deep.equal(['Lisinopril 20 mg']);
  });

  it('F09 keeps the message while nobody is signed in, offers to sign in, and sends it once afterwards', async () => {
    const page = await FormOnPage.open({ before: once(() => failing('auth-required', 'send')({ port: 'contact', method: 'send' })) });
    await page.fillIn();
    await page.press();
    expect(page.text).to.contain('Not sent yet. You are signed out.');
    await expectAccessible(page.element);
    let asked = 0;
    page.element.addEventListener('care-sign-in', () => asked++);
    await page.press(page.find('button', 'Sign in'));
    expect(asked).to.equal(1);
    page.client.renew();
    await settled(page.element);
    expect(page.text).to.contain('Your message is sent.');
    expect(page.backend.messages().length).to.equal(1);
  });

  it('lets the page prevent it or make it wait, and keeps the words', async () => {
    const page = await FormOnPage.open();
    await page.fillIn();
    page.element.addEventListener('care-contact-send', (event) => event.preventDefault(), { once: true });
    await page.press();
    expect(page.text).to.contain('This page stopped it. Your words are kept.');
    let ready = () => {};
    const prepared = new Promise<void>((resolve) => (ready = resolve));
    page.element.addEventListener('care-contact-send', (event) => event.waitUntil(prepared), { once: true });
    await page.press();
    await page.press();
    expect(page.backend.messages().length).to.equal(0);
    ready();
    await settled(page.element);
    expect(page.backend.messages().length).to.equal(1);
  });

  it('begins another message empty, with the focus on its first question', async () => {
    const page = await FormOnPage.open();
    await page.fillIn();
    await page.press();
    await page.press(page.find('button', 'Write another message'));
    expect((page.root.activeElement as HTMLInputElement).name).to.equal('control-reason');
    await page.choose('A medicine refill');
    expect(page.body.value + page.control('Which medicine?').value).to.equal('');
  });

  it('F23 shows whoever signs in next neither what was sent nor what was being written', async () => {
    let me = SIGN_INS.rosa as PersonId;
    const { backend } = new FormOnPage();
    const adapter: Adapter = { name: 'shared', connect: (options) => memoryAdapter({ backend, me }).connect(options) };
    const page = await FormOnPage.open({ adapter });
    await page.fillIn('of Rosa');
    me = SIGN_INS.sam;
    page.client.renew();
    await settled(page.element);
    expect(page.root.querySelector('textarea')).to.equal(null);
    await page.fillIn('of Sam');
    await page.press();
    expect(page.text).to.contain('Your message is sent.');
    me = SIGN_INS.rosa;
    page.client.renew();
    await settled(page.element);
    expect(page.text).not.to.contain('Your message is sent.');
    expect(page.body.value).to.equal('of Rosa');
  });

  it('S09 tells the page ids, and nothing that was typed', async () => {
    const page = await FormOnPage.open();
    const events: Event[] = [];
    for (const name of ['care-contact-send', 'care-contact-sent']) {
      page.element.addEventListener(name, (event) => events.push(event));
    }
    await page.fillIn('SECRET words');
    await page.press();
    const [send, sent] = events as [ContactSendEvent, ContactSentEvent];
    expect([send.reason, send.subject]).to.deep.equal(['refill', 'rosa-delgado']);
    expect(sent.threadId).to.equal(page.backend.messages()[0]!.thread);
    expect(sent.reason).to.equal('refill');
    for (const event of events) {
      expect(Object.keys(event)).to.have.members(Object.keys(event).filter((key) => ['isTrusted', 'reason', 'subject', 'threadId'].includes(key)));
      expect(JSON.stringify(event)).not.to.match(/SECRET|Lisinopril/);
    }
    expect(page.element.outerHTML).not.to.match(/SECRET|Lisinopril/);
  });
});
